import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationLine } from '../../verification.contract.ts';

/** The experts of a verification, the lead marked, and how many withdrew. */
export const ExpertNames = (props: Pick<VerificationLine, 'experts' | 'recusals'>) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const { experts, recusals } = props;
  return (
    <>
      {experts.length > 0 ? (
        experts.map(({ accountId, name, lead }, index) => (
          <span key={accountId} className="ui-nowrap">
            {lead ? t('verifications.lead', { name }) : name}
            {index < experts.length - 1 && ui('text.comma')}
          </span>
        ))
      ) : (
        <span className="ui-soft">{t('verifications.experts.none')}</span>
      )}
      {recusals > 0 && (
        <small className="ui-wrong ui-nowrap"> {t('verifications.experts.recused', { count: recusals })}</small>
      )}
    </>
  );
};
