import type { ItemPatch } from '#process/declaration/domain/draft-answers.ts';
import { sectionsOf } from '#process/declaration/domain/sections.ts';
import type { Verdict } from '#process/review/domain/verdict.ts';
import {
  type Answer,
  countedDeductions,
  type DeductionCounts,
  type Edition,
  type Item,
  losesPoints,
} from '#process/standards/domain/index.ts';
import type { MadeUnit } from './enterprises.ts';
import { foundDeductions, oneMoreDeduction } from './found-deductions.ts';
import type { Random } from './random.ts';
import { notOfTrade } from './trades.ts';

/** The answers of one element, saved together. */
export interface MadeSection {
  readonly elementId: string;
  readonly items: Readonly<Record<string, ItemPatch>>;
}

const REASONS_NOT_APPLICABLE = [
  '本单位不涉及此项设施，经核对工艺流程和设备台账确认。',
  '本评估期内无此类作业，作业审批台账无记录。',
  '该设施已于去年拆除，拆除验收资料在档。',
];
const COMMENTS_ON_LOSSES = [
  '台账记录不全，已列入整改计划，责任到班组。',
  '现场个别点位不符合要求，已下达整改通知单。',
  '培训档案缺少考核试卷，正在补考归档。',
  '标识牌破损两处，已采购更换。',
  '检测报告将到期，已联系检测机构。',
];
const COMMENTS_OF_EXAMINERS = [
  '现场抽查与自评不符，按扣分说明扣减。',
  '台账缺近两个月的记录，扣减相应分值。',
  '所附材料不能证明此项符合，按检查方法重新计分。',
  '抽问作业人员，对规程不熟悉，扣减相应分值。',
];

/** Of all mandatory (or veto) items of an edition so many fail on average, however many there are. */
const expectedFailures = (kind: Item['kind'], quality: number): number => {
  if (kind === 'mandatory') return 0.9 * (1 - quality) ** 1.4;
  return kind === 'veto' ? 0.45 * (1 - quality) ** 2 : 0;
};

/** The units of the demonstration have what an assessment asks for to be accepted at all, such as a valid licence. */
const isEntryCondition = (item: Item): boolean => item.onFail.some((effect) => 'refuse' in effect);

/** Beyond what its trade does not have, so many items an enterprise declares not applicable that may well apply. */
const DOUBTFUL = 0.02;

const answerOf = (item: Item, kindCount: number, quality: number, random: Random): Answer => {
  if (item.kind === 'scored' && item.na === 'allowed' && random.chance(DOUBTFUL))
    return { na: random.pick(REASONS_NOT_APPLICABLE) };
  if (item.kind !== 'scored') {
    const met = isEntryCondition(item) || !random.chance(expectedFailures(item.kind, quality) / kindCount);
    return item.scoring === 'met' ? { met } : { points: met ? item.full : Math.floor(item.full / 2) };
  }
  if (item.scoring === 'met') return { met: random.chance(quality + (1 - quality) / 3) };
  const share = Math.min(1, Math.max(0, quality + (random.next() - 0.45) * 0.35));
  return { points: Math.round(item.full * share) };
};

/** Most of what is lost was counted out; some write down points as they see fit. */
const COUNTED_OUT = 0.85;

const counted = (item: Item, answer: Answer, random: Random): Pick<ItemPatch, 'answer' | 'deductions'> => {
  if (!('points' in answer) || answer.points >= item.full || !random.chance(COUNTED_OUT)) return { answer };
  const found = foundDeductions(item, item.full - answer.points, random);
  return found ? { answer: { points: found.left }, deductions: found.counts } : { answer };
};

/** 扣分原因, in the words of the rules that were counted or of the deduction that the standard names; nothing is drawn for it. */
const reasonOf = (item: Item, { answer, deductions }: Pick<ItemPatch, 'answer' | 'deductions'>): string => {
  if (answer === null || !losesPoints(item, answer)) return '';
  if ('met' in answer) return '自评检查中发现与要求不符，已制定整改措施。';
  const found = countedDeductions(item, deductions ?? {}).map(({ rule, count }) =>
    'units' in rule && rule.per !== undefined ? `${rule.text}（${count} ${rule.per}）` : rule.text,
  );
  return found.length > 0 ? `自评检查发现：${found.join('；')}。` : '自评检查中发现部分不符合，按扣分标准扣减。';
};

/** A self-assessment as an enterprise of this trade and quality (0 to 1) would write it, element by element. */
export const makeAnswers = (
  edition: Edition,
  { quality, trade }: Pick<MadeUnit, 'quality' | 'trade'>,
  random: Random,
): readonly MadeSection[] => {
  const absent = notOfTrade(edition, trade);
  return sectionsOf(edition).map(({ elementId, items }) => ({
    elementId,
    items: Object.fromEntries(
      items.map((item) => {
        const na = absent.get(item.id);
        if (na !== undefined) return [item.id, { answer: { na }, reason: '', comment: '' }];
        const kindCount = edition.items.filter(({ kind }) => kind === item.kind).length;
        const answer = answerOf(item, kindCount, quality, random);
        const comment = losesPoints(item, answer) && random.chance(0.35) ? random.pick(COMMENTS_ON_LOSSES) : '';
        const given = counted(item, answer, random);
        return [item.id, { ...given, reason: reasonOf(item, given), comment }];
      }),
    ),
  }));
};

export const answersOf = (sections: readonly MadeSection[]): Readonly<Record<string, Answer>> =>
  Object.fromEntries(
    sections.flatMap(({ items }) =>
      Object.entries(items).flatMap(([id, { answer }]) => (answer ? [[id, answer]] : [])),
    ),
  );

type Counts = Readonly<Record<string, DeductionCounts>>;

/** How points were counted out, by item, where they were. */
export const countsOf = (sections: readonly MadeSection[]): Counts =>
  Object.fromEntries(
    sections.flatMap(({ items }) =>
      Object.entries(items).flatMap(([id, { deductions }]) => (deductions ? [[id, deductions]] : [])),
    ),
  );

const lowered = (
  item: Item,
  answer: Answer,
  counts: DeductionCounts | undefined,
  random: Random,
): Omit<Verdict, 'comment'> | undefined => {
  const more = counts && oneMoreDeduction(item, counts, random);
  if (more) return { itemId: item.id, verdict: 'adjust', points: more.left, deductions: more.counts };
  if ('na' in answer) {
    // What a trade does not have nobody takes for missing.
    if (!REASONS_NOT_APPLICABLE.includes(answer.na)) return undefined;
    const value = item.scoring === 'met' ? { met: false } : { points: 0 };
    return { itemId: item.id, verdict: 'refuse-na', ...value };
  }
  if ('points' in answer && answer.points > 0)
    return { itemId: item.id, verdict: 'adjust', points: Math.max(0, answer.points - Math.ceil(item.full / 5)) };
  return undefined;
};

/**
 * What an examiner says to the answers: every mandatory and veto item is looked at, of the others `strictness` (0 to 1) are
 * marked down, by one more deduction where they were counted out, and some are agreed to. Mandatory and veto items keep their answer here.
 */
export const makeVerdicts = (
  edition: Edition,
  answers: Readonly<Record<string, Answer>>,
  strictness: number,
  random: Random,
  counts: Counts = {},
): readonly Verdict[] =>
  edition.items.flatMap((item): Verdict[] => {
    const answer = answers[item.id];
    if (!answer) return [];
    const agreed: Verdict = { itemId: item.id, verdict: 'agree', comment: '' };
    if (item.kind !== 'scored') return [agreed];
    if (random.chance(strictness)) {
      const verdict = lowered(item, answer, counts[item.id], random);
      if (verdict) return [{ ...verdict, comment: random.pick(COMMENTS_OF_EXAMINERS) }];
    }
    return random.chance(0.6) ? [agreed] : [];
  });
