import { Button } from '#platform/ui/button.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { DayField, TextField } from '#platform/ui/form/fields.tsx';
import { fieldId, useField } from '#platform/ui/form/store.ts';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { certificateKinds, MOST_CERTIFICATES } from '../domain/registration-fields.ts';
import { registrationTexts } from '../registration.text.ts';

/** In the form a list is kept by place, so that every field has a path of its own. */
export type CertificatesByPlace = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The places closed up again, as the schema wants them. */
export const certificateList = (places: CertificatesByPlace): readonly unknown[] => Object.values(places);

const PATH = 'registration.certificates';

/** Licences and certificates, as many as there are. */
export const CertificatesFields = ({ disabled }: { readonly disabled: boolean }) => {
  const t = useText(registrationTexts);
  const faults = useFaultText();
  const { value, set, issues } = useField(PATH, t('registration.group.certificates'));
  const places = (value ?? {}) as CertificatesByPlace;
  const keys = Object.keys(places);
  // Closed up on every change, so that places and the server's list stay the same.
  const setAll = (list: readonly unknown[]) => set(Object.fromEntries(list.map((one, at) => [String(at), one])));
  return (
    <>
      {keys.map((key, index) => {
        const path = `${PATH}.${key}`;
        return (
          <div key={key} className="certificate">
            <header>
              <b>{t('registration.certificate.nth', { nth: index + 1 })}</b>
              {!disabled && (
                <Button look="link" onClick={() => setAll(keys.filter((one) => one !== key).map((one) => places[one]))}>
                  {t('registration.certificate.remove')}
                </Button>
              )}
            </header>
            <ChoiceField
              name={`${path}.kind`}
              label={t('registration.certificate.kind')}
              required
              disabled={disabled}
              options={certificateKinds.map((kind) => ({ value: kind, label: t(`registration.certificate.${kind}`) }))}
            />
            <TextField
              name={`${path}.number`}
              label={t('registration.certificate.number')}
              required
              disabled={disabled}
            />
            <TextField
              name={`${path}.issuer`}
              label={t('registration.certificate.issuer')}
              required
              disabled={disabled}
              width="full"
            />
            <DayField name={`${path}.from`} label={t('registration.certificate.from')} required disabled={disabled} />
            <DayField
              name={`${path}.to`}
              label={t('registration.certificate.to')}
              hint={t('registration.certificate.to.hint')}
              disabled={disabled}
            />
          </div>
        );
      })}
      {issues.length > 0 && <p className="ui-field-fault">{issues.map((issue) => faults.issue(issue)).join(' ')}</p>}
      {!disabled && keys.length < MOST_CERTIFICATES && (
        <div>
          <Button
            id={fieldId(PATH)}
            onClick={() =>
              setAll([...keys.map((key) => places[key]), keys.length === 0 ? { kind: 'business-licence' } : {}])
            }
          >
            {t('registration.certificate.add')}
          </Button>
        </div>
      )}
    </>
  );
};
