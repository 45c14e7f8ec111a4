import type { PlainDate } from '#lib/plain-date.ts';
import type { Context } from '#parties/access/command.ts';
import { enterpriseRoles, hasRole } from '#parties/access/domain/roles.ts';
import { searchPatterns } from '#parties/enterprises/domain/search-text.ts';
import type { AnswerOf, InputOf } from '#platform/contract.ts';
import { allOf, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { type Edition, liveScore } from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { workingDaysLeft } from '#support/calendar/server/working-days-left.ts';
import type { declarationContract } from '../declaration.contract.ts';
import { givenAnswers } from '../domain/completeness.ts';
import { allFromStored, type StoredItems } from '../domain/draft-answers.ts';
import { asFacts, gateFacts, type RecordedFact } from '../domain/gate-facts.ts';
import { type DeclarationState, declarationStates, statesOf } from '../domain/states.ts';
import { listedFor } from './visibility.ts';

type Answer = AnswerOf<typeof declarationContract.declarations>;
type Query = InputOf<typeof declarationContract.declarations>['query'];

interface Row {
  readonly declarationId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly enterpriseName: string;
  readonly industry: string;
  readonly schemeHash: string;
  readonly bodyName: string;
  readonly state: DeclarationState;
  readonly reviewBegun: boolean;
  readonly editionHash: string;
  readonly dueOn: PlainDate;
  readonly submittedAt: Date | null;
  readonly currentSubmissionId: string | null;
  readonly changedAt: Date;
  readonly classCode: string | null;
  readonly printed: string | null;
  readonly late: boolean | null;
}

const body = sql`coalesce(d.receiving_body_id, d.expected_body_id, u.supervising_body_id)`;

/** Last day on time: of the submission as it was, of a correction, or of the closest row of the phase table. */
const dueOn = sql`case when d.state = 'submitted' then s.due_on else coalesce(d.returned_due_on, p.ends_on, c.ends_on) end`;

const from = sql`from declarations d
  join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
  join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
  join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id`;

const withDates = sql`${from}
  left join submissions s on s.city_id = d.city_id and s.submission_id = d.current_submission_id
  left join lateral (select x.ends_on from phase_dates x
    where x.city_id = d.city_id and x.campaign_id = d.campaign_id and x.phase = 'self-assessment'
      and x.body_id in (${body}, '*') and x.industry in (d.industry, '*')
    order by x.body_id <> '*' desc, x.industry <> '*' desc limit 1) p on true`;

const filters = (query: Query, today: PlainDate): readonly Sql[] => [
  ...(query.campaignId ? [sql`d.campaign_id = ${query.campaignId}`] : []),
  ...(query.bodyId ? [sql`${body} = ${query.bodyId}`] : []),
  ...(query.industry ? [sql`d.industry = ${query.industry}`] : []),
  ...(query.overdue === '1' ? [sql`d.state not in ('submitted', 'not-assessed') and ${dueOn} < ${today}`] : []),
  ...(query.overdue === '0' ? [sql`d.state not in ('submitted', 'not-assessed') and ${dueOn} >= ${today}`] : []),
  ...searchPatterns(query.q ?? '').map(
    (pattern) => sql`(e.search_text like ${pattern} or u.search_text like ${pattern})`,
  ),
];

/** Declarations that concern the actor, the last changed first, with the number in each state. */
export const listDeclarations = async (reader: Reader, query: Query, { actor, today }: Context): Promise<Answer> => {
  const { cityId } = actor;
  const where = allOf([sql`d.city_id = ${cityId}`, listedFor(actor), ...filters(query, today)]);
  const counted = await reader.rows<{ state: DeclarationState; count: number }>(
    sql`select d.state, count(*) ${query.overdue ? withDates : from} where ${where} group by d.state`,
  );
  const counts = { 'not-started': 0, draft: 0, 'to-sign': 0, submitted: 0, returned: 0, 'not-assessed': 0 };
  for (const { state, count } of counted) counts[state] = count;
  const wanted = query.state ? statesOf(query.state) : undefined;
  const state = wanted ? sql`and d.state = any(${[...wanted]}::text[])` : sql``;
  const rows = await reader.rows<Row>(sql`
    select d.declaration_id as "declarationId", d.unit_id as "unitId", u.name as "unitName", e.name as "enterpriseName", d.industry,
      c.scheme_hash as "schemeHash", coalesce(b.name, ${body}) as "bodyName", d.state, d.review_begun_at is not null as "reviewBegun",
      d.edition_hash as "editionHash", ${dueOn} as "dueOn", s.submitted_at as "submittedAt",
      d.current_submission_id as "currentSubmissionId", d.changed_at as "changedAt", s.class_code as "classCode", s.printed, s.late
    ${withDates}
    left join bodies b on b.city_id = d.city_id and b.body_id = ${body}
    where ${where} ${state}
    order by d.changed_at desc, d.declaration_id desc ${pageOf(query)}`);
  const progress = hasRole(actor, ...enterpriseRoles) ? await progressOf(reader, cityId, rows, today) : new Map();
  const shown = await Promise.all(
    rows.map(async ({ schemeHash, editionHash, unitId: _, submittedAt, changedAt, late, classCode, ...row }) => {
      const { edition } = await editionByHash(reader, cityId, editionHash);
      const scheme = await schemeByHash(reader, cityId, schemeHash);
      return {
        ...row,
        industryName: scheme.industries.find(({ code }) => code === row.industry)?.name ?? row.industry,
        workingDaysLeft: workingDaysLeft(actor.cityId, today, row.dueOn),
        late: late ?? (row.state !== 'not-assessed' && row.dueOn < today),
        submittedAt: submittedAt?.toISOString() ?? null,
        changedAt: changedAt.toISOString(),
        class: shownClass(edition, classCode),
        progress: progress.get(row.declarationId) ?? null,
      };
    }),
  );
  const total = (wanted ?? declarationStates).reduce((sum, one) => sum + counts[one], 0);
  return { rows: shown, total, counts, today };
};

const shownClass = ({ classes }: Edition, code: string | null) => {
  const member = classes.find((one) => one.code === code);
  return member ? { code: member.code, name: member.name ?? member.code, colour: member.colour ?? GREY } : null;
};
const GREY = '#565e68';

interface DraftRow {
  readonly declarationId: string;
  readonly sections: readonly StoredItems[];
  readonly facts: readonly RecordedFact[];
}

/** How far the enterprise's own drafts are, and what class they can still lead to. */
const progressOf = async (
  reader: Reader,
  cityId: number,
  rows: readonly Row[],
  today: PlainDate,
): Promise<ReadonlyMap<string, Answer['rows'][number]['progress']>> => {
  const open = rows.filter(({ state }) => state === 'draft' || state === 'to-sign' || state === 'returned');
  if (open.length === 0) return new Map();
  const drafts = await reader.rows<DraftRow>(sql`
    select d.declaration_id as "declarationId",
      coalesce((select json_agg(s.answers) from draft_sections s where s.city_id = d.city_id and s.declaration_id = d.declaration_id), '[]') as sections,
      coalesce((select json_agg(json_build_object('kind', f.kind, 'happenedOn', f.happened_on, 'note', ''))
        from supervision_facts f where f.city_id = d.city_id and f.unit_id = d.unit_id), '[]') as facts
    from declarations d where d.city_id = ${cityId} and d.declaration_id = any(${open.map((row) => row.declarationId)}::uuid[])`);
  const found = new Map<string, Answer['rows'][number]['progress']>();
  for (const { declarationId, editionHash } of open) {
    const draft = drafts.find((one) => one.declarationId === declarationId);
    const { plan, edition } = await editionByHash(reader, cityId, editionHash);
    const live = liveScore(plan, {
      asOf: today,
      answers: givenAnswers(allFromStored(draft?.sections ?? [])),
      facts: asFacts(gateFacts(edition, draft?.facts ?? [], today)),
    });
    const { answered, total } = live;
    found.set(declarationId, {
      answered,
      total,
      settled: shownClass(edition, live.settled),
      best: live.best?.printed ?? '',
      worst: live.worst?.printed ?? '',
    });
  }
  return found;
};
