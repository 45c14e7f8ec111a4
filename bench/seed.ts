import type pg from 'pg';
import { ok } from '#lib/result.ts';
import { actAs, openRequest, readOpening, systemActor } from '#parties/access/server/open-request.ts';
import { newSession } from '#parties/people/server/session-token.ts';
import { json, type Sql, sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { createRunner } from '#platform/run-command.ts';
import { foundCity } from '#process/campaign/server/found-city.ts';
import { openCampaign } from '#process/campaign/server/open-campaign.ts';
import { readScheme } from '#process/campaign/server/read-scheme.ts';
import { wholeRegistration } from '#process/declaration/testing/whole-registration.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import { record } from '#support/audit/server/record.ts';
import { benchAnswers, benchEdition } from './payload.ts';

export const CITY = 510400;
export const INDUSTRY = 'opencast-mine';
/** Declarations whose sections are saved again and again; one is never saved by two connections at once. */
const SAVED = 256;
/** Units of an enterprise that declares; few, as in life. */
const UNITS_EACH = 4;

/** A declaration with all 200 answers saved and nothing submitted, and the session cookie of its enterprise's clerk. */
export interface Draft {
  readonly id: string;
  readonly cookie: string;
}

export interface Seeded {
  readonly campaignId: string;
  readonly edition: Edition;
  /** The session cookie of an officer of the city office. */
  readonly officeCookie: string;
  readonly toSubmit: readonly Draft[];
  readonly toSave: readonly Draft[];
}

export interface Sizes {
  readonly now: Date;
  readonly drafts: number;
  readonly units: number;
}

interface Person {
  readonly role: string;
  readonly body?: string;
  readonly enterprise?: string;
}

type Pools = { readonly app: pg.Pool; readonly owner: pg.Pool };

const run = async ({ owner }: Pools, statement: Sql): Promise<void> => {
  await owner.query(toQuery(statement));
};

/** The shipped scheme with 200 items in the place of one edition, and a campaign. */
export const found = async (pools: Pools, now: Date): Promise<{ campaignId: string; edition: Edition }> => {
  const { app: pool } = pools;
  const clock = { now: () => now };
  const runner = createRunner({ pool, clock, openRequest, readOpening, actAs, record, react: async () => ok([]) });
  const folder = await readScheme('panzhihua-2009');
  const pattern = folder.editions.find(({ industry }) => industry === INDUSTRY);
  if (!pattern) throw new Error('the shipped scheme lacks the opencast edition');
  const edition = { ...benchEdition(pattern), industry: INDUSTRY };
  const editions = folder.editions.map((each) => (each.industry === INDUSTRY ? { ...pattern, ...edition } : each));
  const founded = await runner.runAs(systemActor(CITY), foundCity, {
    cityId: CITY,
    name: '测速市',
    folder: { ...folder, editions },
    demonstrationDate: null,
  });
  if (!founded.ok) throw new Error(JSON.stringify(founded.error));
  const office = { ...systemActor(CITY), roles: ['city-office' as const], bodyId: 'city-office' };
  const body = { name: '测速', startsOn: '2026-08-20' };
  const opened = await runner.runAs(office, openCampaign, { params: undefined, query: undefined, body });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return { campaignId: opened.value.campaignId, edition };
};

/** Cookies of sessions that do not end, one a person. */
const signIn = async (pools: Pools, now: Date, persons: readonly Person[]): Promise<readonly string[]> => {
  const made = persons.map((person) => ({ ...person, id: newId(), session: newSession(CITY) }));
  const rows = json(
    made.map(({ id, role, body, enterprise, session }) => ({
      id,
      role,
      body: body ?? null,
      enterprise: enterprise ?? null,
      digest: session.digest.toString('hex'),
    })),
  );
  const input = sql`jsonb_to_recordset(${rows}::jsonb) as p(id uuid, role text, body text, enterprise uuid, digest text)`;
  await run(
    pools,
    sql`insert into accounts (city_id, account_id, login, name, roles, body_id, enterprise_id, must_change_password, created_at)
      select ${CITY}::int, p.id, p.id::text, '测速', case p.role when 'enterprise' then array['enterprise', 'enterprise-manager'] else array[p.role] end, p.body, p.enterprise, false, ${now}::timestamptz from ${input}`,
  );
  await run(
    pools,
    sql`insert into sessions (city_id, token_digest, account_id, created_at, last_seen_at, idle_minutes, expires_at)
      select ${CITY}::int, decode(p.digest, 'hex'), p.id, ${now}::timestamptz, ${now}::timestamptz, 100000000, '2100-01-01' from ${input}`,
  );
  return made.map(({ session }) => `anping=${CITY}.${session.token}`);
};

/** Enterprises with a few units each, and of every unit a declaration with every answer saved, section after section as people do. */
const fillDrafts = async (
  pools: Pools,
  { now, drafts }: Sizes,
  { campaignId, edition }: { campaignId: string; edition: Edition },
): Promise<readonly Draft[]> => {
  const enterprises = Array.from({ length: Math.ceil((drafts + SAVED) / UNITS_EACH) }, () => newId());
  await run(
    pools,
    sql`insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, created_at)
      select ${CITY}::int, id, 'D' || id, '测速矿业', '测速矿业', 'private', ${now}::timestamptz from unnest(${enterprises}::uuid[]) id`,
  );
  await run(
    pools,
    sql`insert into units (city_id, unit_id, enterprise_id, name, industry, division_code, supervising_body_id, created_at)
      select ${CITY}, gen_random_uuid(), id, '采区' || g, ${INDUSTRY}, '510402', 'bureau-dongqu', ${now}
      from unnest(${enterprises}::uuid[]) id, generate_series(1, ${UNITS_EACH}::int) g`,
  );
  await run(
    pools,
    sql`insert into declarations (city_id, declaration_id, campaign_id, unit_id, enterprise_id, industry, edition_hash, state, registration, registration_version, changed_at)
      select ${CITY}, gen_random_uuid(), ${campaignId}, u.unit_id, u.enterprise_id, u.industry, e.edition_hash, 'draft', ${json(wholeRegistration)}::jsonb, 1, ${now}
      from units u join campaign_editions e on e.campaign_id = ${campaignId} and e.industry = u.industry`,
  );
  const sections = Map.groupBy(
    benchAnswers(edition),
    ({ item }) => edition.items.find(({ id }) => id === item)?.element ?? '',
  );
  for (const [element, answers] of sections) {
    const stored = Object.fromEntries(
      answers.map(({ item, points, comment }) => {
        const loses = points < (edition.items.find(({ id }) => id === item)?.full ?? 0);
        return [
          item,
          { points, ...(loses ? { reason: '按扣分标准扣减' } : {}), ...(comment ? { comment } : {}), v: 1 },
        ];
      }),
    );
    await run(
      pools,
      sql`insert into draft_sections (city_id, declaration_id, element_id, answers, version, updated_at)
        select ${CITY}, declaration_id, ${element}, ${json(stored)}::json, 1, ${now} from declarations order by declaration_id`,
    );
  }
  const cookies = await signIn(
    pools,
    now,
    enterprises.map((enterprise) => ({ role: 'enterprise', enterprise })),
  );
  const cookieOf = new Map(enterprises.map((enterprise, index) => [enterprise, cookies[index] ?? '']));
  const { rows } = await pools.owner.query<{ id: string; enterprise: string }>(
    'select declaration_id as id, enterprise_id as enterprise from declarations order by declaration_id',
  );
  return rows.map(({ id, enterprise }) => ({ id, cookie: cookieOf.get(enterprise) ?? '' }));
};

/** A roster as large as the bench wants it, spread over divisions, bodies and states. */
const fillRoster = async (pools: Pools, { now, units }: Sizes, campaignId: string): Promise<void> => {
  await run(
    pools,
    sql`insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, created_at)
      select ${CITY}, gen_random_uuid(), 'U' || g, '企业有限公司' || g, '企业有限公司' || g, 'private', ${now}
      from generate_series(1, ${units}) g`,
  );
  await run(
    pools,
    sql`insert into units (city_id, unit_id, enterprise_id, name, industry, division_code, supervising_body_id, search_text, created_at)
      select ${CITY}, gen_random_uuid(), enterprise_id, '厂区', ${INDUSTRY},
        (array['510402', '510403', '510411', '510421', '510422'])[1 + abs(hashtext(credit_code)) % 5],
        (array['bureau-dongqu', 'bureau-xiqu', 'bureau-renhe', 'bureau-miyi', 'bureau-yanbian'])[1 + abs(hashtext(credit_code)) % 5],
        name, ${now}
      from enterprises where credit_code like 'U%'`,
  );
  await run(
    pools,
    sql`insert into declarations (city_id, declaration_id, campaign_id, unit_id, enterprise_id, industry, edition_hash, state, changed_at)
      select ${CITY}, gen_random_uuid(), ${campaignId}, u.unit_id, u.enterprise_id, u.industry, e.edition_hash,
        (array['not-started', 'draft', 'submitted', 'returned'])[1 + abs(hashtext(u.unit_id::text)) % 4], ${now}
      from units u join campaign_editions e on e.campaign_id = ${campaignId} and e.industry = u.industry
      where u.name = '厂区'`,
  );
};

/** A city, a campaign with the 200-item edition, declarations ready to submit and a roster. */
export const seedProduct = async (pools: Pools, sizes: Sizes): Promise<Seeded> => {
  const { now } = sizes;
  const { campaignId, edition } = await found(pools, now);
  // With an administrator the city counts as set up, and a start has nothing to ask.
  const [, officeCookie = ''] = await signIn(pools, now, [
    { role: 'administrator', body: 'city-office' },
    { role: 'city-office', body: 'city-office' },
  ]);
  const declarations = await fillDrafts(pools, sizes, { campaignId, edition });
  await fillRoster(pools, sizes, campaignId);
  await pools.owner.query('vacuum analyze');
  return {
    campaignId,
    edition,
    officeCookie,
    toSubmit: declarations.slice(SAVED),
    toSave: declarations.slice(0, SAVED),
  };
};

/** Makes drafts of what the bench has submitted, as before; their submissions stay. */
export const takeBack = async ({ owner }: Pools): Promise<void> => {
  await owner.query(`update declarations set state = 'draft', version = 1, current_submission_id = null,
    receiving_body_id = null, route = null where current_submission_id is not null`);
  await owner.query('vacuum declarations');
};

/** The same roster and empty tables of submissions and sections for the reference. */
export const seedBare = async (pool: pg.Pool, units: number): Promise<void> => {
  await pool.query(`create table bare_submissions (id bigint generated always as identity primary key,
    declaration_id text not null, answers jsonb not null, created_at timestamptz not null default now())`);
  await pool.query(`create table bare_sections (declaration_id text, section text, answers jsonb not null,
    version int not null default 1, primary key (declaration_id, section))`);
  await pool.query(`create table bare_units (id bigint generated always as identity primary key, unit_name text,
    enterprise_name text, credit_code text, industry text, division text, body text, affiliation text, receiver text, state text)`);
  await pool.query(
    `insert into bare_units (unit_name, enterprise_name, credit_code, industry, division, body, affiliation, receiver, state)
     select '厂区', '企业有限公司' || g, 'U' || g, '金属非金属露天矿山',
       (array['510402', '510403', '510411', '510421', '510422'])[1 + abs(hashtext('U' || g)) % 5], '东区应急局', '民营及其他', '东区应急局',
       (array['not-started', 'draft', 'submitted', 'returned'])[1 + abs(hashtext('x' || g)) % 4] from generate_series(1, $1::int) g`,
    [units],
  );
  await pool.query('create index on bare_units (division, state, id)');
  await pool.query('vacuum analyze');
};
