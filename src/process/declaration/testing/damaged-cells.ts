import { form, inSheet, item, type Kind, part, raw, typed } from './damage.ts';

const [MET, POINTS] = ['om-001', 'om-004'];

/** Sheets, headings, rows and ids that were changed. */
export const changedStructure: readonly Kind[] = [
  [
    'a sheet renamed',
    part('xl/workbook.xml', (text) => text.replace('name="证照"', 'name="证书"')),
    ['证照 declarationWorkbook.sheetMissing'],
  ],
  [
    'two sheets of one name',
    part('xl/workbook.xml', (text) => text.replace('name="自评组"', 'name="证照"')),
    ['自评组 declarationWorkbook.sheetMissing', '证照 declarationWorkbook.sheetTwice'],
  ],
  [
    'a heading changed',
    part('xl/sharedStrings.xml', (text) => text.replace('<t>扣分原因</t>', '<t>原因</t>')),
    ['评估表!3 declarationWorkbook.columnsMissing'],
  ],
  [
    'no rows on the sheet of items',
    inSheet('评估表', (text) => text.replace(/<row r="4".*<\/sheetData>/s, '</sheetData>')),
    ['评估表 declarationWorkbook.noItems'],
  ],
  [
    'no header',
    inSheet('评估表', (text) => text.replace(/<row r="3".*?<\/row>/s, '')),
    ['评估表 declarationWorkbook.headerMissing'],
  ],
  [
    'an id that is not in the standard',
    typed(item(MET, { 条款编号: 'om-999' })),
    ['评估表!A4 declarationWorkbook.idUnknown'],
  ],
  ['an id twice', typed(item('om-002', { 条款编号: 'om-001' })), ['评估表!A5 declarationWorkbook.idTwice']],
  [
    'a row without its id',
    typed(item(MET, { 条款编号: null, 评定: '符合' })),
    ['评估表!H4 declarationWorkbook.rowWithoutId'],
  ],
  [
    'a row of the form without its id',
    typed({ 登记表: { staffCount: { 编号: null } } }),
    ['登记表!D34 declarationWorkbook.rowWithoutId'],
  ],
  [
    'cells merged over two items',
    inSheet('评估表', (text) => text.replace(/<mergeCells[^>]*>/, '<mergeCells count="3"><mergeCell ref="H4:H5"/>')),
    ['评估表!H4 declarationWorkbook.mergedCells'],
  ],
  [
    'cells beyond the last column',
    inSheet('评估表', (text) => text.replace('</row>', '<c r="ZZZ1"><v>1</v></c></row>')),
    [],
  ],
  [
    'more rows than the form has',
    inSheet('近三年事故', (text) =>
      text.replace(
        '</sheetData>',
        `${[40, 41, 42].map((row) => `<row r="${row}"><c r="B${row}"><v>2024</v></c></row>`).join('')}</sheetData>`,
      ),
    ),
    ['近三年事故 declarationWorkbook.tooManyRows'],
  ],
];

/** Cells that say what cannot be. */
export const wrongCells: readonly Kind[] = [
  ['more points than there are', typed(item(POINTS, { 得分: 99 })), ['评估表!I7 declarationWorkbook.pointsOutOfRange']],
  ['points below nothing', typed(item(POINTS, { 得分: -1 })), ['评估表!I7 declarationWorkbook.pointsOutOfRange']],
  [
    'points between two steps',
    typed(item(POINTS, { 得分: 2.3 })),
    ['评估表!I7 declarationWorkbook.pointsBetweenSteps'],
  ],
  [
    'points in scientific notation',
    typed(item(POINTS, { 得分: '1e0' })),
    ['评估表!I7 declarationWorkbook.pointsNotANumber'],
  ],
  [
    'points that are no number',
    typed(item(POINTS, { 得分: 'NaN' })),
    ['评估表!I7 declarationWorkbook.pointsNotANumber'],
  ],
  ['points with their unit', typed(item(POINTS, { 得分: '5分' })), ['评估表!I7 declarationWorkbook.pointsNotANumber']],
  [
    'points as a truth value',
    raw('评估表', POINTS, '得分', 'b', '<v>1</v>'),
    ['评估表!I7 declarationWorkbook.pointsNotANumber'],
  ],
  [
    'points on an item that is met or not',
    typed(item(MET, { 得分: 3 })),
    ['评估表!I4 declarationWorkbook.pointsOfMet'],
  ],
  [
    'a verdict on an item of points',
    typed(item('om-005', { 评定: '符合' })),
    ['评估表!H8 declarationWorkbook.verdictOfPoints'],
  ],
  [
    'a verdict that does not exist',
    typed(item(MET, { 评定: '基本符合' })),
    ['评估表!H4 declarationWorkbook.choiceUnknown'],
  ],
  [
    'not applicable where that is forbidden',
    typed(item(MET, { 评定: '不参评', 不参评理由: '无', 扣分原因: null })),
    ['评估表!H4 answers.naForbidden'],
  ],
  [
    'a reason without being not applicable',
    typed(item('om-005', { 不参评理由: '无此工艺' })),
    ['评估表!K8 declarationWorkbook.reasonWithoutNa'],
  ],
  [
    'counted deductions that say something else',
    typed(item('om-005', { 扣分计次: '1×1' })),
    ['评估表!J8 deductions.pointsDiffer'],
  ],
  [
    'a rule that the item does not have',
    typed(item('om-005', { 扣分计次: '9×1', 得分: null })),
    ['评估表!J8 deductions.ruleUnknown'],
  ],
  [
    'counts that cannot be read',
    typed(item('om-005', { 扣分计次: '缺两处' })),
    ['评估表!J8 declarationWorkbook.countsForm'],
  ],
  ['words where a number belongs', typed(form('staffCount', '八十六')), ['登记表!D34 registration.notANumber']],
  ['a number below nothing', typed(form('staffCount', -3)), ['登记表!D34 registration.negative']],
  ['half a person', typed(form('staffCount', 86.5)), ['登记表!D34 registration.notWhole']],
  ['a number beyond measure', typed(form('staffCount', 1e20)), ['登记表!D34 registration.tooLarge']],
  [
    'a date where a number belongs',
    raw('登记表', 'staffCount', '填写', 'd', '<v>2026-03-05T00:00:00</v>'),
    ['登记表!D34 declarationWorkbook.dateForNumber'],
  ],
  ['a day that does not exist', typed(form('foundedOn', '2026-02-30')), ['登记表!D15 registration.noSuchDay']],
  ['a day in words', typed(form('foundedOn', '去年')), ['登记表!D15 registration.dayForm']],
  ['a deadline that is past', typed(item(MET, { 整改期限: '2020-01-01' })), ['评估表!P4 rectification.dueTooEarly']],
  ['a choice that does not exist', typed(form('ownership', '私营')), ['登记表!D12 declarationWorkbook.choiceUnknown']],
  ['a text that is too long', typed(form('address', '长'.repeat(201))), ['登记表!D11 registration.tooLong']],
  [
    'a reason that is too long',
    typed(item(MET, { 扣分原因: '长'.repeat(501) })),
    ['评估表!L4 declaration.reasonTooLong'],
  ],
  ['a text of 40,000 characters', typed(form('address', '长'.repeat(40_000))), ['xlsx.broken']],
  [
    'a long number taken for a quantity',
    typed(form('principalCertificate', 5.1e17)),
    ['登记表!D26 declarationWorkbook.digitsLost'],
  ],
  [
    'control characters',
    raw('登记表', 'address', '填写', 'inlineStr', '<is><t>东区_x0001_某路</t></is>'),
    ['登记表!D11 registration.badCharacter'],
  ],
  [
    'half a character',
    raw('登记表', 'address', '填写', 'inlineStr', '<is><t>东区_xD83E_</t></is>'),
    ['登记表!D11 registration.badCharacter'],
  ],
  [
    'text that turns its direction',
    typed(form('address', '东区\u202e路某')),
    ['登记表!D11 declarationWorkbook.directionMark'],
  ],
  [
    'an error value',
    raw('登记表', 'address', '填写', 'e', '<v>#REF!</v>'),
    ['登记表!D11 declarationWorkbook.errorValue'],
  ],
  [
    'a formula that was never computed',
    raw('登记表', 'staffCount', '填写', null, '<f>1+1</f>'),
    ['登记表!D34 declarationWorkbook.formulaWithoutValue'],
  ],
  [
    'a formula of another file',
    raw('登记表', 'staffCount', '填写', null, '<f>[1]Sheet1!A1</f><v>5</v>'),
    ['登记表!D34 declarationWorkbook.foreignFormula'],
  ],
  [
    'a formula that starts a program',
    raw('登记表', 'staffCount', '填写', null, "<f>cmd|'/c calc'!A0</f><v>5</v>"),
    ['登记表!D34 declarationWorkbook.foreignFormula'],
  ],
  [
    'more safety officers than staff',
    typed(form('fullTimeSafetyStaff', 99)),
    ['登记表!D36 registration.moreThanStaff'],
  ],
];
