import { memo, useMemo } from 'react';
import { useText } from '#platform/ui/text/use-text.tsx';
import { comparisonTexts } from '../../comparison.text.ts';
import type { DifferenceWords } from '../../difference-words.ts';
import { wordDifference } from '../../domain/index.ts';
import { standardsTexts } from '../../standards.text.ts';

/** The two catalogues from which changes are worded. */
export const useDifferenceWords = (): DifferenceWords => {
  const t = useText(comparisonTexts);
  const standards = useText(standardsTexts);
  return useMemo(() => ({ t, standards }), [t, standards]);
};

/** Both texts, what only one of them has marked in it. */
export const BothTexts = memo(({ before, after }: { readonly before: string; readonly after: string }) => {
  const t = useText(comparisonTexts);
  const stretches = useMemo(() => wordDifference(before, after), [before, after]);
  const side = (own: 'removed' | 'added') =>
    stretches.map(({ kind, text }, at) => {
      if (kind !== 'same' && kind !== own) return null;
      const Tag = kind === 'same' ? 'span' : kind === 'removed' ? 'del' : 'ins';
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of two texts keep their order
      return <Tag key={at}>{text}</Tag>;
    });
  return (
    <>
      <p className="cmp-before" data-side={t('comparison.before')}>
        {before === '' ? <span className="ui-soft">{t('comparison.absent')}</span> : side('removed')}
      </p>
      <p className="cmp-after" data-side={t('comparison.after')}>
        {after === '' ? <span className="ui-soft">{t('comparison.absent')}</span> : side('added')}
      </p>
    </>
  );
});
