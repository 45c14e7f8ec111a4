import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const classificationTitles = catalogue(
  {
    adoptions: '认定批次',
    newAdoption: '拟定名单',
    adoption: '认定批次',
    decisions: '分类名单',
    decision: '分类结果',
    certificate: '结果告知书',
    myClasses: '本企业类别',
    course: '单元全过程',
  },
  {
    adoptions: 'Batches',
    newAdoption: 'Prepare a list',
    adoption: 'Batch',
    decisions: 'List of classes',
    decision: 'Class of a unit',
    certificate: 'Notice of the result',
    myClasses: 'Our class',
    course: 'Course of a unit',
  },
);
