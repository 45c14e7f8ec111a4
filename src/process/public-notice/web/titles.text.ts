import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const publicNoticeTitles = catalogue(
  { notices: '公示', newNotice: '拟公示', notice: '公示', objections: '异议', objection: '异议' },
  {
    notices: 'Public notices',
    newNotice: 'Prepare a public notice',
    notice: 'Public notice',
    objections: 'Objections',
    objection: 'Objection',
  },
);
