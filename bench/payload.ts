import type { Edition, Item } from '#process/standards/domain/index.ts';

/** Sentences of a length that people write; two items in five carry one. */
const remarks = [
  '台账齐全，已抽查三份',
  '边坡监测数据与现场一致',
  '二号平台挡车堆高度不足，已安排整改',
  '特种作业证书在有效期内',
  '演练记录缺签到表',
];

const SECTIONS = 12;

/** An edition of 200 items in twelve sections, large enough that nothing is measured on a toy. */
export const benchEdition = (pattern: Edition, count = 200): Edition => {
  const classes = pattern.classes;
  const item = (index: number): Item => ({
    id: `b-${String(index + 1).padStart(3, '0')}`,
    element: `s-${(index % SECTIONS) + 1}`,
    clause: `${(index % SECTIONS) + 1}.${Math.floor(index / SECTIONS) + 1}`,
    text: `第 ${index + 1} 项要求`,
    full: 10,
    kind: index % 20 === 0 ? 'mandatory' : 'scored',
    scoring: 'points',
    na: 'allowed',
    onFail: index % 20 === 0 ? [{ cap: classes.find((each) => each.rank === 3)?.code ?? '' }] : [],
    deduction: '一处不符合扣 1 分',
    method: '查现场、查记录',
    evidence: '记录',
    basis: '示范',
  });
  return {
    ...pattern,
    title: '测速用标准（200 项）',
    elements: Array.from({ length: SECTIONS }, (_, index) => ({
      id: `s-${index + 1}`,
      title: `第 ${index + 1} 要素`,
      parent: null,
    })),
    items: Array.from({ length: count }, (_, index) => item(index)),
    gates: [],
  };
};

export interface BenchAnswer {
  readonly item: string;
  readonly points: number;
  readonly comment: string;
}

/** The same 200 answers for both sides; a simple generator, so that every run measures the same bytes. */
export const benchAnswers = (edition: Edition): BenchAnswer[] => {
  let state = 20_090_819;
  const next = (): number => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return edition.items.map((item) => ({
    item: item.id,
    points: next() < 0.8 ? item.full : Math.floor(next() * item.full),
    comment: next() < 0.4 ? (remarks[Math.floor(next() * remarks.length)] ?? '') : '',
  }));
};
