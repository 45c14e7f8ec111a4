import type { Actor } from '#parties/access/domain/roles.ts';
import { type ReportSection, reportSections } from '#process/declaration/domain/report/sections.ts';
import { completeMeasure } from '#process/declaration/server/rectification/complete-measure.ts';
import { saveMeasure } from '#process/declaration/server/rectification/save-measure.ts';
import { saveReportSection } from '#process/declaration/server/report/save-report-section.ts';
import { losesPoints } from '#process/standards/domain/index.ts';
import type { MadeSection } from './data/assessment.ts';
import { type Goal, reaches } from './data/journeys.ts';
import { type Random, randomOf } from './data/random.ts';
import { makeMeasure, makeReportText } from './data/report-texts.ts';
import { isoDay, minutesAfter } from './days.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

const THOROUGH = 0.3;
/** What a report cannot do without. */
const SHORT = ['overview', 'conclusion'] as const satisfies readonly ReportSection[];
const MOST_MEASURES = 4;
const dayAfter = (moment: Date, count: number): string => isoDay(new Date(moment.getTime() + count * 86_400_000));

const lostOf = ({ edition }: MakingUnit, sections: readonly MadeSection[]): readonly string[] => {
  const answers = new Map(sections.flatMap(({ items }) => Object.entries(items)));
  return edition.items.flatMap((item) => {
    const answer = answers.get(item.id)?.answer;
    return answer && losesPoints(item, answer) ? [item.id] : [];
  });
};

interface Assessed {
  readonly from: string;
  readonly to: string;
}

/**
 * Writes the report of a unit: of some the whole, and measures for their first lost points; of the others the beginning and the end.
 * @returns the version of the declaration, and the item whose measure comes first
 */
export const makeReport = async (
  { step }: Steps,
  unit: MakingUnit,
  clerk: Actor,
  sections: readonly MadeSection[],
  assessed: Assessed,
  given: { readonly version: number; readonly seed: string; readonly soon: () => Date },
): Promise<{ readonly version: number; readonly measured: string | undefined }> => {
  const { key, declarationId, goal, enterprise } = unit;
  const random = randomOf(given.seed, 'report', key);
  const lost = lostOf(unit, sections);
  const about = {
    enterprise: enterprise.name,
    unit: unit.unit.name,
    leader: enterprise.legalRepresentative,
    ...assessed,
    lost: lost.length,
  };
  let { version } = given;
  const isThorough = hasMuch(goal, random);
  for (const section of isThorough ? reportSections : SHORT) {
    const body = { baseVersion: 0, content: makeReportText(section, about, random) };
    const input = { params: { declarationId, section }, query: undefined, body };
    ({ version } = await step(`unit/${key}/report/${section}`, clerk, saveReportSection, input, given.soon()));
  }
  if (!isThorough) return { version, measured: undefined };
  for (const itemId of lost.slice(0, MOST_MEASURES)) {
    const moment = given.soon();
    const body = {
      baseVersion: 0,
      measure: makeMeasure(random),
      person: enterprise.contactName,
      dueOn: dayAfter(moment, random.between(10, 90)),
    };
    const input = { params: { declarationId, itemId }, query: undefined, body };
    ({ version } = await step(`unit/${key}/measure/${itemId}`, clerk, saveMeasure, input, moment));
  }
  return { version, measured: lost[0] };
};

/** Those that a visitor is likely to look at have the whole, and some of the others. */
const hasMuch = (goal: Goal, random: Random): boolean => goal === 'submitted' || random.chance(THOROUGH);

/** The measure that comes first is carried out some days after the declaration was handed in, of half of those that are through. */
export const makeCompletion = async (
  { step }: Steps,
  { key, declarationId, goal }: MakingUnit,
  clerk: Actor,
  itemId: string | undefined,
  given: { readonly seed: string; readonly at: Date },
): Promise<void> => {
  const random = randomOf(given.seed, 'completion', key);
  if (itemId === undefined || !reaches(goal, 'signed') || !random.chance(0.5)) return;
  const moment = minutesAfter(given.at, 60 * 24 * random.between(1, 3));
  const body = { doneOn: isoDay(moment), note: '已完成，现场复查合格。' };
  const input = { params: { declarationId, itemId }, query: undefined, body };
  await step(`unit/${key}/completion/${itemId}`, clerk, completeMeasure, input, moment);
};
