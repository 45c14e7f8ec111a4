import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const workingDaysTitles = catalogue({ calendar: '工作日历' }, { calendar: 'Working days' });
