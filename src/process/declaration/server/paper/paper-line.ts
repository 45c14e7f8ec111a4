import type { PlainDate } from '#lib/plain-date.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { ArrivedCopy, Lack } from '../../domain/paper/arrivals.ts';
import type { Version } from '../../domain/paper/standing.ts';
import type { DeclarationState } from '../../domain/states.ts';
import { type AssignedDeclarations, submissionVisibleTo } from '../visibility.ts';

/** A submission with its line of versions and everything of its paper. */
export interface PaperLine {
  readonly submissionId: string;
  readonly declarationId: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly unitId: string;
  readonly enterpriseName: string;
  readonly unitName: string;
  readonly sequence: number;
  readonly contentDigest: string;
  readonly receiptNumber: string;
  readonly submittedAt: Date;
  readonly submittedDueOn: PlainDate;
  /** Whom the declaration lies with now. */
  readonly bodyId: string;
  readonly bodyName: string;
  readonly state: DeclarationState;
  readonly currentSubmissionId: string | null;
  readonly byRevision: boolean;
  readonly versions: readonly Version[];
  readonly pack: StoredPack | null;
  readonly arrivals: readonly (ArrivedCopy & {
    readonly byCode: boolean;
    readonly way: 'by-hand' | 'post';
    readonly note: string;
    readonly registeredByName: string;
    readonly registeredAt: string;
  })[];
  readonly receipt: {
    readonly number: string;
    readonly completeOn: PlainDate;
    readonly issuedAt: string;
    readonly issuedByName: string;
  } | null;
  /** The newest. */
  readonly notice: {
    readonly number: string;
    readonly lacks: readonly Lack[];
    readonly note: string;
    readonly dueOn: PlainDate;
    readonly sentAt: string;
    readonly sentByName: string;
    readonly isOpen: boolean;
  } | null;
  readonly scans: readonly {
    readonly scanId: string;
    readonly fileName: string;
    readonly mediaType: string;
    readonly sizeBytes: number;
    readonly uploadedBy: string | null;
    readonly uploadedByName: string;
    readonly uploadedAt: string;
  }[];
}

export interface StoredPack {
  readonly copies: number;
  readonly pages: number;
  readonly address: string;
  readonly dataDigest: string;
  readonly pdfDigest: string;
  readonly renderer: string;
  readonly missingGlyphs: string;
  readonly printedAt: string;
  readonly printedByName: string;
}

/** Which submission: by its id, or by the key that its printed code stands for. */
export type Which = { readonly submissionId: string } | { readonly key: string };

const chosen = (cityId: number, which: Which): Sql =>
  'submissionId' in which
    ? sql`s.submission_id = ${which.submissionId}`
    : sql`s.submission_id = (select k.submission_id from paper_packs k where k.city_id = ${cityId} and k.code_key = ${which.key})`;

/** The statement for whoever the condition lets see it. */
const lineWhere = (cityId: number, which: Which, condition: Sql): Sql => sql`
  select s.submission_id as "submissionId", s.declaration_id as "declarationId", d.campaign_id as "campaignId", c.name as "campaignName",
    d.unit_id as "unitId", e.name as "enterpriseName", u.name as "unitName", s.sequence, s.content_digest as "contentDigest",
    s.receipt_number as "receiptNumber", s.submitted_at as "submittedAt", s.due_on as "submittedDueOn",
    coalesce(d.receiving_body_id, s.receiving_body_id) as "bodyId",
    coalesce(b.name, d.receiving_body_id, s.receiving_body_id) as "bodyName", d.state, d.current_submission_id as "currentSubmissionId",
    s.revision_id is not null as "byRevision",
    (select json_agg(json_build_object('submissionId', o.submission_id, 'sequence', o.sequence, 'receiptNumber', o.receipt_number,
        'byRevision', o.revision_id is not null) order by o.sequence)
      from submissions o where o.city_id = s.city_id and o.declaration_id = s.declaration_id) as versions,
    (select json_build_object('copies', k.copies, 'pages', k.pages, 'address', k.address, 'dataDigest', k.data_digest, 'pdfDigest', k.pdf_digest,
        'renderer', k.renderer, 'missingGlyphs', k.missing_glyphs, 'printedAt', k.printed_at, 'printedByName', k.printed_by_name)
      from paper_packs k where k.city_id = s.city_id and k.submission_id = s.submission_id) as pack,
    coalesce((select json_agg(json_build_object('copy', a.copy, 'signed', a.signed, 'sealed', a.sealed, 'byCode', a.by_code,
        'arrivedOn', a.arrived_on, 'way', a.way, 'note', a.note, 'registeredByName', a.registered_by_name, 'registeredAt', a.registered_at)
        order by a.copy)
      from paper_arrivals a where a.city_id = s.city_id and a.submission_id = s.submission_id and a.ended_at is null), '[]') as arrivals,
    (select json_build_object('number', r.number, 'completeOn', r.complete_on, 'issuedAt', r.issued_at, 'issuedByName', r.issued_by_name)
      from paper_receipts r where r.city_id = s.city_id and r.submission_id = s.submission_id and r.voided_at is null) as receipt,
    (select json_build_object('number', n.number, 'lacks', n.lacks, 'note', n.note, 'dueOn', n.due_on, 'sentAt', n.sent_at,
        'sentByName', n.sent_by_name, 'isOpen', n.settled_at is null)
      from paper_notices n where n.city_id = s.city_id and n.submission_id = s.submission_id order by n.sent_at desc limit 1) as notice,
    coalesce((select json_agg(json_build_object('scanId', f.scan_id, 'fileName', f.file_name, 'mediaType', f.media_type,
        'sizeBytes', f.size_bytes, 'uploadedBy', f.uploaded_by, 'uploadedByName', f.uploaded_by_name, 'uploadedAt', f.uploaded_at) order by f.uploaded_at)
      from paper_scans f where f.city_id = s.city_id and f.submission_id = s.submission_id and f.removed_at is null), '[]') as scans
  from submissions s
  join declarations d on d.city_id = s.city_id and d.declaration_id = s.declaration_id
  join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id
  join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
  join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
  left join bodies b on b.city_id = d.city_id and b.body_id = coalesce(d.receiving_body_id, s.receiving_body_id)
  where s.city_id = ${cityId} and ${chosen(cityId, which)} and ${condition}`;

/** The line of a submission, for those who may read it. */
export const visibleLine = (actor: Actor, assigned: AssignedDeclarations, which: Which): Sql =>
  lineWhere(actor.cityId, which, submissionVisibleTo(actor, assigned));

/** The same for anybody: only what may be said to everybody leaves the caller. */
export const anyLine = (cityId: number, which: Which): Sql => lineWhere(cityId, which, sql`true`);

/** The same for the desk of the body that the declaration lies with, locked until the transaction ends. */
export const deskLine = (actor: Actor, submissionId: string): Sql =>
  sql`${lineWhere(
    actor.cityId,
    { submissionId },
    sql`coalesce(d.receiving_body_id, s.receiving_body_id) = ${actor.bodyId}`,
  )} for update of d`;
