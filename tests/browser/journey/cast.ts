import { creditCodeOf } from '#process/campaign/testing/roster-file.ts';

/** Everyone's password: what is long enough for the rule. */
export const PASSWORD = 'Yanbian-2026-mi';

interface Officer {
  readonly name: string;
  readonly login: string;
  /** As the page words it. */
  readonly role: string;
  /** Short name of the body; null for experts. */
  readonly body: string | null;
}

/** Those who are invited; the key is how the journey calls them. */
export const officers = {
  cityOffice: { name: '周综合', login: 'zhou', role: '市局综合处', body: '综合处' },
  dongquReviewer: { name: '何东一', login: 'he-dong1', role: '初审人员', body: '东区局' },
  dongquSignOff: { name: '何东二', login: 'he-dong2', role: '审签人', body: '东区局' },
  renheReviewer: { name: '任和一', login: 'ren.1', role: '初审人员', body: '仁和区局' },
  renheSignOff: { name: '任和二', login: 'ren.2', role: '审签人', body: '仁和区局' },
  parkReviewer: { name: '范园一', login: 'fan.1', role: '初审人员', body: '钒钛园区' },
  parkSignOff: { name: '范园二', login: 'fan.2', role: '审签人', body: '钒钛园区' },
  divisionReviewer: { name: '龚贸一', login: 'gong.1', role: '初审人员', body: '工贸处' },
  divisionSignOff: { name: '龚贸二', login: 'gong.2', role: '审签人', body: '工贸处' },
  leadingGroup: { name: '罗组长', login: 'luo-zu', role: '领导小组', body: '市领导小组' },
  expertOne: { name: '柏专家', login: 'bai', role: '专家', body: null },
  expertTwo: { name: '桑专家', login: 'sang', role: '专家', body: null },
  auditor: { name: '宋审计', login: 'song', role: '审计人员', body: '市局' },
} as const satisfies Record<string, Officer>;

export type OfficerKey = keyof typeof officers;

interface Unit {
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly unitName: string;
  readonly division: string;
  readonly body: string;
  readonly affiliation: string;
  /** Where its declaration goes. */
  readonly receiver: string;
}

const unit = (
  number: number,
  enterpriseName: string,
  unitName: string,
  rest: Omit<Unit, 'enterpriseName' | 'creditCode' | 'unitName'>,
): Unit => ({
  enterpriseName,
  creditCode: creditCodeOf(number),
  unitName,
  ...rest,
});

const dongqu = { division: '东区', body: '东区局', affiliation: '民营及其他', receiver: '东区' };
const renhe = { division: '仁和区', body: '仁和区局', affiliation: '民营及其他', receiver: '仁和区' };

/** The assessed units of the roster: two counties, the park, a central enterprise with two units. All make machinery. */
export const units = {
  gears: unit(1, '攀枝花市金江齿轮有限公司', '齿轮加工厂', dongqu),
  pumps: unit(2, '攀枝花市攀河泵业有限公司', '水泵装配车间', dongqu),
  castings: unit(3, '攀枝花市仁和铸件有限公司', '铸造分厂', renhe),
  late: unit(4, '攀枝花市大河农机有限公司', '农机装配厂', renhe),
  park: unit(5, '攀枝花市钒钛重型机械有限公司', '结构件厂', {
    division: '仁和区',
    body: '钒钛园区',
    affiliation: '民营及其他',
    receiver: '钒钛',
  }),
  central: unit(6, '中冶攀西装备有限公司', '冶金备件厂', {
    division: '东区',
    body: '东区局',
    affiliation: '中央',
    receiver: '工贸',
  }),
  centralToo: unit(6, '中冶攀西装备有限公司', '机修总厂', {
    division: '仁和区',
    body: '仁和区局',
    affiliation: '中央',
    receiver: '工贸',
  }),
} as const satisfies Record<string, Unit>;

export type UnitKey = keyof typeof units;
