import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PlainDate } from '#lib/plain-date.ts';
import { ok, type Refusal, type Result } from '#lib/result.ts';
import { compressedText } from '#platform/db/compressed.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import { type Answers, type DeductionCounts, packAnswers, score } from '#process/standards/domain/index.ts';
import type { StoredEdition } from '#process/standards/server/edition-store.ts';
import { type Measures, measuresOf } from '../domain/rectification/measure.ts';
import type { ReportTexts } from '../domain/report/sections.ts';
import { canonicalSubmission } from '../domain/submission-digest.ts';
import type { FrozenRegistration, FrozenReport } from './read-submission.ts';

const sha256 = (content: string | Uint8Array): string => hash('sha256', content);
const canonical = (value: unknown): string => canonicalize(value) ?? '';

/** Everything that a submission consists of; the answers complete and of this edition. */
export interface Freezing {
  readonly cityId: number;
  readonly submissionId: string;
  readonly declarationId: string;
  readonly unitId: string;
  readonly sequence: number;
  readonly stored: StoredEdition;
  readonly answers: Answers;
  /** Why points are lost, by item. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  /** How points were counted out, by item, as rules of this edition; `draftDeductionFaults` has nothing against it. */
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
  readonly registration: FrozenRegistration;
  readonly report: ReportTexts;
  /** Of all items; those that lose no points are left out. */
  readonly measures: Measures;
  /** In order of item, then evidence id. */
  readonly evidence: readonly {
    readonly evidenceId: string;
    readonly itemId: string;
    readonly fileName: string;
    readonly digest: string;
  }[];
  readonly receipt: string;
  readonly receivingBody: string;
  readonly dueOn: PlainDate;
  readonly late: boolean;
  /** Name of the manager whose account signs. */
  readonly signer: string;
  /** Who handed it over for signature; null where a single person did everything. */
  readonly handedOverBy: { readonly accountId: string | null; readonly name: string } | null;
  readonly submittedBy: string | null;
  readonly submittedByName: string;
  readonly submittedAt: Date;
  /** 补正说明, empty if there is none. */
  readonly correctionNote: string;
  /** The 标准修订 by which the system froze it anew; null if a person handed it in. */
  readonly revisionId: string | null;
}

export interface Frozen {
  readonly insert: Sql;
  readonly printed: string;
  readonly classCode: string | null;
  readonly contentDigest: string;
}

/** Scores, packs and seals a submission; the row is still to be written. */
export const freezeSubmission = (given: Freezing): Result<Frozen, Refusal> => {
  const { stored, answers, cityId, submissionId, declarationId, sequence, evidence } = given;
  const scored = score(stored.plan, answers, { trace: true });
  if (!scored.ok) return scored;
  const { normalised, printed, trace, class: classCode } = scored.value;
  const { bytes, texts } = packAnswers(
    stored.edition,
    stored.hash,
    answers,
    given.comments,
    given.deductions,
    given.reasons,
  );
  const report: FrozenReport = {
    sections: given.report,
    rectification: measuresOf(stored.edition, answers.answers, given.measures),
  };
  const [textsJson, registrationJson, reportJson] = [
    canonical(texts),
    canonical(given.registration),
    canonical(report),
  ];
  const contentDigest = sha256(
    canonicalSubmission({
      format: 'anping-submission-v2',
      declaration: declarationId,
      sequence,
      unit: given.unitId,
      edition: stored.hash,
      asOf: answers.asOf,
      receipt: given.receipt,
      receivingBody: given.receivingBody,
      submittedAt: given.submittedAt.toISOString(),
      signer: given.signer,
      handedOver: given.handedOverBy?.name ?? '',
      pack: sha256(bytes),
      texts: sha256(textsJson),
      registration: sha256(registrationJson),
      report: sha256(reportJson),
      evidence: evidence.map(({ itemId, fileName, digest }) => ({ item: itemId, name: fileName, digest })),
    }),
  );
  const insert = sql`insert into submissions (city_id, submission_id, declaration_id, sequence, edition_hash, as_of, pack, texts, registration, report,
      evidence_ids, numerator, denominator, printed, class_code, trace_digest, content_digest, receipt_number, receiving_body_id,
      due_on, late, signer, submitted_by, submitted_by_name, submitted_at, handed_over_by, handed_over_by_name, revision_id, correction_note)
    values (${cityId}, ${submissionId}, ${declarationId}, ${sequence}, ${stored.hash}, ${answers.asOf}, ${bytes}, ${compressedText(textsJson)},
      ${compressedText(registrationJson)}, ${compressedText(reportJson)}, ${evidence.map(({ evidenceId }) => evidenceId)}::uuid[], ${normalised.num}, ${normalised.den},
      ${printed}, ${classCode}, ${sha256(JSON.stringify(trace))}, ${contentDigest}, ${given.receipt}, ${given.receivingBody},
      ${given.dueOn}, ${given.late}, ${given.signer}, ${given.submittedBy}, ${given.submittedByName}, ${given.submittedAt},
      ${given.handedOverBy?.accountId ?? null}, ${given.handedOverBy?.name ?? null}, ${given.revisionId}, ${given.correctionNote})`;
  return ok({ insert, printed, classCode, contentDigest });
};
