import { catalogue } from '#platform/text.ts';
import type { WorkbookCode } from './domain/workbook/workbook-codes.ts';

type DraftingCode =
  | 'industryUnknown'
  | 'industryDiffers'
  | 'isPublished'
  | 'isDiscarded'
  | 'sameAsEditor'
  | 'basedOnFormer'
  | 'newerInForce'
  | 'publishedAlready'
  | 'notConfirmed'
  | 'retiredAlready'
  | 'notForExcel'
  | 'importHasErrors'
  | 'importTakenOver';

const zhCN = {
  'drafting.industryUnknown': '现行工作方案中没有行业“{industry}”，不能为它起草或发布标准。请先修订工作方案。',
  'drafting.industryDiffers': '行业代码应为“{expected}”，现为“{value}”。请改正；另一个行业的标准请另建草案。',
  'drafting.isPublished': '这份草案已经发布，不能再改。要修订，请从发布的版本复制出新的草案。',
  'drafting.isDiscarded': '这份草案已经作废。请用另一份草案，或新建一份。',
  'drafting.sameAsEditor': '最后修改这份草案的是{name}，也就是您本人，不能由同一人发布。请由另一人审定发布。',
  'drafting.basedOnFormer':
    '这份草案依据的版本“{title}”已不是现行版本，其间的修订可能没有写进来。请先对照现行版本；确认无误，勾选后再发布。',
  'drafting.newerInForce':
    '起草期间另有版本“{title}”发布，它的内容可能没有写进来。请先对照现行版本；确认无误，勾选后再发布。',
  'drafting.publishedAlready': '内容完全相同的版本“{title}”已经发布过，不能再发布一次。请修改内容，例如发布日期。',
  'drafting.notConfirmed': '请完整输入标准名称“{expected}”以确认。',
  'drafting.retiredAlready': '这一版已经停用。请刷新页面。',
  'drafting.notForExcel': 'Excel 工作簿放不下“{path}”处的内容，导出会丢失它。请下载 JSON 文件，或在编辑页面改正此处。',
  'drafting.importHasErrors': '工作簿中还有 {count} 处错误，不能采用。请改正后重新上传。',
  'drafting.importTakenOver': '这份工作簿已经采用过。要再次采用，请重新上传。',
  'workbook.sheetMissing': '没有工作表“{sheet}”（找到的是：{found}）。请保留下载的工作簿中的全部工作表。',
  'workbook.headerMissing': '工作表“{sheet}”没有表头行，应有：{columns}。请从下载的工作簿恢复表头。',
  'workbook.columnsMissing': '表头中缺少：{columns}。没有的列会使内容丢失，请补上，没有内容可以留空。',
  'workbook.columnTwice': '列“{column}”与 {other} 重复。请留下一列。',
  'workbook.columnUnknown': '这一列（表头“{heading}”）不属于标准，其中的内容不会读入。请移到规定的列，或清空。',
  'workbook.merged': '单元格 {area} 合并了，读不出各行的内容。请取消合并，每行都填写。',
  'workbook.labelUnknown': '项目“{label}”不认识。请用下载的工作簿中的项目名称。',
  'workbook.labelTwice': '项目“{label}”写了两次。请留下一行。',
  'workbook.labelsMissing': '缺少项目：{labels}。请补上，没有内容可以留空。',
  'workbook.cellError': '单元格中是错误值 {given}。请改正公式，或直接填写内容。',
  'workbook.textBroken': '文字中有残缺字符或控制字符。请重新输入这一格。',
  'workbook.required': '“{column}”不能为空，请填写。若整行的内容错位，请移回原列。',
  'workbook.choiceUnknown': '“{given}”不是规定的写法，应为：{choices}。',
  'workbook.codeAsNumber':
    '“{given}”被表格当成了数字或日期，原来的写法可能已经改变（3.10 会成为 3.1）。请把单元格设为“文本”格式再输入。',
  'workbook.numberFullWidth': '“{given}”中有全角字符。请写成半角：{meant}。',
  'workbook.numberComma': '“{given}”的小数点写成了逗号。若指小数，请写成 {meant}。',
  'workbook.numberWrong': '“{given}”不是规定的数字写法，只能有数字和一个小数点，不带单位、正负号和千分位。',
  'workbook.pointsNotWhole': '{given} 分不能用每分 {units} 个计分单位整除。请改正分值，或调整每分的计分单位数。',
  'workbook.effectUnknown': '后果“{given}”不是规定的写法。可用：{forms}；几个后果用“；”隔开。',
  'workbook.ruleUnknown': '扣分规则“{given}”不是规定的写法。一行一条，如：{forms}。',
} as const satisfies Record<`drafting.${DraftingCode}` | WorkbookCode, string>;

/** What keeps a draft from being saved, taken over or published, and every fault in a workbook: cause and cure. */
export const draftingFaultsText = catalogue(zhCN, {
  'drafting.industryUnknown':
    'The scheme in force has no industry "{industry}", so no standard can be drafted or published for it. Revise the scheme first.',
  'drafting.industryDiffers':
    'The code of the industry must be "{expected}", not "{value}". Correct it; the standard of another industry needs a draft of its own.',
  'drafting.isPublished':
    'This draft is published and cannot change any more. To revise it, copy the edition into a new draft.',
  'drafting.isDiscarded': 'This draft was discarded. Use another one, or begin a new one.',
  'drafting.sameAsEditor':
    'It was {name}, that is you, who edited this draft last; the same person may not publish it. Let another person decide.',
  'drafting.basedOnFormer':
    'The edition that this draft started from, "{title}", is not in force any more, and what was revised since may be missing. Compare with the edition in force; then tick the box and publish.',
  'drafting.newerInForce':
    'While this was drafted, "{title}" was published, and what it says may be missing. Compare with the edition in force; then tick the box and publish.',
  'drafting.publishedAlready':
    'The very same document was published before as "{title}". Change something, such as the day of issue.',
  'drafting.notConfirmed': 'Type the whole title "{expected}" to confirm.',
  'drafting.retiredAlready': 'This edition is retired already. Load the page again.',
  'drafting.notForExcel':
    'An Excel workbook cannot hold what stands at "{path}" and would lose it. Download the JSON file, or correct that place in the editor.',
  'drafting.importHasErrors':
    'The workbook still has {count} errors and cannot be taken over. Correct them and upload it again.',
  'drafting.importTakenOver': 'This workbook was taken over already. To take it over again, upload it again.',
  'workbook.sheetMissing':
    'There is no sheet "{sheet}" (found: {found}). Keep every sheet of the workbook that was downloaded.',
  'workbook.headerMissing':
    'The sheet "{sheet}" has no header, which should be: {columns}. Restore it from the workbook that was downloaded.',
  'workbook.columnsMissing':
    'The header lacks: {columns}. Without a column its contents would be lost; add it, its cells may be empty.',
  'workbook.columnTwice': 'The column "{column}" stands at {other} as well. Keep one.',
  'workbook.columnUnknown':
    'This column (heading "{heading}") is no part of a standard, so what is in it would not be read. Move it where it belongs, or clear it.',
  'workbook.merged':
    'The cells {area} are merged, so the single rows cannot be read. Unmerge them and fill in each row.',
  'workbook.labelUnknown': 'There is no line "{label}". Use the names of the workbook that was downloaded.',
  'workbook.labelTwice': 'The line "{label}" stands twice. Keep one.',
  'workbook.labelsMissing': 'Lines are missing: {labels}. Add them; their cells may be empty.',
  'workbook.cellError': 'The cell holds the error {given}. Correct the formula, or type the content.',
  'workbook.textBroken': 'The text has a broken or a control character. Type this cell anew.',
  'workbook.required': '"{column}" must not be empty. If the cells of the row have shifted, move them back.',
  'workbook.choiceUnknown': '"{given}" is not one of: {choices}.',
  'workbook.codeAsNumber':
    'The spreadsheet took "{given}" for a number or a date, so it may not be what was typed (3.10 becomes 3.1). Format the cell as text and type it again.',
  'workbook.numberFullWidth': '"{given}" has full-width characters. Write {meant}.',
  'workbook.numberComma': '"{given}" has a comma. If a decimal point is meant, write {meant}.',
  'workbook.numberWrong':
    '"{given}" is not a number as it has to be written: digits and one decimal point, without unit, sign or thousands separator.',
  'workbook.pointsNotWhole':
    '{given} points are not a whole number of units, of which {units} make a point. Correct the points, or the units per point.',
  'workbook.effectUnknown':
    'The effect "{given}" is not written as it must be. Possible are: {forms}; part several by "；".',
  'workbook.ruleUnknown': 'The deduction rule "{given}" is not written as it must be. One to a line, such as: {forms}.',
});
