import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const paperTitles = catalogue(
  { paper: '打印与报送', draft: '打印草稿', desk: '收件登记', check: '核验纸质材料' },
  { paper: 'Printing and handing in', draft: 'Print the draft', desk: 'Receiving paper', check: 'Check a paper' },
);
