import { dayOf, type PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { openRevisionActions, type RevisionOutcome, type RevisionState } from '../../domain/revision.ts';
import type { Revision } from '../../revision.contract.ts';
import { unitScope } from '../roster/unit-scope.ts';
import { schemeByHash } from '../scheme-store.ts';

interface Row extends Omit<Revision, 'from' | 'to' | 'industryName' | 'outcomes' | 'orderedAt' | 'endedAt'> {
  readonly state: RevisionState;
  readonly effectiveOn: PlainDate;
  readonly schemeHash: string;
  readonly fromHash: string;
  readonly fromTitle: string;
  readonly fromAt: Date;
  readonly toHash: string;
  readonly toTitle: string;
  readonly toAt: Date;
  readonly orderedAt: Date;
  readonly endedAt: Date | null;
  readonly outcomes: Partial<Record<RevisionOutcome, number>>;
}

/** Counted are the units that the person sees. */
const selected = (actor: Actor, condition: Sql): Sql => sql`
  select v.revision_id as "revisionId", v.campaign_id as "campaignId", c.name as "campaignName", c.scheme_hash as "schemeHash", v.industry,
    v.from_hash as "fromHash", f.title as "fromTitle", f.published_at as "fromAt", v.to_hash as "toHash", t.title as "toTitle",
    t.published_at as "toAt", v.reason, v.effective_on as "effectiveOn", v.working_days as "workingDays", v.due_on as "dueOn", v.state,
    v.ordered_by_name as "orderedByName", v.ordered_at as "orderedAt", v.ended_at as "endedAt", v.ended_by_name as "endedByName",
    v.ended_reason as "endedReason",
    coalesce((select json_object_agg(outcome, n) from (
      select x.outcome, count(*)::int as n from edition_revision_units x
      join declarations d on d.city_id = x.city_id and d.declaration_id = x.declaration_id
      where x.city_id = v.city_id and x.revision_id = v.revision_id and ${unitScope(actor)} group by x.outcome) counted), '{}') as outcomes
  from edition_revisions v
  join campaigns c on c.city_id = v.city_id and c.campaign_id = v.campaign_id
  join editions f on f.city_id = v.city_id and f.edition_hash = v.from_hash
  join editions t on t.city_id = v.city_id and t.edition_hash = v.to_hash
  where v.city_id = ${actor.cityId} and ${condition}
  order by v.state <> 'ordered', v.ordered_at desc, v.revision_id`;

const shown = async (reader: Reader, cityId: number, row: Row): Promise<Revision> => {
  const { schemeHash, fromHash, fromTitle, fromAt, toHash, toTitle, toAt, outcomes, ...rest } = row;
  const scheme = await schemeByHash(reader, cityId, schemeHash);
  return {
    ...rest,
    industryName: scheme.industries.find(({ code }) => code === row.industry)?.name ?? row.industry,
    from: { hash: fromHash, title: fromTitle, publishedOn: dayOf(fromAt) },
    to: { hash: toHash, title: toTitle, publishedOn: dayOf(toAt) },
    orderedAt: row.orderedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    outcomes: { switched: 0, carried: 0, resubmitted: 0, returned: 0, decided: 0, ...outcomes },
  };
};

/** The orders of a campaign. */
export const listRevisions = async (
  reader: Reader,
  campaignId: string,
  { actor }: Context,
): Promise<{ rows: Revision[]; total: number }> => {
  const found = await reader.rows<Row>(selected(actor, sql`v.campaign_id = ${campaignId}`));
  const rows = await Promise.all(found.map((row) => shown(reader, actor.cityId, row)));
  return { rows, total: rows.length };
};

export const readRevision = async (
  reader: Reader,
  revisionId: string,
  { actor }: Context,
): Promise<Result<Revision & { actions: 'cancel'[] }, Fault>> => {
  const row = await reader.row<Row>(selected(actor, sql`v.revision_id = ${revisionId}`));
  if (!row) return refuse('input.noSuchRecord', 404);
  const revision = await shown(reader, actor.cityId, row);
  return ok({ ...revision, actions: [...openRevisionActions(row.state, actor.roles)] });
};
