import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const organisationsTitles = catalogue({ bodies: '机构与职责' }, { bodies: 'Bodies and duties' });
