import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { editionByHash, type StoredEdition } from '#process/standards/server/edition-store.ts';
import type { StoredItems } from '../../domain/draft-answers.ts';
import { type CopiedAnswers, copyAnswers } from '../../domain/last-time/copy-answers.ts';
import { readSubmission, type Submission } from '../read-submission.ts';

interface Found {
  readonly submissionId: string | null;
  readonly campaignName: string;
  readonly editionHash: string;
  readonly version: number;
  readonly sections: Readonly<Record<string, { readonly version: number; readonly stored: StoredItems }>>;
}

/** What was handed in last time, beside the working copy of now. */
export interface LastTimeFound {
  readonly submission: Submission;
  readonly campaignName: string;
  readonly from: StoredEdition;
  readonly copied: CopiedAnswers;
  readonly before: Found['sections'];
  /** Of the declaration. */
  readonly version: number;
}

/** The submission in force of the same unit in the latest campaign before this one. */
const finding = (cityId: number, declarationId: string): Sql => sql`
  select l.submission_id as "submissionId", coalesce(l.name, '') as "campaignName", d.edition_hash as "editionHash", d.version,
    coalesce((select json_object_agg(x.element_id, json_build_object('version', x.version, 'stored', x.answers))
      from draft_sections x where x.city_id = d.city_id and x.declaration_id = d.declaration_id), '{}') as sections
  from declarations d
  join campaigns own on own.city_id = d.city_id and own.campaign_id = d.campaign_id
  left join lateral (
    select s.submission_id, c.name
    from declarations e
    join campaigns c on c.city_id = e.city_id and c.campaign_id = e.campaign_id and c.starts_on < own.starts_on
    join submissions s on s.city_id = e.city_id and s.submission_id = e.current_submission_id
    where e.city_id = d.city_id and e.unit_id = d.unit_id and e.enterprise_id = d.enterprise_id
    order by c.starts_on desc, s.submitted_at desc limit 1) l on true
  where d.city_id = ${cityId} and d.declaration_id = ${declarationId}`;

/** Undefined if the unit handed in nothing in an earlier campaign. Whether the caller may see the declaration is the caller's to decide. */
export const readLastTime = async (
  reader: Reader,
  cityId: number,
  declarationId: string,
): Promise<LastTimeFound | undefined> => {
  const found = await reader.row<Found>(finding(cityId, declarationId));
  const submission = found?.submissionId ? await readSubmission(reader, cityId, found.submissionId) : undefined;
  if (!found || !submission) return undefined;
  const from = await editionByHash(reader, cityId, submission.editionHash);
  const to = await editionByHash(reader, cityId, found.editionHash);
  const { reasons, comments, deductions, answers } = submission;
  const last = { campaign: found.campaignName, answers: answers.answers, reasons, comments, deductions };
  return {
    submission,
    campaignName: found.campaignName,
    from,
    copied: copyAnswers(from, to, last, found.sections),
    before: found.sections,
    version: found.version,
  };
};
