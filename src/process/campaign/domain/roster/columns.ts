/** The columns of the roster workbook, in the order of the template. */
export const rosterKeys = [
  'enterpriseName',
  'creditCode',
  'unitName',
  'industry',
  'division',
  'body',
  'affiliation',
  'address',
  'legalRepresentative',
  'contactName',
  'contactPhone',
] as const;
export type RosterKey = (typeof rosterKeys)[number];

export interface RosterColumn {
  readonly key: RosterKey;
  /** As in the template. */
  readonly header: string;
  /** Other headings under which the column is recognised. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** Most characters of a value. */
  readonly limit: number;
  /** Width in characters of the default font. */
  readonly width: number;
}

const column = (
  key: RosterKey,
  header: string,
  rest: Partial<Omit<RosterColumn, 'key' | 'header'>> = {},
): RosterColumn => ({ key, header, aliases: [], required: false, limit: 100, width: 18, ...rest });

export const rosterColumns: readonly RosterColumn[] = [
  column('enterpriseName', '企业名称', { aliases: ['单位名称', '企业全称'], required: true, width: 34 }),
  column('creditCode', '统一社会信用代码', {
    aliases: ['信用代码', '社会信用代码'],
    required: true,
    limit: 40,
    width: 24,
  }),
  column('unitName', '评估单元', { aliases: ['评估单元名称', '单元名称'], required: true, width: 30 }),
  column('industry', '行业', { aliases: ['行业类别', '行业专业', '行业/专业'], required: true, limit: 40, width: 22 }),
  column('division', '行政区划', { aliases: ['所在县区', '县区', '属地', '所在县（区）'], required: true, limit: 40 }),
  column('body', '监管机构', { aliases: ['监管部门', '直接监管部门', '监管单位'], required: true, width: 30 }),
  column('affiliation', '隶属关系', { required: true, limit: 40, width: 14 }),
  column('address', '地址', { aliases: ['企业地址', '详细地址'], limit: 200, width: 34 }),
  column('legalRepresentative', '法定代表人', { aliases: ['法人代表', '法人'], limit: 50, width: 14 }),
  column('contactName', '联系人', { limit: 50, width: 12 }),
  column('contactPhone', '联系电话', { aliases: ['电话', '手机', '联系人电话'], limit: 30, width: 18 }),
];

export const columnOf = (key: RosterKey): RosterColumn => {
  const found = rosterColumns.find((one) => one.key === key);
  if (!found) throw new Error(`the roster has no column ${key}`);
  return found;
};

/** The sheet that is read. */
export const ROSTER_SHEET = '名册';
/** Heading of the first column; a row marked with `EXAMPLE` there is not read. */
export const NUMBER_HEADER = '序号';
export const EXAMPLE = '示例';
