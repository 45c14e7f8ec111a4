import { makeCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { openCampaign } from '#process/campaign/server/open-campaign.ts';
import {
  type Answer,
  countsOnce,
  type DeductionCounts,
  type Edition,
  type Item,
  losesPoints,
  parseEdition,
  pointsLeft,
} from '#process/standards/domain/index.ts';
import type { Visitor, World } from '../../../../tests/world.ts';
import { CITY } from '../../../../tests/world.ts';
import { sectionsOf } from '../domain/sections.ts';
import { wholeRegistration } from './whole-registration.ts';

/** Opens the year's campaign as the city office. */
export const campaignOf = async (world: World, startsOn = '2026-08-20'): Promise<string> => {
  const opened = await world.app.runner.runAs(world.actors.cityOffice, openCampaign, {
    params: undefined,
    query: undefined,
    body: { name: `评估 ${startsOn}`, startsOn },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.campaignId;
};

export interface Declarant {
  readonly declarationId: string;
  readonly unitId: string;
  readonly enterpriseId: string;
  readonly accountId: string;
  readonly visitor: Visitor;
}

interface Unit {
  readonly name?: string;
  readonly affiliation?: string;
  readonly divisionCode?: string;
  readonly supervisingBodyId?: string;
  readonly industry?: string;
}

let serial = 0;

/** An enterprise with one unit on the roster of the campaign, and a person of it at a browser. */
export const declarantOf = async (world: World, campaignId: string, unit: Unit = {}): Promise<Declarant> => {
  serial += 1;
  const owner = (statement: ReturnType<typeof sql>) => world.database.owner.query(toQuery(statement));
  const [enterpriseId, unitId, declarationId] = [newId(), newId(), newId()];
  const name = unit.name ?? `示例矿业${serial}公司`;
  const industry = unit.industry ?? 'opencast-mine';
  const body = unit.supervisingBodyId ?? 'bureau-dongqu';
  const creditCode = makeCreditCode(`91510402MA6${String(serial).padStart(6, '0')}`);
  const now = world.clock.now();
  await owner(sql`insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, address, legal_representative, contact_name, contact_phone, created_at)
    values (${CITY}, ${enterpriseId}, ${creditCode}, ${name}, ${name}, ${unit.affiliation ?? 'private'}, '东区某路 1 号', '向法人', '', '0812-3330000', ${now})`);
  await owner(sql`insert into units (city_id, unit_id, enterprise_id, name, industry, division_code, supervising_body_id, created_at)
    values (${CITY}, ${unitId}, ${enterpriseId}, ${`${name}一采区`}, ${industry}, ${unit.divisionCode ?? '510402'}, ${body}, ${now})`);
  await owner(sql`insert into declarations (city_id, declaration_id, campaign_id, unit_id, enterprise_id, industry, edition_hash, changed_at)
    select ${CITY}, ${declarationId}, ${campaignId}, ${unitId}, ${enterpriseId}, industry, edition_hash, ${now}
    from campaign_editions where city_id = ${CITY} and campaign_id = ${campaignId} and industry = ${industry}`);
  const actor = await world.person(`${name}填报人`, ['enterprise', 'enterprise-manager'], { enterpriseId });
  const accountId = actor.accountId ?? '';
  return { declarationId, unitId, enterpriseId, accountId, visitor: await world.asAccount(accountId) };
};

export const editionOf = async (visitor: Visitor, editionHash: string): Promise<Edition> => {
  const answer = await visitor.get(`/api/editions/${editionHash}`);
  const edition = parseEdition(answer.body.edition);
  if (!edition.ok) throw new Error(JSON.stringify(edition.error));
  return edition.value;
};

/** Full points on everything. */
export const fullMark = (item: Item): Answer => (item.scoring === 'met' ? { met: true } : { points: item.full });

/** An answer as it is saved, with a reason where it loses points. */
export const reasoned = (item: Item, answer: Answer) => ({
  answer,
  reason: losesPoints(item, answer) ? '现场有一处不符合，已列入整改。' : '',
  comment: '',
});

/** Starts and fills in everything; `answer` gives the answers. The version that can be submitted. */
export const fillIn = async (
  { visitor, declarationId }: Declarant,
  answer: (item: Item) => Answer = fullMark,
): Promise<number> => {
  const path = `/api/declarations/${declarationId}`;
  const expected = (done: { status: number; body: unknown }) => {
    if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  };
  expected(await visitor.post(`${path}/start`));
  expected(await visitor.send('PUT', `${path}/registration`, { baseVersion: 1, registration: wholeRegistration }));
  const { editionHash } = (await visitor.get(path)).body;
  const edition = await editionOf(visitor, editionHash);
  for (const { elementId, items } of sectionsOf(edition)) {
    const answers = Object.fromEntries(items.map((item) => [item.id, reasoned(item, answer(item))]));
    expected(await visitor.send('PUT', `${path}/sections/${elementId}`, { baseVersion: 0, items: answers }));
  }
  return (await visitor.get(path)).body.version;
};

/** A scored item whose deductions can be counted out: one rule that counts each time, found twice, and one that counts once, found. */
export interface Counting {
  readonly item: Item;
  readonly elementId: string;
  readonly counts: DeductionCounts;
  /** The points that the counts leave, in units; more than none. */
  readonly left: number;
  /** Position of the rule that counts once. */
  readonly once: number;
  /** Position of the rule that counts each time. */
  readonly each: number;
}

export const countingOf = (edition: Edition): Counting => {
  for (const { elementId, items } of sectionsOf(edition)) {
    for (const item of items) {
      const rules = item.kind === 'scored' ? (item.deductions ?? []) : [];
      const once = rules.findIndex((rule) => 'units' in rule && countsOnce(rule));
      const each = rules.findIndex((rule) => !countsOnce(rule));
      const counts = { [once]: 1, [each]: 2 };
      const left = pointsLeft(item, counts);
      if (once >= 0 && each >= 0 && left > 0) return { item, elementId, counts, left, once, each };
    }
  }
  throw new Error('no item of this edition has deductions that leave something');
};

/** The same of the edition that a declaration is filled in by. */
export const countingIn = async ({ visitor, declarationId }: Declarant): Promise<Counting> => {
  const { editionHash } = (await visitor.get(`/api/declarations/${declarationId}`)).body;
  return countingOf(await editionOf(visitor, editionHash));
};

export const submitBody = (baseVersion: number) => ({ baseVersion, truthful: true, warningsAccepted: true });

/** A unit whose declaration has been submitted, for tests of later stages. */
export const submittedDeclaration = async (
  world: World,
  campaignId: string,
  unit: Unit = {},
  answer: (item: Item) => Answer = fullMark,
): Promise<Declarant & { readonly submissionId: string; readonly receiptNumber: string }> => {
  const declarant = await declarantOf(world, campaignId, unit);
  const version = await fillIn(declarant, answer);
  const done = await declarant.visitor.post(
    `/api/declarations/${declarant.declarationId}/submissions`,
    submitBody(version),
  );
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  return { ...declarant, submissionId: done.body.submissionId, receiptNumber: done.body.receiptNumber };
};
