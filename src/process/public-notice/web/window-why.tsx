import type { PlainDate } from '#lib/plain-date.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatDay } from '#platform/ui/time/format.ts';
import { useToday } from '#platform/ui/time/time.tsx';
import { Why, type WhyLine } from '#platform/ui/why.tsx';
import type { Window } from '../domain/window.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';

/** How the last day of a window comes about, stretch by stretch of the calendar. */
export const WindowWhy = (props: {
  readonly window: Window;
  readonly workingDays: number;
  /** Where the days of a year were taken from, by year. */
  readonly sources: Readonly<Record<string, { readonly source: string }>>;
}) => {
  const t = useText(publicNoticeTexts);
  const ui = useUiText();
  const today = useToday();
  const { window, workingDays, sources } = props;
  const day = (on: PlainDate) => formatDay(on, today, ui);
  const basis = (on: PlainDate) => sources[on.slice(0, 4)]?.source;
  const lines: WhyLine[] = [
    { text: t('window.why.first'), basis: t('window.why.first-basis') },
    ...window.stretches.map(({ kind, from, to, days }): WhyLine => {
      const named = kind === 'holiday' || kind === 'make-up' ? basis(from) : undefined;
      const text =
        days === 1
          ? t(`window.why.${kind}-one`, { from: day(from) })
          : t(`window.why.${kind}`, { from: day(from), to: day(to), days });
      return named === undefined ? { text } : { text, basis: named };
    }),
    { text: t('window.why.last', { days: workingDays }), value: day(window.closesOn) },
  ];
  return <Why title={t('window.why')} lines={lines} />;
};
