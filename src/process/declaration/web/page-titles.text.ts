import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const declarationTitles = catalogue(
  {
    list: '自评申报',
    record: '申报',
    registration: '登记表',
    sheet: '自评表',
    files: '佐证材料',
    filesReceipt: '佐证材料收妥清单',
    check: '检查并报送',
    sign: '核对并签发',
    submission: '报送内容',
    report: '自评报告',
    rectification: '整改清单',
    receipt: '申报回执',
    route: '申报去向',
    requests: '延期和不列入评估',
  },
  {
    list: 'Declarations',
    record: 'Declaration',
    registration: 'Registration form',
    sheet: 'Self-assessment',
    files: 'Evidence',
    filesReceipt: 'Receipts for files of evidence',
    check: 'Check and submit',
    sign: 'Check and sign',
    submission: 'What was submitted',
    report: 'Self-assessment report',
    rectification: 'Rectification list',
    receipt: 'Receipt',
    route: 'Where the declaration goes',
    requests: 'Extensions, not assessed',
  },
);
