import { addDays, type PlainDate, plainDate } from '#lib/plain-date.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatDay } from '#platform/ui/time/format.ts';
import { workingDaysTexts } from '../working-days.text.ts';

/** Days in a row as their first and last; the days are in order. */
const rangesOf = (days: readonly PlainDate[]): readonly (readonly [PlainDate, PlainDate])[] => {
  const ranges: [PlainDate, PlainDate][] = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else ranges.push([day, day]);
  }
  return ranges;
};

/** `2月15日至2月23日` for days in a row; the year stands beside them. */
export const DayRanges = ({ days }: { readonly days: readonly string[] }) => {
  const t = useText(workingDaysTexts);
  const ui = useUiText();
  const shown = (day: PlainDate) => formatDay(day, day, ui);
  return (
    <ul className="working-days-ranges">
      {rangesOf(days.map(plainDate)).map(([from, to]) => (
        <li key={from}>
          {to === from ? shown(from) : t('working-days.from-to', { from: shown(from), to: shown(to) })}
        </li>
      ))}
    </ul>
  );
};
