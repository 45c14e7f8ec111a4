import { plainDate } from '#lib/plain-date.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import { answersSoFar, countsAfterVerdicts } from '#process/review/domain/apply-verdicts.ts';
import type { Verdict } from '#process/review/domain/verdict.ts';
import { assignExperts } from '#process/spot-check/server/assign-experts.ts';
import { confirmVerification } from '#process/spot-check/server/confirm-verification.ts';
import { recuse } from '#process/spot-check/server/recuse.ts';
import { saveVerifiedVerdicts } from '#process/spot-check/server/save-verified-verdicts.ts';
import { saveVisit } from '#process/spot-check/server/save-visit.ts';
import { submitVerification } from '#process/spot-check/server/submit-verification.ts';
import { ANSWERS_FORMAT, type Answers } from '#process/standards/domain/index.ts';
import { type People, personOf } from './accounts.ts';
import { answersOf, countsOf, makeAnswers, makeVerdicts } from './data/assessment.ts';
import { makeOfficers } from './data/officers.ts';
import { randomOf } from './data/random.ts';
import { at, isoDay, minutesAfter, within } from './days.ts';
import { examinerVerdicts } from './make-reviews.ts';
import type { DrawDays } from './schedule.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

/** How far a verification gets. */
export type Reached = 'to-assign' | 'recused' | 'assigned' | 'visiting' | 'submitted' | 'confirmed';

export interface OpenVerification {
  readonly verificationId: string;
  readonly unit: MakingUnit;
}

const CONCLUSIONS = [
  '现场与申报材料基本一致，个别条款按实际情况调整分值。',
  '必备项、否决项逐条核对，均有原始记录佐证；设备设施状况与申报一致。',
  '制度和台账齐全，现场管理较申报略差，已逐条说明扣减理由。',
];
const STRICTNESS = 0.035;

/** The verifications of a draw, or those that objections led to (`null`), each with its unit. */
export const readVerifications = async (
  { read, city }: Steps,
  drawId: string | null,
  units: readonly MakingUnit[],
): Promise<readonly OpenVerification[]> => {
  const rows = await read((reader) =>
    reader.rows<{ verificationId: string; declarationId: string }>(sql`
      select verification_id as "verificationId", declaration_id as "declarationId" from verifications
      where city_id = ${city.cityId} and draw_id is not distinct from ${drawId}::uuid`),
  );
  const found = new Map(rows.map(({ declarationId, verificationId }) => [declarationId, verificationId]));
  return units.flatMap((unit) => {
    const verificationId = found.get(unit.declarationId);
    return verificationId ? [{ verificationId, unit }] : [];
  });
};

const expertsFor = (people: People, seed: string, industry: string, turn: number): readonly Actor[] => {
  const experts = makeOfficers(seed).filter(
    ({ roles, industries }) => roles.includes('expert') && industries.includes(industry),
  );
  return [0, 1].flatMap((offset) => {
    const expert = experts[(turn + offset) % experts.length];
    return expert ? [personOf(people, expert.login)] : [];
  });
};

/** The answers as the preliminary review left them, and how their points were counted out. */
const reviewed = (unit: MakingUnit, seed: string) => {
  const made = makeAnswers(unit.edition, unit.unit, randomOf(seed, 'answers', unit.key));
  const answers: Answers = {
    format: ANSWERS_FORMAT,
    edition: unit.editionHash,
    asOf: plainDate('2026-11-01'),
    answers: answersOf(made),
    facts: [],
  };
  const verdicts = examinerVerdicts(unit, seed);
  return {
    answers: answersSoFar(unit.edition, answers, verdicts).answers,
    counts: countsAfterVerdicts(unit.edition, countsOf(made), verdicts),
  };
};

const inputOf = (verdicts: readonly Verdict[]) =>
  Object.fromEntries(verdicts.map(({ itemId, ...verdict }) => [itemId, { base: 0, ...verdict }]));

/** Experts are assigned, visit the unit and report; the office confirms: as far as this one is meant to get. */
export const makeVerification = async (
  steps: Steps,
  people: People,
  { verificationId, unit }: OpenVerification,
  reached: Reached,
  days: Pick<DrawDays, 'assigned' | 'visits' | 'confirmed'>,
  seed: string,
): Promise<void> => {
  if (reached === 'to-assign') return;
  const key = `verification/${verificationId}`;
  const random = randomOf(seed, 'verification', unit.key, days.assigned);
  const office = personOf(people, 'zonghe1');
  const experts = expertsFor(people, seed, unit.unit.industry, random.between(0, 2));
  const lead = experts[0];
  if (!lead?.accountId) throw new Error(`no expert for ${unit.unit.industry}`);
  const assignment = {
    verifications: [{ verificationId, baseVersion: 1 }],
    experts: experts.flatMap(({ accountId }) => accountId ?? []),
    lead: lead.accountId,
  };
  const bare = { params: undefined, query: undefined };
  await steps.step(`${key}/assign`, office, assignExperts, { ...bare, body: assignment }, at(days.assigned, 15));
  if (reached === 'assigned') return;
  if (reached === 'recused') {
    const body = { reason: '本人两年内曾为该企业提供安全评价服务，应当回避。' };
    await steps.step(
      `${key}/recuse`,
      lead,
      recuse,
      { params: { verificationId }, query: undefined, body },
      at(days.assigned, 17),
    );
    return;
  }

  const params = { verificationId };
  const { answers, counts } = reviewed(unit, seed);
  const verdicts = makeVerdicts(unit.edition, answers, STRICTNESS, random, counts);
  const written = reached === 'visiting' ? verdicts.slice(0, Math.ceil(verdicts.length / 2)) : verdicts;
  let moment = within(...days.visits, random);
  const soon = () => {
    moment = minutesAfter(moment, random.between(10, 50));
    return moment;
  };
  const visitedOn = isoDay(moment);
  await steps.step(
    `${key}/verdicts`,
    lead,
    saveVerifiedVerdicts,
    { params, query: undefined, body: { items: inputOf(written) } },
    soon(),
  );
  const visit = {
    before: { visitedOn: null, conclusion: '' },
    visitedOn,
    conclusion: reached === 'visiting' ? '' : random.pick(CONCLUSIONS),
  };
  const { version } = await steps.step(
    `${key}/visit`,
    lead,
    saveVisit,
    { params, query: undefined, body: visit },
    soon(),
  );
  if (reached === 'visiting') return;
  const handedIn = { params, query: undefined, body: { baseVersion: version } };
  const submitted = await steps.step(`${key}/submit`, lead, submitVerification, handedIn, soon());
  if (reached === 'submitted') return;
  const confirmed = { params, query: undefined, body: { baseVersion: submitted.version } };
  await steps.step(`${key}/confirm`, office, confirmVerification, confirmed, at(days.confirmed, 10));
};
