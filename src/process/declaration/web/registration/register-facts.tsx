import { Link } from '#platform/ui/address.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import { registrationTexts } from '../../registration.text.ts';

/** What the register says of the unit: read here, changed on request. */
export const RegisterFacts = ({ declaration: { register } }: { readonly declaration: Declaration }) => {
  const t = useText(registrationTexts);
  return (
    <section>
      <h2>{t('registration.register')}</h2>
      <Facts
        facts={[
          { label: t('registration.register.enterpriseName'), value: register.enterpriseName },
          { label: t('registration.register.creditCode'), value: register.creditCode },
          { label: t('registration.register.unitName'), value: register.unitName },
          { label: t('registration.register.industry'), value: register.industryName },
          { label: t('registration.register.affiliation'), value: register.affiliationName },
          { label: t('registration.register.division'), value: register.divisionName },
          { label: t('registration.register.supervisingBody'), value: register.supervisingBodyName },
          {
            label: '',
            value: (
              <span className="ui-soft">
                {t('registration.register.note')}{' '}
                <Link href="/register-changes">{t('registration.register.change')}</Link>
              </span>
            ),
            wide: true,
          },
        ]}
      />
    </section>
  );
};
