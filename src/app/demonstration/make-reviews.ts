import { plainDate } from '#lib/plain-date.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { saveAnswers } from '#process/declaration/server/save-answers.ts';
import { factsThatCount, reviewedSoFar } from '#process/review/domain/reviewed-score.ts';
import type { Verdict } from '#process/review/domain/verdict.ts';
import { propose } from '#process/review/server/propose.ts';
import { returnForCorrection } from '#process/review/server/return-for-correction.ts';
import { saveDailySupervision } from '#process/review/server/save-daily-supervision.ts';
import { saveVerdicts } from '#process/review/server/save-verdicts.ts';
import { sendBack, signOff } from '#process/review/server/sign-off.ts';
import { takeUp } from '#process/review/server/take-up.ts';
import { ANSWERS_FORMAT, type Answers } from '#process/standards/domain/index.ts';
import { type People, personOf } from './accounts.ts';
import { answersOf, countsOf, makeAnswers, makeVerdicts } from './data/assessment.ts';
import { reaches } from './data/journeys.ts';
import { receivingBodies } from './data/officers.ts';
import { type Random, randomOf } from './data/random.ts';
import { isoDay, minutesAfter, within } from './days.ts';
import { clerkOf, signAndSubmit } from './make-colleagues.ts';
import { type Period, waveDays, waveOf } from './schedule.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

const SUPERVISION = [
  '本年度日常检查三次，一般隐患均按期整改，无行政处罚。',
  '本年度检查两次，整改及时；企业主要负责人到岗履职情况较好。',
  '汛期专项检查发现排水沟淤堵，已清理复查合格。',
  '日常检查中多次发现台账滞后，已约谈安全负责人。',
];
const OPINIONS = [
  '经初审，自评材料齐全，扣分依据充分，同意按复核得分提出分类意见。',
  '自评基本属实，个别条款按现场情况调整，提出如下分类意见。',
];
const RETURN_REASON = '部分条款佐证材料不足，请按所列条目补充后重新报送。';
const RETURNED_COMMENTS = ['缺现行有效的检测检验报告。', '培训档案未附考核记录。', '自评得分与附件不符，请说明。'];
const DEPARTURE = '日常监管中多次发现同类隐患反复出现，按从严原则降低一类提出意见。';

const STRICTNESS = 0.07;
export type ReviewIds = ReadonlyMap<string, string>;

interface Examination {
  readonly steps: Steps;
  readonly unit: MakingUnit;
  readonly reviewId: string;
  readonly reviewer: Actor;
  readonly answers: Answers;
  readonly verdicts: readonly Verdict[];
  readonly random: Random;
  /** The next moment of this examination. */
  readonly soon: () => Date;
}

const verdictInput = (verdicts: readonly Verdict[]) =>
  Object.fromEntries(verdicts.map(({ itemId, ...verdict }) => [itemId, { base: 0, ...verdict }]));

const give = async (
  { steps, unit, reviewId, reviewer, soon }: Examination,
  verdicts: readonly Verdict[],
): Promise<number> => {
  const input = { params: { reviewId }, query: undefined, body: { items: verdictInput(verdicts) } };
  return (await steps.step(`unit/${unit.key}/verdicts`, reviewer, saveVerdicts, input, soon())).version;
};

/** Half done: mandatory and veto items have been looked at, some of the others too. */
const begin = (exam: Examination): Promise<number> =>
  give(exam, exam.verdicts.slice(0, exam.random.between(4, Math.max(5, Math.floor(exam.verdicts.length / 2)))));

const proposed = async (exam: Examination): Promise<number> => {
  const { steps, unit, reviewId, reviewer, random, soon } = exam;
  await give(exam, exam.verdicts);
  const params = { reviewId };
  const supervision = { params, query: undefined, body: { before: '', text: random.pick(SUPERVISION) } };
  const { version } = await steps.step(
    `unit/${unit.key}/supervision`,
    reviewer,
    saveDailySupervision,
    supervision,
    soon(),
  );
  const moment = soon();
  const recorded = unit.facts.map(({ kind, happenedOn, note }) => ({ fact: kind, date: plainDate(happenedOn), note }));
  const today = plainDate(isoDay(moment));
  const score = reviewedSoFar(
    unit.plan,
    exam.answers,
    exam.verdicts,
    factsThatCount(unit.edition, recorded, today),
    today,
  );
  if (!score.ok || score.value.class === null) throw new Error(`unit ${unit.key} is not accepted`);
  const rank = unit.edition.classes.find(({ code }) => code === (score.ok ? score.value.class : ''))?.rank;
  const lower = rank !== undefined && unit.edition.classes.find((one) => one.rank === rank + 1);
  const departs = lower && random.chance(0.04);
  const body = {
    baseVersion: version,
    proposedClass: departs ? lower.code : score.value.class,
    departureReason: departs ? DEPARTURE : '',
    opinion: random.pick(OPINIONS),
  };
  return (await steps.step(`unit/${unit.key}/propose`, reviewer, propose, { params, query: undefined, body }, moment))
    .version;
};

const returned = async (exam: Examination, version: number): Promise<readonly string[]> => {
  const { steps, unit, reviewId, reviewer, random, soon } = exam;
  const chosen = random.shuffled(unit.edition.items).slice(0, 3);
  const items = chosen.map(({ id }, at) => ({ itemId: id, comment: RETURNED_COMMENTS[at] ?? RETURN_REASON }));
  const body = { baseVersion: version, reason: RETURN_REASON, items };
  await steps.step(
    `unit/${unit.key}/return`,
    reviewer,
    returnForCorrection,
    { params: { reviewId }, query: undefined, body },
    soon(),
  );
  return chosen.map(({ id }) => id);
};

/** The enterprise mends what it was told to and submits again. */
const corrected = async (exam: Examination, people: People, items: readonly string[], seed: string): Promise<void> => {
  const { steps, unit, random } = exam;
  const { key, declarationId } = unit;
  const clerk = clerkOf(people, unit);
  let moment = within('2026-11-16', '2026-11-19', random);
  let version = 0;
  for (const { elementId, items: made } of makeAnswers(unit.edition, unit.unit, randomOf(seed, 'answers', key))) {
    const mended = Object.entries(made).filter(([id]) => items.includes(id));
    if (mended.length === 0) continue;
    const patch = Object.fromEntries(
      mended.map(([id, patch]) => [id, { ...patch, comment: '已按退回意见补充材料，见附件。' }]),
    );
    moment = minutesAfter(moment, 7);
    const input = { params: { declarationId, elementId }, query: undefined, body: { baseVersion: 1, items: patch } };
    ({ version } = await steps.step(`unit/${key}/corrected/${elementId}`, clerk, saveAnswers, input as never, moment));
  }
  await signAndSubmit(steps, `unit/${key}/submit-again`, people, unit, version, minutesAfter(moment, 9));
};

const reviewPeriod = ({ goal }: MakingUnit): Period =>
  goal === 'returned'
    ? ['2026-11-13', '2026-11-20']
    : goal === 'resubmitted'
      ? ['2026-11-09', '2026-11-12']
      : waveDays[waveOf(goal)].review;

/** What the preliminary review says to the answers of a unit. */
export const examinerVerdicts = ({ edition, unit, key }: MakingUnit, seed: string): readonly Verdict[] => {
  const made = makeAnswers(edition, unit, randomOf(seed, 'answers', key));
  return makeVerdicts(edition, answersOf(made), STRICTNESS, randomOf(seed, 'verdicts', key), countsOf(made));
};

/** Reviews one unit as far as it is meant to get: taken up, examined, proposed or returned, signed off. */
export const makeReview = async (
  steps: Steps,
  people: People,
  reviews: ReviewIds,
  unit: MakingUnit,
  seed: string,
): Promise<void> => {
  const { key, goal, bodyId, edition } = unit;
  if (!reaches(goal, 'reviewing')) return;
  const reviewId = reviews.get(unit.declarationId);
  if (!reviewId) throw new Error(`no review of unit ${key}`);
  const random = randomOf(seed, 'review', key);
  const which = random.between(1, 2);
  const login = receivingBodies[bodyId];
  const reviewer = personOf(people, `${login}-chushen${which}`);
  const signer = personOf(people, `${login}-shenqian${which}`);
  let moment = within(...reviewPeriod(unit), random);
  const soon = () => {
    moment = minutesAfter(moment, random.between(12, 40));
    return moment;
  };
  const given = answersOf(makeAnswers(edition, unit.unit, randomOf(seed, 'answers', key)));
  const answers: Answers = {
    format: ANSWERS_FORMAT,
    edition: unit.editionHash,
    asOf: plainDate(isoDay(moment)),
    answers: given,
    facts: [],
  };
  const verdicts = examinerVerdicts(unit, seed);
  const exam: Examination = { steps, unit, reviewId, reviewer, answers, verdicts, random, soon };
  const params = { reviewId };
  await steps.step(
    `unit/${key}/take-up`,
    reviewer,
    takeUp,
    { params, query: undefined, body: { baseVersion: 1 } },
    moment,
  );
  if (goal === 'reviewing' || goal === 'returned' || goal === 'resubmitted') {
    const version = await begin(exam);
    if (goal === 'reviewing') return;
    const items = await returned(exam, version);
    if (goal === 'resubmitted') await corrected(exam, people, items, seed);
    return;
  }
  const version = await proposed(exam);
  const signing = { baseVersion: version };
  if (goal === 'sent-back') {
    const body = { ...signing, note: '第三要素扣分理由过于简略，请补充现场检查情况。' };
    await steps.step(`unit/${key}/send-back`, signer, sendBack, { params, query: undefined, body }, soon());
  } else if (goal !== 'proposed') {
    await steps.step(`unit/${key}/sign-off`, signer, signOff, { params, query: undefined, body: signing }, soon());
  }
};
