import type { PlainDate } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader, Tx } from '#platform/db/tx.ts';
import type { EditionReplaced } from '#process/campaign/campaign.events.ts';
import type { StoredItems } from '../../domain/draft-answers.ts';
import type { RecordedFact } from '../../domain/gate-facts.ts';
import type { DeclarationState } from '../../domain/states.ts';

/** An undecided declaration with what has to move along. */
export interface Undecided {
  readonly declarationId: string;
  readonly unitId: string;
  readonly state: DeclarationState;
  /** While it waits for its signature: the state in which it was handed over. */
  readonly handedOverIn: DeclarationState | null;
  readonly reviewState: string | null;
  readonly currentSubmissionId: string | null;
  readonly submittedBefore: number;
  /** Last day on time as it holds now. */
  readonly dueOn: PlainDate;
  readonly returnedItems: readonly { readonly itemId: string; readonly comment: string }[] | null;
  readonly sections: Readonly<Record<string, { readonly version: number; readonly stored: StoredItems }>>;
  readonly evidence: readonly {
    readonly evidenceId: string;
    readonly itemId: string;
    readonly fileName: string;
    readonly digest: string;
  }[];
  /** Rows of `rectifications`, whole. */
  readonly measures: readonly { readonly item_id: string }[];
  readonly facts: readonly RecordedFact[];
}

/** The declarations that follow a revision: those under the edition that is replaced whose class is not decided; locked. */
export const loadUndecided = async (
  tx: Tx,
  cityId: number,
  { campaignId, industry, fromHash, decided }: EditionReplaced,
): Promise<readonly Undecided[]> => {
  // First the locks, then what belongs to the rows: read in one statement, it could be older than the locks.
  const locked = await tx.rows<{ id: string }>(sql`
    select declaration_id as id from declarations
    where city_id = ${cityId} and campaign_id = ${campaignId} and industry = ${industry} and edition_hash = ${fromHash}
      and unit_id <> all(${[...decided]}::uuid[])
    order by declaration_id for update`);
  return loadWorkingCopies(
    tx,
    cityId,
    locked.map(({ id }) => id),
  );
};

/** These declarations with what has to move along when they take another edition; in the order of their ids. */
export const loadWorkingCopies = async (
  reader: Reader,
  cityId: number,
  declarationIds: readonly string[],
): Promise<readonly Undecided[]> => {
  if (declarationIds.length === 0) return [];
  return reader.rows<Undecided>(sql`
    select d.declaration_id as "declarationId", d.unit_id as "unitId", d.state, d.handed_over_from as "handedOverIn",
      d.returned_items as "returnedItems",
      case when d.state = 'submitted' then d.current_submission_id end as "currentSubmissionId",
      (select r.state from reviews r where d.state = 'submitted' and r.city_id = d.city_id and r.submission_id = d.current_submission_id)
        as "reviewState",
      (select count(*)::int from submissions s where s.city_id = d.city_id and s.declaration_id = d.declaration_id) as "submittedBefore",
      coalesce(d.returned_due_on, (select p.ends_on from phase_dates p
        where p.city_id = d.city_id and p.campaign_id = d.campaign_id and p.phase = 'self-assessment' and p.industry in (d.industry, '*')
          and p.body_id in (coalesce(d.receiving_body_id, d.expected_body_id, d.roster_body), '*')
        order by p.body_id <> '*' desc, p.industry <> '*' desc limit 1), c.ends_on) as "dueOn",
      coalesce((select json_object_agg(s.element_id, json_build_object('version', s.version, 'stored', s.answers))
        from draft_sections s where s.city_id = d.city_id and s.declaration_id = d.declaration_id), '{}') as sections,
      coalesce((select json_agg(json_build_object('evidenceId', v.evidence_id, 'itemId', v.item_id, 'fileName', v.file_name,
          'digest', v.file_digest) order by v.item_id, v.evidence_id)
        from evidence v where v.city_id = d.city_id and v.declaration_id = d.declaration_id and v.removed_at is null), '[]') as evidence,
      coalesce((select json_agg(row_to_json(m)) from rectifications m
        where m.city_id = d.city_id and m.declaration_id = d.declaration_id), '[]') as measures,
      coalesce((select json_agg(json_build_object('kind', f.kind, 'happenedOn', f.happened_on, 'note', ''))
        from supervision_facts f where f.city_id = d.city_id and f.unit_id = d.unit_id), '[]') as facts
    from declarations d join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id
    where d.city_id = ${cityId} and d.declaration_id = any(${[...declarationIds]}::uuid[])
    order by d.declaration_id`);
};
