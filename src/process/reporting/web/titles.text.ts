import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const reportingTitles = catalogue({ progress: '工作进度' }, { progress: 'Progress' });
