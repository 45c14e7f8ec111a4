import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { activate, activateQuickly, becomeAdministrator, inviteOfficers } from './journey/administrator.ts';
import { lookUp, prepareList, readOwnClass, sign } from './journey/adoption.ts';
import { readAuditLog } from './journey/audit.ts';
import { importRoster, issueSlips, openCampaign, reissueSlip } from './journey/campaign.ts';
import { type OfficerKey, officers, PASSWORD, type UnitKey, units } from './journey/cast.ts';
import { activateEnterprise, correct, declare } from './journey/declare.ts';
import { type Desk, mishaps, pictureAll, setClocks, sitDown } from './journey/desk.ts';
import { object, publish, readFrozenDraw, seeClosed, uphold } from './journey/notice.ts';
import { type Office, openOffice } from './journey/office.ts';
import { receive, returnForCorrection, review, signOff, transmit } from './journey/review.ts';
import * as spotCheck from './journey/spot-check.ts';
import { expectedActs } from './journey/trail.ts';

let office: Office;
let browser: Browser;

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice('2026-08-20'), launchBrowser()]);
}, 120_000);
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await pictureAll('failed');
  console.log(mishaps);
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

/** Works of people who do not wait for one another, two at a time. */
const sideBySide = async (...works: (() => Promise<unknown>)[]): Promise<void> => {
  const waiting = [...works];
  const lane = async (): Promise<void> => {
    for (let work = waiting.shift(); work; work = waiting.shift()) await work();
  };
  await Promise.all([lane(), lane()]);
};

const moveTo = async (day: string, time?: string): Promise<void> => {
  await office.moveTo(day, time);
  await setClocks(office.now());
};

const sit = (name: string, setting: { readonly width?: number; readonly scripts?: boolean } = {}): Promise<Desk> =>
  sitDown(browser, office, { name, ...setting });

const seated = new Map<OfficerKey, Desk>();

/** The desk of an officer, who signs in when it is needed for the first time. */
const deskOf = async (key: OfficerKey): Promise<Desk> => {
  const known = seated.get(key);
  if (known) return known;
  const desk = await sit(key, key.startsWith('expert') ? { width: 390 } : {});
  await desk.signIn(officers[key].login, PASSWORD);
  seated.set(key, desk);
  return desk;
};

/** Those who open their account through the page; the others do it without. */
const byPage: readonly OfficerKey[] = ['leadingGroup', 'dongquReviewer', 'expertOne'];

const activateOfficers = async (codes: Readonly<Record<OfficerKey, string>>): Promise<void> => {
  for (const key of Object.keys(officers) as OfficerKey[]) {
    if (!byPage.includes(key)) await activateQuickly(office.address, codes[key]);
    else {
      const desk = await sit(`${key}-activation`, { width: 390 });
      await activate(desk, codes[key]);
      await desk.leave();
    }
  }
};

/** Review and signature of some units by a body, and the batch that it sends. */
const reviewAndTransmit = async (
  body: 'dongqu' | 'renhe' | 'park' | 'division',
  keys: readonly UnitKey[],
): Promise<string> => {
  const reviewer = await deskOf(`${body}Reviewer`);
  const signer = await deskOf(`${body}SignOff`);
  for (const key of keys) {
    await review(reviewer, units[key]);
    await signOff(signer, units[key]);
  }
  return await transmit(signer, keys.length);
};

test('the whole job, from an empty instance to the adopted list', { timeout: 600_000 }, async () => {
  // The instance and its people.
  const first = await sit('first-administrator');
  await becomeAdministrator(first, office.firstAdministratorLink);
  await first.leave();
  const administrator = await sit('administrator');
  await administrator.signIn('anjing', PASSWORD);
  await activateOfficers(await inviteOfficers(administrator));
  await administrator.leave();

  // Campaign, roster, slips.
  const cityOffice = await deskOf('cityOffice');
  await openCampaign(cityOffice);
  await importRoster(cityOffice);
  const slips = await issueSlips(cityOffice);

  // Self-assessment.
  await moveTo('2026-09-01');
  const enterprises = new Map<UnitKey, Desk>();
  const enterprise = async (key: UnitKey, code = slips[key]): Promise<Desk> => {
    const desk = await sit(key, key === 'gears' ? { width: 390 } : {});
    await activateEnterprise(desk, code);
    enterprises.set(key, desk);
    return desk;
  };
  const declared = async (key: UnitKey, findings = {}) =>
    declare(await enterprise(key), units[key], '2026-09-01', findings);
  await sideBySide(
    () => declared('gears', { evidenceFor: '4.2.1' }),
    () => declared('pumps', { unmet: ['2.1.3'], class: 'C 类', why: /2\.1\.3/ }),
    () => declared('castings'),
    () => declared('park'),
    async () => {
      await declared('central');
      await declare(enterprises.get('central')!, units.centralToo, '2026-09-01');
    },
  );

  // Preliminary review, with one return for correction.
  await moveTo('2026-09-15');
  const batches: string[] = [];
  await sideBySide(
    async () => batches.push(await reviewAndTransmit('dongqu', ['gears', 'pumps'])),
    async () => returnForCorrection(await deskOf('renheReviewer'), units.castings, '4.2.1', '请附上本年度的演练记录。'),
    async () => batches.push(await reviewAndTransmit('park', ['park'])),
    async () => batches.push(await reviewAndTransmit('division', ['central', 'centralToo'])),
  );
  await moveTo('2026-09-18');
  await enterprises.get('castings')?.leave();
  const castings = await sit('castings-again');
  await castings.signIn(units.castings.creditCode, PASSWORD);
  await correct(castings, units.castings, '4.2.1');
  batches.push(await reviewAndTransmit('renhe', ['castings']));
  for (const number of batches) await receive(cityOffice, number);

  // Spot check: the pool is public before there is a seed.
  await moveTo('2026-11-02');
  const visitor = await sit('visitor', { scripts: false, width: 390 });
  await readFrozenDraw(visitor, await spotCheck.freeze(cityOffice, 6));
  await moveTo('2026-11-03', '21:30');
  await spotCheck.drawBySeed(cityOffice);
  await spotCheck.recompute(cityOffice);
  await spotCheck.assignExperts(cityOffice);
  await moveTo('2026-11-10', '15:00');
  const drawn = await spotCheck.drawnUnits(await deskOf('expertOne'));
  expect(drawn).toHaveLength(4);
  await spotCheck.lookAlong(await deskOf('expertTwo'), units.park);
  for (const unitName of drawn) {
    const isGears = unitName === units.gears.unitName;
    const isPumps = unitName === units.pumps.unitName;
    const unmet = isGears ? (['2.1.3', '一台行车超期未检仍在使用。'] as const) : undefined;
    const verified = { day: '2026-11-09', unmet, class: isGears || isPumps ? 'C 类' : 'A 类' };
    await spotCheck.verify(await deskOf('expertOne'), { unitName }, verified);
    await spotCheck.confirmVerification(cityOffice, { unitName }, verified.class);
  }
  await spotCheck.keepReviewed(cityOffice);

  // A late batch has a draw of its own.
  await moveTo('2026-11-12');
  const slip = await reissueSlip(await deskOf('renheReviewer'), units.late);
  await declare(await enterprise('late', slip), units.late, '2026-11-12', { late: true });
  await receive(cityOffice, await reviewAndTransmit('renhe', ['late']));
  await spotCheck.freeze(cityOffice, 1);
  await spotCheck.drawBySeed(cityOffice);
  await spotCheck.assignExperts(cityOffice);
  await moveTo('2026-11-18');
  await spotCheck.verify(await deskOf('expertOne'), units.late, { day: '2026-11-17' });
  await spotCheck.confirmVerification(cityOffice, units.late);

  // Public notice, one objection, time.
  await moveTo('2026-12-01');
  const notice = await publish(cityOffice, 7, '12月10日');
  await moveTo('2026-12-03');
  const objection = await object(visitor, units.park);
  await moveTo('2026-12-11');
  await seeClosed(cityOffice, notice, units.park);

  // The leading group adopts what came through, while the objection is ruled on.
  await moveTo('2026-12-15');
  await prepareList(cityOffice, 6);
  await sign(await deskOf('leadingGroup'), officers.leadingGroup.name);
  await uphold(cityOffice, objection);
  await spotCheck.assignExperts(cityOffice);
  await moveTo('2026-12-17');
  await spotCheck.verify(await deskOf('expertOne'), units.park, {
    day: '2026-12-16',
    unmet: ['3.2.2', '电泳槽清理作业没有审批和监护。'],
    class: 'C 类',
  });
  await spotCheck.confirmVerification(cityOffice, units.park, 'C 类');
  await publish(cityOffice, 1, '12月28日');
  await moveTo('2026-12-30');
  await prepareList(cityOffice, 1);
  await sign(await deskOf('leadingGroup'), officers.leadingGroup.name);

  // What everybody can see of it.
  await lookUp(visitor, '金江齿轮', 'C 类');
  await lookUp(visitor, '钒钛重型', 'C 类');
  await readOwnClass(enterprises.get('gears')!, 'C 类', /2\.1\.3/);
  const acts = await readAuditLog(await deskOf('auditor'));
  expect(expectedActs.filter((act) => !acts.includes(act))).toEqual([]);
  expect(await office.checkAuditLog()).toMatchObject({ findings: [] });
  expect(mishaps).toEqual([]);
});
