import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { type Edition, predecessors } from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { revisionContract } from '../../revision.contract.ts';
import { schemeByHash } from '../scheme-store.ts';
import { revisionEditions } from './revision-editions.ts';
import { earliestDay } from './revision-terms.ts';
import type { StandingOf } from './standing.ts';

type Answer = AnswerOf<typeof revisionContract.revisionPreview>;

/** What an order would do now. */
export const previewRevision = async (
  reader: Reader,
  campaignId: string,
  industry: string,
  { actor: { cityId }, today }: Context,
  standingOf: StandingOf,
): Promise<Result<Answer, Fault>> => {
  const campaign = await reader.row<{ schemeHash: string; endsOn: PlainDate }>(sql`
    select scheme_hash as "schemeHash", ends_on as "endsOn" from campaigns where city_id = ${cityId} and campaign_id = ${campaignId}`);
  const editions = await revisionEditions(reader, cityId, campaignId, industry);
  if (!campaign || !editions.used) return refuse('input.noSuchRecord', 404);
  const { used, inForce } = editions;
  const scheme = await schemeByHash(reader, cityId, campaign.schemeHash);
  const from = (await editionByHash(reader, cityId, used.hash)).edition;
  const to = inForce ? (await editionByHash(reader, cityId, inForce.hash)).edition : from;
  const { counts, changed } = compared(from, to);
  const standing = await standingOf(reader, cityId, campaignId, industry);
  const earliest = earliestDay(cityId, today);
  const ahead = await reader.row<{ revisionId: string; effectiveOn: PlainDate }>(sql`
    select revision_id as "revisionId", effective_on as "effectiveOn" from edition_revisions
    where city_id = ${cityId} and campaign_id = ${campaignId} and industry = ${industry} and state = 'ordered'`);
  return ok({
    industry,
    industryName: scheme.industries.find(({ code }) => code === industry)?.name ?? industry,
    from: used,
    to: inForce,
    items: counts,
    declarations: await declarationsOf(reader, cityId, campaignId, industry, changed),
    submitted: counts.changed + counts.fresh === 0 ? 'resubmitted' : 'returned',
    decided: standing.decided.length,
    bound: standing.bound,
    ahead: ahead ?? null,
    today,
    earliestOn: earliest.ok ? earliest.value : null,
    campaignEndsOn: campaign.endsOn,
    workingDays: { ...scheme.review.correctionWorkingDays },
  });
};

/** Counts, and the items of the earlier edition whose successor says something else. */
const compared = (
  from: Edition,
  to: Edition,
): { readonly counts: Answer['items']; readonly changed: readonly string[] } => {
  const known = [...predecessors(from, to).values()];
  const changed = known.filter(({ same }) => !same).map((each) => each.from);
  return {
    counts: {
      same: known.length - changed.length,
      changed: changed.length,
      fresh: to.items.length - known.length,
      gone: from.items.length - known.length,
    },
    changed,
  };
};

/** Those that are not decided; a submitted one counts where its review stands. */
const declarationsOf = (
  reader: Reader,
  cityId: number,
  campaignId: string,
  industry: string,
  changed: readonly string[],
): Promise<Answer['declarations']> =>
  reader.one<Answer['declarations']>(sql`
    select count(*) filter (where state = 'not-started')::int as "notStarted",
      count(*) filter (where state in ('draft', 'to-sign', 'returned'))::int as draft,
      count(*) filter (where state in ('draft', 'to-sign', 'returned') and exists (
        select 1 from draft_sections s cross join lateral json_each(s.answers) as item(id, given)
        where s.city_id = d.city_id and s.declaration_id = d.declaration_id and item.id = any(${[...changed]}::text[])
          and (given->'points' is not null or given->'met' is not null or given->'na' is not null)))::int as "draftToConfirm",
      count(*) filter (where state = 'submitted' and review = 'pending')::int as pending,
      count(*) filter (where state = 'submitted' and review = 'reviewing')::int as reviewing,
      count(*) filter (where state = 'submitted' and review = 'proposed')::int as proposed,
      count(*) filter (where state = 'submitted' and review = 'signed')::int as signed
    from (
      select d.city_id, d.declaration_id, d.state, (select r.state from reviews r
        where r.city_id = d.city_id and r.submission_id = d.current_submission_id) as review
      from declarations d
      where d.city_id = ${cityId} and d.campaign_id = ${campaignId} and d.industry = ${industry}
        and not exists (select 1 from decisions x where x.city_id = d.city_id and x.campaign_id = d.campaign_id and x.unit_id = d.unit_id)
    ) d`);
