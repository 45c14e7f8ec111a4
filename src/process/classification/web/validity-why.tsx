import { isPlainDate } from '#lib/plain-date.ts';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatDay } from '#platform/ui/time/format.ts';
import { useToday } from '#platform/ui/time/time.tsx';
import { Why } from '#platform/ui/why.tsx';
import type { classificationContract } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import { classNamed } from './class-of.tsx';

/** How the last day of validity comes about. */
export const ValidityWhy = ({ decision }: { readonly decision: ResultOf<typeof classificationContract.decision> }) => {
  const t = useText(classificationTexts);
  const ui = useUiText();
  const today = useToday();
  const { validity, validFrom, validUntil, classCode, classes } = decision;
  const day = (on: string) => (isPlainDate(on) ? formatDay(on, today, ui) : on);
  const law = t('decision.validity.civil-code');
  return (
    <Why
      title={t('decision.validity.why')}
      lines={[
        { text: t('decision.validity.start'), value: day(validFrom), basis: law },
        {
          text: t('decision.validity.months', { class: classNamed(classCode, classes) }),
          value: t('decision.validity.months-value', { months: validity.months }),
          basis: validity.basis,
        },
        { text: t('decision.validity.until'), value: day(validUntil), basis: law },
      ]}
    />
  );
};
