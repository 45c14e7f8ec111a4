import canonicalize from 'canonicalize';
import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { type ColumnModel, type SheetModel, writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import { HEAD_SHEET, NOTES_SHEET } from '../../domain/workbook/columns.ts';
import { RULE_WORDS } from '../../domain/workbook/deduction-forms.ts';
import { EFFECT_WORDS } from '../../domain/workbook/effect-forms.ts';
import { type WorkbookSheet, writeEdition } from '../../domain/workbook/write-edition.ts';
import type { Content } from './draft-record.ts';

/** Official text of the workbook is Chinese, whatever the language of the page. */
const NOTES: readonly string[] = [
  '本工作簿是一份评估标准。修改后可以整份上传到草案；上传后先看预览，有错误的不能采用，采用时以本工作簿的内容整体替换草案。',
  '工作表“标准”“类别”“要素”“条款”“门槛”都要保留，表头和列不能删改，不能合并单元格；一行一条，行的先后就是标准中的先后。本页不读取。',
  '编号、条款号、要素编号请保持“文本”格式，否则 3.10 会变成 3.1。编号是识别用的，改了编号，就是另一条。',
  '分值以分计，可以有小数，须是“每分的计分单位数”能表示的；起始分以换算后的得分计。',
  `后果只能用这几种写法，几个后果用“；”隔开：${Object.values(EFFECT_WORDS).join('；')}。其中的类别写代码，要素写编号。`,
  `扣分规则一行一条，只能用这几种写法：${RULE_WORDS.join('；')}。`,
  '“不参评”为“可以”的必备项、否决项，要写明可不参评的情形。没有内容的单元格留空。',
];

const BLANK_ROWS = 30;

const notesSheet: SheetModel = {
  name: NOTES_SHEET,
  columns: [{ header: '填写说明', width: 110, kind: 'text' }],
  rows: NOTES.map((line) => [line]),
};

const sheetModel = ({ name, columns, rows }: WorkbookSheet): SheetModel => ({
  name,
  columns: columns.map(
    ({ header, width, numeric, choices }): ColumnModel => ({
      header,
      width,
      kind: numeric ? 'number' : 'text',
      ...(choices ? { list: choices } : {}),
    }),
  ),
  rows,
  ...(name === HEAD_SHEET ? {} : { blankRows: BLANK_ROWS }),
});

const fileName = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 80) || '评估标准';

/** A document as .xlsx. Refused with `drafting.notForExcel` {path} if reading it back would not give the very same document. */
export const editionWorkbook = async (
  content: Content,
  title: string,
  at: Date,
): Promise<Result<FileAnswer, Refusal>> => {
  const sheets = writeEdition(content);
  if (!sheets.ok) return refuse('drafting.notForExcel', 409, { path: sheets.error.path }, 'final');
  const body = await writeWorkbook({ title, madeAt: at, sheets: [notesSheet, ...sheets.value.map(sheetModel)] });
  return ok({ type: MEDIA_TYPES.xlsx, name: `${fileName(title)}.xlsx`, body });
};

/** A document as canonical JSON (RFC 8785): of a published edition these are the bytes that its hash is taken over. */
export const editionDocument = (content: Content, title: string): FileAnswer => ({
  type: 'application/json; charset=utf-8',
  name: `${fileName(title)}.json`,
  body: Buffer.from(canonicalize(content) ?? '', 'utf8'),
});
