import { join } from 'node:path';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Runner } from '#platform/run-command.ts';
import { BlobStore } from '#support/files/server/blob-store.ts';
import type { Progress } from '../progress-page.ts';
import { makeEnterpriseAccounts, makeOfficerAccounts, personOf } from './accounts.ts';
import { makeEnterprises } from './data/enterprises.ts';
import { makeEvidenceFiles } from './data/evidence-files.ts';
import { makeJourneys } from './data/journeys.ts';
import { readReviews } from './make-batches.ts';
import { makeCampaign, makeCity, makeRoster } from './make-campaign.ts';
import { makeDeclaration } from './make-declarations.ts';
import { makeUnitFacts } from './make-facts.ts';
import { makeNotices } from './make-notices.ts';
import { makeReview } from './make-reviews.ts';
import { makeRechecks, makeSpotChecks } from './make-spot-checks.ts';
import { createSteps } from './steps.ts';
import { readUnits } from './units.ts';

export interface Demonstration {
  readonly cityId: number;
  readonly name: string;
  /** Folder below `schemes/`. */
  readonly scheme: string;
  readonly enterprises: number;
  /** Any text; the same one gives the same city. */
  readonly seed: string;
}

/** As much of an instance as the making needs. */
export interface MadeIn {
  readonly app: { readonly runner: Runner<Actor> };
  readonly config: { readonly dataFolder: string };
}

/**
 * Makes the demonstration city, or goes on where it was interrupted: each step is a command that people use, done once.
 * @returns lines for the operator
 */
export const makeDemonstration = async (
  { app, config }: MadeIn,
  { cityId, name, scheme, enterprises: count, seed }: Demonstration,
  onProgress: (progress: Progress) => void,
): Promise<readonly string[]> => {
  const files = new BlobStore(join(config.dataFolder, 'files'));
  const steps = await createSteps(app.runner, cityId, onProgress);
  onProgress({ step: '建立演示城市 Founding the city', count: null });
  await makeCity(steps, { name, scheme });
  const officers = await makeOfficerAccounts(steps, seed);
  const office = personOf(officers, 'zonghe1');
  const campaignId = await makeCampaign(steps, office);
  onProgress({ step: '导入企业名册 Importing the roster', count: null });
  const enterprises = makeEnterprises(seed, count);
  await makeRoster(steps, files, office, campaignId, enterprises, scheme);
  const journeys = makeJourneys(seed, enterprises);
  const working = new Set(
    journeys.flatMap(({ goal, enterprise }) => (goal === 'not-started' ? [] : [enterprise.creditCode])),
  );
  const codes = enterprises.map(({ creditCode }) => creditCode);
  const people = await makeEnterpriseAccounts(
    steps,
    officers,
    codes,
    new Set(codes.filter((code) => !working.has(code))),
  );
  const units = await readUnits(steps, campaignId, journeys);

  await steps.each('记录日常监管 Daily supervision', units, (unit) => makeUnitFacts(steps, people, unit));
  const made = makeEvidenceFiles();
  await steps.each('企业自评申报 Self-assessments', units, (unit) =>
    makeDeclaration(steps, files, made, unit, personOf(people, unit.enterprise.creditCode.toLowerCase()), seed),
  );
  const reviews = await readReviews(steps);
  await steps.each('组织初审 Preliminary reviews', units, (unit) => makeReview(steps, people, reviews, unit, seed));
  await makeSpotChecks(steps, people, reviews, campaignId, units, seed);
  onProgress({ step: '公示和异议 Public notices', count: null });
  await makeNotices(steps, people, campaignId, units, seed);
  await makeRechecks(steps, people, units, seed);
  return [];
};
