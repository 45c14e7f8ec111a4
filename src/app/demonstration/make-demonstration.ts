import { join } from 'node:path';
import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Runner } from '#platform/run-command.ts';
import { BlobStore } from '#support/files/server/blob-store.ts';
import type { Progress } from '../progress-page.ts';
import { DEMONSTRATION_PASSWORD, makeEnterpriseAccounts, makeOfficerAccounts, personOf } from './accounts.ts';
import { makeEnterprises } from './data/enterprises.ts';
import { makeEvidenceFiles } from './data/evidence-files.ts';
import { makeJourneys } from './data/journeys.ts';
import { makePhotographs } from './data/photographs.ts';
import { at, days } from './days.ts';
import { makeAdoptions } from './make-adoptions.ts';
import { readReviews } from './make-batches.ts';
import { makeCampaign, makeCity, makeRoster } from './make-campaign.ts';
import { makeColleagues } from './make-colleagues.ts';
import { makeDeclaration } from './make-declarations.ts';
import { makeUnitFacts } from './make-facts.ts';
import { makeNotices } from './make-notices.ts';
import { makePaper } from './make-paper.ts';
import { makeRegisterChanges } from './make-register-changes.ts';
import { makeRequests } from './make-requests.ts';
import { makeReview } from './make-reviews.ts';
import { makeRevisions } from './make-revisions.ts';
import { makeRechecks, makeSpotChecks } from './make-spot-checks.ts';
import { makeStandards } from './make-standards.ts';
import { speakersOf } from './speakers.ts';
import { createSteps } from './steps.ts';
import { readUnits } from './units.ts';
import { nameVisitors, visitorLogins } from './visitors.ts';

export interface Demonstration {
  readonly cityId: number;
  readonly name: string;
  /** Folder below `schemes/`. */
  readonly scheme: string;
  readonly enterprises: number;
  /** Any text; the same one gives the same city. */
  readonly seed: string;
}

/** Fixes what the city is made from; whoever goes on after an interruption goes on with that. */
const begin = systemCommand<Pick<Demonstration, 'enterprises' | 'seed'>, { enterprises: number; seed: string }>({
  name: 'people.begin-demonstration',
  run: async (_tx, { enterprises, seed }, { actor }) =>
    ok({
      done: { enterprises, seed },
      subject: { type: 'city', id: String(actor.cityId) },
      record: { enterprises, seed },
    }),
});

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
  { cityId, name, scheme, ...wanted }: Demonstration,
  onProgress: (progress: Progress) => void,
): Promise<readonly string[]> => {
  const files = new BlobStore(join(config.dataFolder, 'files'));
  const steps = await createSteps(app.runner, cityId, onProgress);
  onProgress({ step: '建立演示城市 Founding the city', count: null });
  await makeCity(steps, { name, scheme });
  const { enterprises: count, seed } = await steps.step('begin', steps.city, begin, wanted, at(days.accounts, 8));
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
  const firms = await makeEnterpriseAccounts(
    steps,
    officers,
    codes,
    new Set(codes.filter((code) => !working.has(code))),
  );
  const people = await makeColleagues(steps, firms, journeys, seed);
  const units = await readUnits(steps, campaignId, journeys);

  await steps.each('记录日常监管 Daily supervision', units, (unit) => makeUnitFacts(steps, people, unit));
  const made = [...makeEvidenceFiles(), ...(await makePhotographs())];
  await steps.each('企业自评申报 Self-assessments', units, (unit) =>
    makeDeclaration(steps, files, made, unit, people, seed),
  );
  await makeRequests(steps, files, made, people, units);
  const reviews = await readReviews(steps);
  await steps.each('组织初审 Preliminary reviews', units, (unit) => makeReview(steps, people, reviews, unit, seed));
  await makeSpotChecks(steps, people, reviews, campaignId, units, seed);
  onProgress({ step: '公示和异议 Public notices', count: null });
  await makeNotices(steps, people, campaignId, units, seed);
  await makeRechecks(steps, people, units, seed);
  onProgress({ step: '认定名单 Lists', count: null });
  await makeAdoptions(steps, people, campaignId, units);
  const known = await visitorLogins(steps, units);
  await makeStandards(steps, people, speakersOf(people, units, seed, known));
  await makeRevisions(steps, people, campaignId, units, seed);
  await makeRegisterChanges(steps, files, made, people, units);
  await makePaper(steps, files, people, campaignId, units, seed);
  const visitors = await nameVisitors(steps, units);
  return [
    '  演示账号（密码相同，也可在登录页直接选择） Demonstration accounts (one password; or pick one on the sign-in page):',
    ...visitors.map(({ role, login }) => `    ${login.padEnd(20)} ${role}`),
    `  密码 Password: ${DEMONSTRATION_PASSWORD}`,
  ];
};
