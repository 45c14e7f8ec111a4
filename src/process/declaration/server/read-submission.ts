import type { PlainDate } from '#lib/plain-date.ts';
import { decompressed } from '#platform/db/compressed.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { type Answers, type DeductionCounts, type PackTexts, unpackAnswers } from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { Measures } from '../domain/rectification/measure.ts';
import type { Registration } from '../domain/registration-fields.ts';
import type { ReportTexts } from '../domain/report/sections.ts';
import type { Photo } from '../evidence.contract.ts';

/** A file that belongs to a submission. */
export interface SubmittedEvidence {
  readonly evidenceId: string;
  readonly fileId: string;
  readonly itemId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** SHA-256 of the content. */
  readonly digest: string;
  readonly uploadedAt: Date;
  /** What a photograph says of itself; null of what hardly is one. */
  readonly photo: Photo | null;
}

/** What the register said of the unit when the declaration was handed in. */
export interface RegisterEntry {
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly unitName: string;
  readonly industry: string;
  readonly industryName: string;
  readonly affiliation: string;
  readonly affiliationName: string;
  readonly divisionCode: string;
  readonly divisionName: string;
  readonly supervisingBodyId: string;
  readonly supervisingBodyName: string;
}

/** The frozen form: what was filled in, and the register beside it. */
export interface FrozenRegistration {
  readonly form: Registration;
  readonly register: RegisterEntry;
}

/** What the enterprise wrote in its report, and what it means to do about each lost point. */
export interface FrozenReport {
  readonly sections: ReportTexts;
  readonly rectification: Measures;
}

/** A submission as it was handed in. */
export interface Submission {
  readonly submissionId: string;
  readonly declarationId: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly sequence: number;
  readonly editionHash: string;
  readonly asOf: PlainDate;
  readonly answers: Answers;
  /** 扣分原因 by item, where points are lost; submissions of before it was asked for have none. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  /** How points were counted out, by item, where they were. */
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
  readonly registration: FrozenRegistration;
  /** Null of a submission of format v1, made before there were reports. */
  readonly report: ReportTexts | null;
  /** By item that lost points. */
  readonly rectification: Measures;
  readonly evidence: readonly SubmittedEvidence[];
  /** The normalised score in lowest terms, its printed form, and the class; null if not accepted. */
  readonly numerator: number;
  readonly denominator: number;
  readonly printed: string;
  readonly classCode: string | null;
  readonly traceDigest: string;
  readonly contentDigest: string;
  readonly receiptNumber: string;
  readonly receivingBodyId: string;
  readonly dueOn: PlainDate;
  readonly late: boolean;
  /** The manager who signed for the enterprise, by the name of the account; typed, before accounts signed. */
  readonly signer: string;
  readonly submittedAt: Date;
  readonly submittedBy: string | null;
  readonly submittedByName: string;
  /** Who handed it over for signature; null where a single person did everything. */
  readonly handedOverBy: { readonly accountId: string | null; readonly name: string } | null;
}

export type SubmissionRow = Omit<
  Submission,
  'answers' | 'reasons' | 'comments' | 'deductions' | 'registration' | 'report' | 'rectification'
> & {
  readonly pack: Uint8Array;
  readonly texts: Uint8Array;
  readonly registration: Uint8Array;
  readonly report: Uint8Array | null;
};

/**
 * The submission, undefined if the city has none of this id. Who may see it is the caller's to decide.
 * @throws if its pack no longer reads, which only damage can cause
 */
export const readSubmission = async (
  reader: Reader,
  cityId: number,
  submissionId: string,
): Promise<Submission | undefined> => {
  const row = await reader.row<SubmissionRow>(submissionRow(cityId, submissionId));
  return row && submissionFrom(reader, cityId, row);
};

/** The statement behind it, for a caller that asks for something else in the same round trip. */
export const submissionRow = (cityId: number, submissionId: string): Sql => sql`
    select s.submission_id as "submissionId", s.declaration_id as "declarationId", d.campaign_id as "campaignId",
      d.unit_id as "unitId", s.sequence, s.edition_hash as "editionHash", s.as_of as "asOf", s.pack, s.texts, s.registration, s.report,
      s.numerator, s.denominator, s.printed, s.class_code as "classCode", s.trace_digest as "traceDigest",
      s.content_digest as "contentDigest", s.receipt_number as "receiptNumber", s.receiving_body_id as "receivingBodyId",
      s.due_on as "dueOn", s.late, s.signer, s.submitted_at as "submittedAt", s.submitted_by as "submittedBy", s.submitted_by_name as "submittedByName",
      case when s.handed_over_by_name is not null then json_build_object('accountId', s.handed_over_by, 'name', s.handed_over_by_name) end as "handedOverBy",
      coalesce((select json_agg(json_build_object('evidenceId', e.evidence_id, 'fileId', e.file_id, 'itemId', e.item_id, 'fileName', e.file_name,
          'mediaType', e.media_type, 'sizeBytes', e.size_bytes, 'digest', e.file_digest, 'uploadedAt', e.uploaded_at,
          'photo', case when e.media_type = 'image/jpeg' or coalesce(f.taken_at::text, f.latitude::text, f.device) is not null
            then json_build_object('takenAt', f.taken_at, 'latitude', f.latitude, 'longitude', f.longitude, 'device', f.device) end)
          order by e.item_id, e.evidence_id)
        from evidence e join evidence_files f on f.city_id = e.city_id and f.file_id = e.file_id
        where e.city_id = s.city_id and e.evidence_id = any(s.evidence_ids)), '[]') as evidence
    from submissions s join declarations d on d.city_id = s.city_id and d.declaration_id = s.declaration_id
    where s.city_id = ${cityId} and s.submission_id = ${submissionId}`;

/** @throws if its pack no longer reads, which only damage can cause */
export const submissionFrom = async (reader: Reader, cityId: number, row: SubmissionRow): Promise<Submission> => {
  const { edition } = await editionByHash(reader, cityId, row.editionHash);
  const { pack, texts, report: frozenReport, ...rest } = row;
  const unpacked = unpackAnswers(edition, row.editionHash, pack, decompressed<PackTexts>(texts));
  if (!unpacked.ok) throw new Error(`submission ${row.submissionId} no longer reads: ${unpacked.error.code}`);
  const report = frozenReport && decompressed<FrozenReport>(frozenReport);
  return {
    ...rest,
    ...unpacked.value,
    registration: decompressed<FrozenRegistration>(row.registration),
    report: report?.sections ?? null,
    rectification: report?.rectification ?? {},
    evidence: row.evidence.map((one) => ({
      ...one,
      uploadedAt: new Date(one.uploadedAt),
      photo: one.photo && { ...one.photo, takenAt: one.photo.takenAt && new Date(one.photo.takenAt).toISOString() },
    })),
  };
};
