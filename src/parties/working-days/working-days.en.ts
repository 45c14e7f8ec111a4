import type { Translation } from '#platform/text.ts';
import type { zhCN } from './working-days.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'working-days.title': 'Working days',
  'working-days.intro':
    'Periods of public notice, correction and ruling are counted in working days, by the holidays that the State Council announces. A year without a calendar is never guessed.',
  'working-days.missing':
    'There is no calendar for {years} yet: periods that reach into it cannot be fixed for now. An administrator enters it once the notice is out.',
  'working-days.year': 'Year',
  'working-days.origin': 'Taken from',
  'working-days.origin.announced': 'Shipped with the program',
  'working-days.origin.entered': 'Entered by an administrator',
  'working-days.differs': 'unlike the shipped one',
  'working-days.source': 'Notice',
  'working-days.holidays': 'Holidays',
  'working-days.makeUp': 'Worked in exchange',
  'working-days.makeUpNone': 'none',
  'working-days.days': '{count} days',
  'working-days.from-to': '{from} to {to}',
  'working-days.history': 'What was entered',
  'working-days.historyEmpty': 'Nothing was entered yet. Calendars shipped with the program are not listed here.',
  'working-days.reason': 'Reason of the correction',
  'working-days.by': 'Entered by',
  'working-days.at': 'Time',

  'working-days.enter': 'Enter the calendar of a year',
  'working-days.steps':
    'Upload an .xlsx or CSV file, or paste the table below. The header and the kinds of day are Chinese, as in the example; one day a row, weekends need no row.',
  'working-days.upload': 'Choose a file',
  'working-days.paste': 'Paste the table',
  'working-days.read': 'Read',
  'working-days.preview': '{year}: {holidays} holidays, {makeUp} days worked in exchange',
  'working-days.mend': '{count} things have to be mended; then upload or paste again.',
  'working-days.cell': 'Cell',
  'working-days.fault': 'Fault',
  'working-days.sourceHint': 'The whole number of the notice by the General Office of the State Council',
  'working-days.reasonHint': 'There is a calendar of {year} already: say why it is corrected, in 5 characters at least',
  'working-days.effect':
    'It counts at once, without a restart. Last days that were published or told before stay as they are.',
  'working-days.submit': 'Enter the calendar of {year}',
  'working-days.done': 'The calendar of {year} was entered',
};
