import type { Actor } from '#parties/access/domain/roles.ts';
import { changeColleague } from '#parties/people/server/colleagues/change-colleague.ts';
import { inviteColleague } from '#parties/people/server/colleagues/invite-colleague.ts';
import { handOver } from '#process/declaration/server/signing/hand-over.ts';
import { submit } from '#process/declaration/server/submit.ts';
import { openDemonstrationAccounts, type People, personOf, readPeople } from './accounts.ts';
import type { MadeEnterprise } from './data/enterprises.ts';
import { type Journey, REVISED, TO_BE_REVISED } from './data/journeys.ts';
import { personName } from './data/names.ts';
import { randomOf } from './data/random.ts';
import { at, days, minutesAfter } from './days.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

/** Of how many enterprises one has a second account, and of how many one a third. */
const EVERY = 8;
const EVERY_WITH_DEPUTY = 24;

const managerLogin = ({ creditCode }: MadeEnterprise): string => creditCode.toLowerCase();
const clerkLogin = (enterprise: MadeEnterprise): string => `${managerLogin(enterprise)}-2`;
const deputyLogin = (enterprise: MadeEnterprise): string => `${managerLogin(enterprise)}-3`;

/** A declaration that is whole and handed over: it waits for its signature on the day on which the demonstration begins. */
export const waitsForSignature = ({ goal, unit }: Journey): boolean =>
  goal === 'draft-complete' && unit.industry !== REVISED && unit.industry !== TO_BE_REVISED;

/** Who fills in: the enterprise's safety officer, where it has one with an account, else its single person. */
export const clerkOf = (people: People, { enterprise }: Pick<MakingUnit, 'enterprise'>): Actor =>
  people.get(clerkLogin(enterprise)) ?? personOf(people, managerLogin(enterprise));

/** The manager takes the account over in his own name, the person of the slip gets another one; some have a deputy. */
export const makeColleagues = async (
  steps: Steps,
  people: People,
  journeys: readonly Journey[],
  seed: string,
): Promise<People> => {
  const begun = journeys.filter(({ goal }) => goal !== 'not-started');
  const waiting = new Set(begun.filter(waitsForSignature).map(({ enterprise }) => enterprise.number));
  const several = [...new Set(begun.map(({ enterprise }) => enterprise))].filter(
    ({ number }) => number % EVERY === 0 || waiting.has(number),
  );
  const moment = at(days.slips, 16);
  await steps.each('企业多账号 Accounts of colleagues', several, async (enterprise) => {
    const manager = personOf(people, managerLogin(enterprise));
    const invite = async (login: string, name: string, roles: ('enterprise' | 'enterprise-manager')[]) => {
      if (people.has(login)) return;
      const body = { login, name, phone: enterprise.contactPhone, roles };
      await steps.act(manager, inviteColleague, { params: undefined, query: undefined, body }, moment);
    };
    const own = {
      name: enterprise.legalRepresentative,
      phone: enterprise.contactPhone,
      roles: ['enterprise' as const, 'enterprise-manager' as const],
    };
    const params = { colleagueId: manager.accountId ?? '' };
    const input = { params, query: undefined, body: own };
    await steps.step(`enterprise/${enterprise.number}/manager`, manager, changeColleague, input, moment);
    await invite(clerkLogin(enterprise), enterprise.contactName, ['enterprise']);
    if (enterprise.number % EVERY_WITH_DEPUTY === 0)
      await invite(deputyLogin(enterprise), personName(randomOf(seed, 'deputy', String(enterprise.number))), [
        'enterprise-manager',
      ]);
  });
  const logins = several.flatMap((enterprise) => [
    clerkLogin(enterprise),
    ...(enterprise.number % EVERY_WITH_DEPUTY === 0 ? [deputyLogin(enterprise)] : []),
  ]);
  await openDemonstrationAccounts(steps, 'open-colleagues', logins, at(days.slips, 17));
  return readPeople(steps);
};

const of = (declarationId: string, body: unknown) => ({ params: { declarationId }, query: undefined, body }) as never;

/** 送签 by the safety officer, where there is one; the version that is to be signed. */
export const handOverDeclaration = async (
  steps: Steps,
  key: string,
  people: People,
  unit: MakingUnit,
  baseVersion: number,
  moment: Date,
): Promise<number> => {
  const clerk = people.get(clerkLogin(unit.enterprise));
  if (!clerk) return baseVersion;
  const input = of(unit.declarationId, { baseVersion });
  const { version } = await steps.step(`${key}/hand-over`, clerk, handOver, input, moment);
  return version;
};

/** The manager signs and submits, after the safety officer has handed it over, where there is one. */
export const signAndSubmit = async (
  steps: Steps,
  key: string,
  people: People,
  unit: MakingUnit,
  version: number,
  moment: Date,
): Promise<void> => {
  const baseVersion = await handOverDeclaration(steps, key, people, unit, version, moment);
  const manager = personOf(people, managerLogin(unit.enterprise));
  const input = of(unit.declarationId, { baseVersion, truthful: true, warningsAccepted: true });
  await steps.step(key, manager, submit, input, minutesAfter(moment, 3));
};
