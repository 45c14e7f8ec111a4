import type { Focused, Keyboard } from './keyboard.ts';

type Cells = Readonly<Record<string, string>>;

/** What a quarry writes into the registration form: by label, in the order of the paper. */
const entries: Cells = {
  企业地址: '攀枝花市东区某路 1 号',
  成立日期: '2003-05-18',
  国民经济行业代码: 'B0810',
  主要产品或业务: '钒钛磁铁矿露天开采，年产原矿 60 万吨，铁精矿外销；附属破碎站、排土场和自备炸药库（委托管理）',
  '所在乡镇（街道）': '银江镇',
  经度: '101.718',
  纬度: '26.582',
  法定代表人: '向法人',
  法定代表人电话: '0812-3330001',
  主要负责人: '余负责',
  主要负责人考核合格证号: '川安 A（2024）00123',
  合格证有效期止: '2027-06-30',
  安全总监: '林安全',
  联系人: '林联系',
  联系电话: '0812-3330000',
  安全管理机构: '安全环保科',
  员工总数: '86',
  专职安全管理人员: '3',
  兼职安全管理人员: '2',
  特种作业人员: '21',
  注册安全工程师: '1',
  倒班方式: '两班制',
  固定资产: '5200.5',
  上年主营业务收入: '8100',
  上年安全生产投入: '120.25',
  重大危险源: '0',
  生产能力: '60',
  最终边坡高度: '80',
  死亡: '0',
  重伤: '0',
  其他重大事故: '0',
  新增职业病: '0',
  近三年安全生产行政处罚: '0',
  近一年发现的重大事故隐患: '0',
  承保机构: '某财产保险股份有限公司攀枝花中心支公司',
  保险到期日: '2027-03-31',
  自评开始日期: '2026-08-25',
  自评结束日期: '2026-08-31',
  自评组组长: '余负责',
};

const choices: Cells = {
  企业性质: '民营',
  企业规模: '小型',
  以往标准化等级: '三级',
  开采方式: '露天开采',
  爆破作业: '委托爆破',
  安全生产信用状态: '未列入失信名单',
  是否投保安全生产责任保险: '是',
  申请性质: '初次',
  申请类别: 'B 类',
  同意遵守评审要求并提供真实信息: '是',
};

const tables: Readonly<Record<string, readonly Cells[]>> = {
  证照: [
    {
      证照种类: '营业执照',
      证照编号: '91510402MA6000001',
      '发证机关（机构）': '攀枝花市市场监督管理局',
      有效期起: '2018-03-01',
    },
    {
      证照种类: '安全生产许可证',
      证照编号: '（川）FM 安许证字〔2024〕0001',
      '发证机关（机构）': '四川省应急管理厅',
      有效期起: '2024-06-01',
      有效期止: '2027-05-31',
    },
    {
      证照种类: '采矿许可证',
      证照编号: 'C5104002020017110152341',
      '发证机关（机构）': '攀枝花市自然资源和规划局',
      有效期起: '2020-01-01',
      有效期止: '2030-01-01',
    },
  ],
  自评组成员: [
    { 姓名: '余负责', 部门: '矿部', 职务: '矿长' },
    { 姓名: '林安全', 部门: '安全环保科', 职务: '科长', 电话: '0812-3330002' },
  ],
};

/** How many rows of a table are written; where one is under way, its cells come before the fields of the form. */
interface Rows {
  readonly begun: Map<string, number>;
  cells: Cells;
}

const beginRow = async (keyboard: Keyboard, table: string, rows: Rows): Promise<boolean> => {
  const nth = rows.begun.get(table) ?? 0;
  const cells = tables[table]?.[nth];
  if (cells === undefined) return false;
  rows.begun.set(table, nth + 1);
  rows.cells = cells;
  await keyboard.key('Enter');
  return true;
};

const fillIn = async (keyboard: Keyboard, focused: Focused, rows: Rows): Promise<void> => {
  const { kind, name, group, value } = focused;
  const written = rows.cells[name] ?? entries[name];
  if (kind === 'radio') {
    const wanted = choices[group];
    if (wanted !== undefined) await keyboard.choose(wanted);
  } else if (kind === 'select') {
    const wanted = rows.cells[name] ?? choices[name];
    if (wanted !== undefined) await keyboard.choose(wanted);
  } else if (kind === 'checkbox') {
    if (name === '矿山' || (name === '已附' && !focused.checked)) await keyboard.key('Space');
  } else if (written !== undefined && value !== written) await keyboard.write(written, kind);
};

/** Goes through the whole form once with Tab, fills in what is asked, adds rows, confirms what was taken over. */
export const fillForm = async (keyboard: Keyboard): Promise<void> => {
  const rows: Rows = { begun: new Map(), cells: {} };
  let focused = await keyboard.to(/^企业地址/);
  for (let steps = 0; steps < 400; steps += 1) {
    const table = /^增加一行：(.+)$/.exec(focused.name)?.[1];
    if (/^(登记表已填完|下一处未填)/.test(focused.name)) return;
    if (table !== undefined) {
      rows.cells = {};
      if (await beginRow(keyboard, table, rows)) {
        focused = await keyboard.at();
        if (focused.name.startsWith('增加一行')) throw new Error(`the focus stays behind the new row of ${table}`);
        continue;
      }
    } else if (focused.name === '核对无误，全部确认') await keyboard.key('Enter');
    else await fillIn(keyboard, focused, rows);
    focused = await keyboard.next();
  }
  throw new Error('the form has no end');
};
