import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const declarationTitles = catalogue(
  {
    list: '自评申报',
    record: '申报',
    registration: '登记表',
    sheet: '自评表',
    check: '检查并报送',
    submission: '报送内容',
    receipt: '申报回执',
  },
  {
    list: 'Declarations',
    record: 'Declaration',
    registration: 'Registration form',
    sheet: 'Self-assessment',
    check: 'Check and submit',
    submission: 'What was submitted',
    receipt: 'Receipt',
  },
);
