import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber } from '#lib/plain-date.ts';
import { publishedCalendar } from '../server/published-calendar.ts';
import { readCalendarTable, readDay, rowsOfText } from './calendar-table.ts';
import { calendarYearIssues } from './calendar-year-check.ts';

const announced = publishedCalendar().years;
const { holidays, makeUpWorkdays } = announced[2026] ?? { holidays: [], makeUpWorkdays: [] };
const rows = (shift = 0) =>
  [...holidays.map((day) => `${day}\t放假`), ...makeUpWorkdays.map((day) => `${day}\t调休上班`)].slice(shift);
const table = (lines: readonly string[]) => readCalendarTable(rowsOfText(['日期\t类型', ...lines].join('\r\n')));
const codes = (lines: readonly string[]) => table(lines).findings.map(({ path, code }) => [path, code]);

describe('a table of holidays', () => {
  it('gives the year back that was written into it', () => {
    expect(table(rows())).toEqual({ year: 2026, holidays, makeUpWorkdays, findings: [] });
  });

  it('is read whatever the order of rows and columns, with words before the header and blank lines between', () => {
    const lines = rows()
      .toReversed()
      .map((line) => line.split('\t').toReversed().join(',，'.charAt(0)));
    const text = ['2026年节假日安排', '', '类型,日期', ...lines.flatMap((line) => [line, ''])].join('\n');
    expect(readCalendarTable(rowsOfText(text))).toEqual({ year: 2026, holidays, makeUpWorkdays, findings: [] });
  });

  it.each(['2026-01-02', '2026/1/2', '2026.01.02', '2026年1月2日', ' ２０２６年１月２日 '])(
    'takes %s for a day',
    (text) => {
      expect(readDay(text)).toBe('2026-01-02');
    },
  );
  it.each(['2026-02-30', '1月2日', '46024', '', '2026-1-2-3'])('takes %s for no day', (text) => {
    expect(readDay(text)).toBeNull();
  });

  it('names the cell of every fault', () => {
    expect(codes(['2026-13-01\t放假', '2026-01-01\t半天', ...rows(1)])).toEqual([
      ['A2', 'calendar.notADay'],
      ['B3', 'calendar.kindUnknown'],
      ['', 'calendar.fixedHolidayMissing'],
    ]);
    expect(codes([...rows(), '2026-10-01\t放假'])).toEqual([[`A${rows().length + 2}`, 'calendar.dayTwice']]);
    expect(codes([...rows(), '2027-01-01\t放假'])).toEqual([[`A${rows().length + 2}`, 'calendar.otherYear']]);
    expect(codes([...rows(), '2026-03-02\t调休上班'])).toEqual([[`A${rows().length + 2}`, 'calendar.workedAnyway']]);
  });

  it('is no calendar without its columns, without days or with hardly any', () => {
    expect(readCalendarTable(rowsOfText('2026-01-01\t放假')).findings[0]?.code).toBe('calendar.noTable');
    expect(table([]).findings[0]?.code).toBe('calendar.noDays');
    expect(codes(['2026-01-01\t放假'])).toEqual([
      ['', 'calendar.fixedHolidayMissing'],
      ['', 'calendar.tooFewHolidays'],
    ]);
  });
});

describe('the check of a year', () => {
  it('finds nothing wrong with any year that was announced', () => {
    for (const [year, days] of Object.entries(announced)) expect(calendarYearIssues(Number(year), days)).toEqual([]);
  });

  it('finds every weekday that is said to be worked in exchange', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_454, max: 20_818 }), (number) => {
        const day = fromDayNumber(number);
        const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
        const found = calendarYearIssues(2026, {
          holidays: holidays.filter((each) => each !== day),
          makeUpWorkdays: [day],
        });
        expect(found.some(({ code }) => code === 'calendar.workedAnyway')).toBe(!weekend);
      }),
    );
  });
});
