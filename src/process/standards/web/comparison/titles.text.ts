import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const comparisonTitles = catalogue({ compare: '版本比较' }, { compare: 'Compare editions' });
