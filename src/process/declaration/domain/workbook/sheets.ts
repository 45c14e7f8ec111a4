import type { RegistrationField } from '../registration-fields.ts';

/** The sheets of the declaration's workbook (电子表格), in their order; official text, so Chinese in every language. */
export const GUIDE_SHEET = '填表说明';
export const FORM_SHEET = '登记表';
export const ITEMS_SHEET = '评估表';
export const SUMMARY_SHEET = '汇总';
/** Out of sight: what the workbook was made from, sealed. */
export const TEMPLATE_SHEET = '_模板';

/** Sheets of the fields that are lists of rows. */
const ROWS_SHEETS: Readonly<Record<string, string>> = {
  certificates: '证照',
  team: '自评组',
  accidents: '近三年事故',
  attachments: '附件',
};

export type RowsField = Extract<RegistrationField, { readonly kind: 'rows' }>;
export type PlainField = Exclude<RegistrationField, { readonly kind: 'rows' }>;

export const isRowsField = (field: RegistrationField): field is RowsField => field.kind === 'rows';
export const rowsSheetOf = ({ name }: { readonly name: string }): string => ROWS_SHEETS[name] ?? name;

/** Columns of rows that name something of the system and have no place in a workbook. */
export const UNWRITTEN_COLUMNS: Readonly<Record<string, readonly string[]>> = { attachments: ['file'] };

export const writtenColumns = (field: RowsField): RowsField['columns'] =>
  field.columns.filter(({ name }) => !UNWRITTEN_COLUMNS[field.name]?.includes(name));

/** Headings by what stands below them. The first column of each sheet names the row. */
export const formColumns = {
  id: '编号',
  group: '分组',
  label: '项目',
  value: '填写',
  unit: '单位',
  hint: '填写说明',
} as const;

export const itemColumns = {
  id: '条款编号',
  element: '要素',
  clause: '条款号',
  text: '评估标准',
  deduction: '扣分说明',
  full: '满分',
  kind: '类型',
  verdict: '评定',
  points: '得分',
  counts: '扣分计次',
  na: '不参评理由',
  reason: '扣分原因',
  comment: '说明',
  measure: '整改措施',
  person: '整改责任人',
  dueOn: '整改期限',
  earned: '计分',
} as const;
export type ItemColumn = keyof typeof itemColumns;

/** Those that people fill in. */
export const itemInputs = [
  'verdict',
  'points',
  'counts',
  'na',
  'reason',
  'comment',
  'measure',
  'person',
  'dueOn',
] as const satisfies readonly ItemColumn[];

/** Heading of the first column of a sheet of rows. */
export const ROW_NUMBER = '序号';

export const VERDICTS = { met: '符合', unmet: '不符合', na: '不参评' } as const;
export const KINDS = { scored: '一般项', mandatory: '必备项', veto: '否决项' } as const;
export const YES = '是';
export const NO = '否';

/** What the register says of the unit, on top of 登记表. */
export const registerLines = {
  creditCode: '统一社会信用代码',
  enterpriseName: '企业名称',
  unitName: '评估单元',
  industryName: '行业',
  divisionName: '行政区划',
  supervisingBodyName: '监管机构',
  affiliationName: '隶属关系',
} as const;
export type RegisterLine = keyof typeof registerLines;

/** Words of the registration form, by their key in the catalogue (`registration.field.staffCount`); undefined where there is none. */
export type Words = (key: string) => string | undefined;

export interface Choice {
  readonly code: string;
  readonly label: string;
}
