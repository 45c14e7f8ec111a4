import { createContext, type ReactNode, use } from 'react';
import { dayOf, isPlainDate, type PlainDate } from '#lib/plain-date.ts';
import { useUiText } from '../text/use-text.tsx';
import { formatDay, formatInstant } from './format.ts';

const Today = createContext<PlainDate | null>(null);

/** The business day that "today" means: a demonstration has its own, else it is the day in Shanghai. */
export const TodayProvider = ({ day, children }: { readonly day: string | null; readonly children: ReactNode }) => (
  <Today value={day !== null && isPlainDate(day) ? day : null}>{children}</Today>
);

export const useToday = (): PlainDate => use(Today) ?? dayOf(new Date());

/** An instant (ISO 8601, UTC) as `11月23日 16:20`. */
export const Time = ({ at }: { readonly at: string }) => {
  const t = useUiText();
  const today = useToday();
  return (
    <time className="ui-nowrap" dateTime={at}>
      {formatInstant(at, today, t)}
    </time>
  );
};

/** A business day (`YYYY-MM-DD`) as `11月23日`. */
export const Day = ({ on }: { readonly on: string }) => {
  const t = useUiText();
  const today = useToday();
  return (
    <time className="ui-nowrap" dateTime={on}>
      {isPlainDate(on) ? formatDay(on, today, t) : on}
    </time>
  );
};

/**
 * `3 个工作日后到期`, `今天到期`, `已逾期 2 个工作日`. The server counts the working days: only it knows the calendar.
 * Without `workingDaysLeft` just the day is told.
 */
export const Deadline = ({ on, workingDaysLeft }: { readonly on: string; readonly workingDaysLeft?: number }) => {
  const t = useUiText();
  const today = useToday();
  const date = isPlainDate(on) ? formatDay(on, today, t) : on;
  if (workingDaysLeft === undefined) return <span className="ui-nowrap">{t('deadline.on', { date })}</span>;
  const late = workingDaysLeft < 0;
  const text = late
    ? t('deadline.late', { days: -workingDaysLeft })
    : workingDaysLeft === 0
      ? t('deadline.today')
      : t('deadline.left', { days: workingDaysLeft });
  return (
    <span className={late ? 'ui-nowrap ui-wrong' : 'ui-nowrap'} title={date}>
      {text}
    </span>
  );
};
