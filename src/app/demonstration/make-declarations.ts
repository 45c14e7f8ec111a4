import { Readable } from 'node:stream';
import { plainDate } from '#lib/plain-date.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { UploadInput } from '#platform/http/routes.ts';
import type { declarationContract } from '#process/declaration/declaration.contract.ts';
import { attachEvidence } from '#process/declaration/server/attach-evidence.ts';
import { saveAnswers } from '#process/declaration/server/save-answers.ts';
import { saveRegistration } from '#process/declaration/server/save-registration.ts';
import { start } from '#process/declaration/server/start.ts';
import { ANSWERS_FORMAT, score } from '#process/standards/domain/index.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import type { People } from './accounts.ts';
import { type MadeSection, makeAnswers } from './data/assessment.ts';
import type { MadeFile } from './data/evidence-files.ts';
import { type Goal, reaches } from './data/journeys.ts';
import { type Random, randomOf } from './data/random.ts';
import { makeRegistration } from './data/registration-form.ts';
import { days, isoDay, minutesAfter, within } from './days.ts';
import { clerkOf, handOverDeclaration, signAndSubmit, waitsForSignature } from './make-colleagues.ts';
import { makeCompletion, makeReport } from './make-reports.ts';
import { type Period, waveDays, waveOf } from './schedule.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

/** Those that have not come far are still being filled in. */
const period = (goal: Goal): Period =>
  reaches(goal, 'reviewing')
    ? waveDays[waveOf(goal)].assessment
    : reaches(goal, 'submitted')
      ? ['2026-10-20', '2026-11-18']
      : ['2026-10-26', '2026-11-20'];

const daysBefore = (moment: Date, count: number): string => isoDay(new Date(moment.getTime() - count * 86_400_000));

/** A draft that is still being worked on: some elements whole, one begun, the rest open. */
const unfinished = (sections: readonly MadeSection[], random: Random): readonly MadeSection[] => {
  const whole = random.between(1, sections.length - 2);
  const begun = sections[whole];
  const half =
    begun && Object.fromEntries(Object.entries(begun.items).slice(0, Math.ceil(Object.keys(begun.items).length / 2)));
  return [...sections.slice(0, whole), ...(begun && half ? [{ ...begun, items: half }] : [])];
};

/** The class that the answers come to, if they are accepted at all. */
const ownClass = ({ plan, editionHash }: MakingUnit, sections: readonly MadeSection[], asOf: string): string => {
  const answers = Object.fromEntries(
    sections.flatMap(({ items }) =>
      Object.entries(items).flatMap(([id, { answer }]) => (answer ? [[id, answer] as const] : [])),
    ),
  );
  const given = { format: ANSWERS_FORMAT, edition: editionHash, asOf: plainDate(asOf), answers, facts: [] } as const;
  const scored = score(plan, given, { trace: false });
  return (scored.ok && scored.value.class) || 'D';
};

/** The later of two days. */
const later = (a: string, b: string): string => (a.localeCompare(b) < 0 ? b : a);

const SOME_HAVE_FILES = 0.2;

const attach = async (
  { step }: Steps,
  files: BlobStore,
  made: readonly MadeFile[],
  unit: MakingUnit,
  clerk: Actor,
  moment: Date,
  random: Random,
): Promise<number> => {
  const { key, declarationId, edition } = unit;
  let latest = 0;
  const items = random.shuffled(edition.items).slice(0, random.between(2, 5));
  for (const item of items) {
    const { fileName, mediaType, bytes } = random.pick(made);
    const input = (): UploadInput<typeof declarationContract.attachEvidence> => ({
      params: { declarationId, itemId: item.id },
      query: undefined,
      body: {
        fileName,
        mediaType,
        fields: {},
        stream: Object.assign(Readable.from([Buffer.from(bytes)]), { toJSON: () => fileName }),
      },
    });
    const { version } = await step(
      `unit/${key}/evidence/${item.id}`,
      clerk,
      attachEvidence(files),
      input as never,
      moment,
    );
    latest = version;
  }
  return latest;
};

/** Fills in, proves and submits the declaration of one unit, as far as it is meant to get. */
export const makeDeclaration = async (
  steps: Steps,
  files: BlobStore,
  made: readonly MadeFile[],
  unit: MakingUnit,
  people: People,
  seed: string,
): Promise<void> => {
  const { key, goal, declarationId, enterprise, edition } = unit;
  const clerk = clerkOf(people, unit);
  if (goal === 'not-started') return;
  const { step } = steps;
  const random = randomOf(seed, 'declaration', key);
  const params = { declarationId };
  const begun = within(...period(goal), random);
  let moment = begun;
  const soon = () => {
    moment = minutesAfter(moment, random.between(4, 14));
    return moment;
  };
  await step(`unit/${key}/start`, clerk, start, { params, query: undefined, body: undefined }, moment);
  // Nobody assessed himself for this campaign before it was opened.
  const before = daysBefore(begun, random.between(8, 15));
  const from = later(before, days.campaign);
  const assessed = { from, to: daysBefore(begun, random.between(1, 5)) };
  const whole = makeAnswers(edition, unit.unit, randomOf(seed, 'answers', key));
  const { industry, quality } = unit.unit;
  const assessment = { industry, quality, ...assessed, classWanted: ownClass(unit, whole, assessed.to) };
  const registration = makeRegistration(enterprise, assessment, random);
  const form = { params, query: undefined, body: { baseVersion: 1, registration } };
  let { version } = await step(`unit/${key}/registration`, clerk, saveRegistration, form, soon());

  const sections = goal === 'draft-begun' ? unfinished(whole, random) : whole;
  for (const { elementId, items } of sections) {
    const input = { params: { declarationId, elementId }, query: undefined, body: { baseVersion: 0, items } };
    ({ version } = await step(`unit/${key}/answers/${elementId}`, clerk, saveAnswers, input as never, soon()));
  }
  if (random.chance(SOME_HAVE_FILES) || goal === 'submitted' || goal === 'draft-begun') {
    version = await attach(steps, files, made, unit, clerk, soon(), random);
  }
  const report = await makeReport(steps, unit, clerk, sections, assessed, { version, seed, soon });
  version = report.version;
  if (waitsForSignature(unit)) await handOverDeclaration(steps, `unit/${key}/submit`, people, unit, version, soon());
  if (!reaches(goal, 'submitted')) return;
  await signAndSubmit(steps, `unit/${key}/submit`, people, unit, version, soon());
  await makeCompletion(steps, unit, clerk, report.measured, { seed, at: moment });
};
