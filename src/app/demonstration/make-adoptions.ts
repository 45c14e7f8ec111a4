import type { Actor } from '#parties/access/domain/roles.ts';
import { adoptableRows } from '#process/classification/server/adoptable.queries.ts';
import { prepareAdoption } from '#process/classification/server/prepare-adoption.ts';
import { signAdoption } from '#process/classification/server/sign-adoption.ts';
import { type People, personOf } from './accounts.ts';
import { type Goal, REVISED } from './data/journeys.ts';
import { at } from './days.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

interface Meeting {
  readonly key: string;
  readonly title: string;
  readonly on: string;
  readonly prepared: string;
  readonly signed: string | null;
  readonly goal: Goal;
  /** Of the units that may be adopted, so many come on this list. */
  readonly share: number;
}

/** Two lists in force, one waiting for the signature; what is left over may be put on the next. */
const meetings: readonly Meeting[] = [
  {
    key: '1',
    title: '2026年度工矿企业安全生产分类监管名单（第一批）',
    on: '2026-11-19',
    prepared: '2026-11-19',
    signed: '2026-11-20',
    goal: 'adopted',
    share: 0.67,
  },
  {
    key: '2',
    title: '2026年度工矿企业安全生产分类监管名单（第二批）',
    on: '2026-11-20',
    prepared: '2026-11-20',
    signed: '2026-11-23',
    goal: 'adopted',
    share: 1,
  },
  {
    key: '3',
    title: '2026年度工矿企业安全生产分类监管名单（第三批）',
    on: '2026-11-23',
    prepared: '2026-11-23',
    signed: null,
    goal: 'cleared',
    share: 0.5,
  },
];

const PRESENT = '市领导小组副组长，综合处、非煤矿山处、煤矿处、危化处、工贸处负责人，各县（区）局和钒钛园区负责人';
const MINUTES =
  '会议听取了综合处关于抽查核定和公示情况的汇报，逐一审议了名单。公示期内收到的异议已全部裁定，异议成立的单元不列入本批。会议一致同意所列单元的类别。';

/** The leading group meets, the office prepares the lists, the group's head signs. */
export const makeAdoptions = async (
  steps: Steps,
  people: People,
  campaignId: string,
  units: readonly MakingUnit[],
): Promise<void> => {
  const office = personOf(people, 'zonghe1');
  const head: Actor = personOf(people, 'lingdao1');
  const soon = new Set(units.filter(({ unit }) => unit.industry === REVISED).map(({ unitId }) => unitId));
  for (const { key, title, on, prepared, signed, goal, share } of meetings) {
    const meant = new Set(units.filter((unit) => unit.goal === goal).map(({ unitId }) => unitId));
    const rows = await steps.read((reader) => adoptableRows(reader, steps.city.cityId, campaignId));
    const ready = rows.filter(({ unitId }) => meant.has(unitId));
    // Those of the standard that is revised soon are decided first.
    const [first, others] = [
      ready.filter(({ unitId }) => soon.has(unitId)),
      ready.filter(({ unitId }) => !soon.has(unitId)),
    ];
    const settledIds = [...first, ...others]
      .slice(0, Math.max(first.length, Math.ceil(ready.length * share)))
      .map(({ settledId }) => settledId);
    if (settledIds.length === 0 && !steps.isDone(`adoption/${key}/prepare`)) continue;
    const list = { title, meetingOn: on, chair: head.name, present: PRESENT, minutes: MINUTES, settledIds };
    const input = { params: { campaignId }, query: undefined, body: list };
    const { adoptionId, listDigest } = await steps.step(
      `adoption/${key}/prepare`,
      office,
      prepareAdoption,
      input,
      at(prepared, 16),
    );
    if (signed === null) continue;
    const signature = { params: { adoptionId }, query: undefined, body: { name: head.name, listDigest } };
    await steps.step(`adoption/${key}/sign`, head, signAdoption, signature, at(signed, 10));
  }
};
