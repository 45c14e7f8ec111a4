import { deductions } from './deduction-forms.ts';
import { effects } from './effect-forms.ts';
import { count, decimal, points } from './number-forms.ts';
import { choice, code, day, prose } from './text-forms.ts';
import type { CellForm } from './workbook-codes.ts';

/** One column of a sheet and the member that it holds; `floor/percent` is a member of a member. */
export interface WorkbookColumn {
  readonly field: string;
  readonly header: string;
  readonly form: CellForm;
  /** In characters of the default font. */
  readonly width: number;
  readonly required: boolean;
  /** What an empty cell stands for, where that is not the absence of the member. */
  readonly blank?: unknown;
}

const column = (
  field: string,
  header: string,
  form: CellForm,
  width: number,
  more: { required?: true; blank?: unknown } = {},
): WorkbookColumn => ({ field, header, form, width, required: false, ...more });
const needed = { required: true } as const;

/** The lines of the sheet 标准. */
export const headLines: readonly WorkbookColumn[] = [
  column('title', '标准名称', prose, 50),
  column('industry', '行业代码', code, 50),
  column('issued', '发布日期', day, 50),
  column('notice', '标注', prose, 50),
  column('basis', '编制依据', prose, 50),
  column('total', '总分', points, 50),
  column('unitsPerPoint', '每分的计分单位数', count, 50, needed),
  column('scale', '换算的满分值', count, 50, needed),
  column('digits', '得分的小数位数', count, 50, needed),
  column('compare', '分数线的比较', choice({ printed: '按公布的得分', exact: '按精确值' }), 50, needed),
];

const classColumns: readonly WorkbookColumn[] = [
  column('code', '代码', code, 10, needed),
  column('name', '名称', prose, 14),
  column('rank', '位次', count, 8),
  column('from', '起始分', decimal, 10),
  column('colour', '颜色', prose, 10),
  column('meaning', '含义', prose, 40),
  column('basis', '依据', prose, 40),
];

const elementColumns: readonly WorkbookColumn[] = [
  column('id', '编号', code, 12, needed),
  column('parent', '上级编号', code, 12, { blank: null }),
  column('clause', '条款号', code, 10),
  column('title', '名称', prose, 34),
  column('full', '分值', points, 10),
  column('floor/percent', '最低得分率（%）', count, 16),
  column('floor/effects', '低于时的后果', effects, 34),
];

const itemColumns: readonly WorkbookColumn[] = [
  column('id', '编号', code, 12, needed),
  column('clause', '条款号', code, 10),
  column('element', '要素编号', code, 12, needed),
  column('text', '要求', prose, 44),
  column('full', '分值', points, 8, needed),
  column('kind', '类型', choice({ scored: '一般项', mandatory: '必备项', veto: '否决项' }), 10, needed),
  column('scoring', '评分方式', choice({ points: '按得分', met: '按是否符合' }), 12, needed),
  column('na', '不参评', choice({ allowed: '可以', forbidden: '不可以' }), 10, needed),
  column('naWhen', '可不参评的情形', prose, 24),
  column('deduction', '扣分说明', prose, 36),
  column('deductions', '扣分规则', deductions, 36),
  column('method', '检查方法', prose, 36),
  column('evidence', '佐证提示', prose, 30),
  column('basis', '依据', prose, 36),
  column('onFail', '不符合的后果', effects, 30, { blank: [] }),
  column('scope', '适用范围', choice({ industry: '本行业', general: '各行业' }), 10),
];

const gateColumns: readonly WorkbookColumn[] = [
  column('id', '编号', code, 12, needed),
  column('title', '情形', prose, 34),
  column('fact', '事实种类', code, 22, needed),
  column('atLeast', '达到次数', count, 10, needed),
  column('months', '近几个月', count, 10, needed),
  column('effects', '后果', effects, 34, { blank: [] }),
  column('basis', '依据', prose, 40),
];

export const NOTES_SHEET = '说明';
export const HEAD_SHEET = '标准';
export const HEAD_COLUMNS = ['项目', '内容'] as const;

/** The sheets that hold lists. */
export const listSheets = [
  { list: 'classes', name: '类别', columns: classColumns },
  { list: 'elements', name: '要素', columns: elementColumns },
  { list: 'items', name: '条款', columns: itemColumns },
  { list: 'gates', name: '门槛', columns: gateColumns },
] as const;
