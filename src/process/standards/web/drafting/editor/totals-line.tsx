import { useMemo } from 'react';
import { useText } from '#platform/ui/text/use-text.tsx';
import { draftTotals } from '../../../domain/draft-editing.ts';
import { isCount, own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { pointsText } from '../../../edition-words.ts';
import { useDraft, useUnitsPerPoint } from './editor-context.tsx';

/** How many items and points there are in all, and how much of it is special to the industry. */
export const TotalsLine = () => {
  const t = useText(draftingTexts);
  const draft = useDraft();
  const unitsPerPoint = useUnitsPerPoint();
  const { whole } = useMemo(() => draftTotals(draft), [draft]);
  const points = (units: number) => pointsText(units, { unitsPerPoint });
  const stated = own(draft, 'total');
  const share = whole.units === 0 ? 0 : Math.floor((whole.industryUnits * 100) / whole.units);
  return (
    <p className="draft-totals">
      <span>{t('drafting.totals.items', { count: whole.items })}</span>
      <span className={isCount(stated) && stated !== whole.units ? 'ui-wrong' : undefined}>
        {isCount(stated) && stated !== whole.units
          ? t('drafting.totals.points-stated', { points: points(whole.units), stated: points(stated) })
          : t('drafting.totals.points', { points: points(whole.units) })}
      </span>
      <span>{t('drafting.totals.mandatory', { count: whole.mandatory })}</span>
      <span>{t('drafting.totals.veto', { count: whole.veto })}</span>
      <span title={t('drafting.totals.share-hint')}>
        {whole.unsaidItems === whole.items
          ? t('drafting.totals.share-unsaid')
          : whole.unsaidItems > 0
            ? t('drafting.totals.share-partly', { share, count: whole.unsaidItems })
            : t('drafting.totals.share', { share })}
      </span>
    </p>
  );
};
