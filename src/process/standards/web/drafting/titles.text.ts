import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const standardsTitles = catalogue(
  {
    standards: '评估标准',
    edition: '评估标准',
    draft: '标准草案',
    newImport: '从 Excel 导入标准',
    imported: '导入预览',
  },
  {
    standards: 'Standards',
    edition: 'Standard',
    draft: 'Draft standard',
    newImport: 'Import a standard from Excel',
    imported: 'Preview of an import',
  },
);
