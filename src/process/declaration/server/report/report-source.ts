import type { PlainDate } from '#lib/plain-date.ts';
import {
  ANSWERS_FORMAT,
  type Answer,
  answerFault,
  type DeductionCounts,
  type Score,
  score,
} from '#process/standards/domain/index.ts';
import type { StoredEdition } from '#process/standards/server/edition-store.ts';
import { givenAnswers, givenComments, givenDeductions, givenReasons } from '../../domain/completeness.ts';
import { allFromStored } from '../../domain/draft-answers.ts';
import { asFacts, gateFacts } from '../../domain/gate-facts.ts';
import type { Measures } from '../../domain/rectification/measure.ts';
import type { Registration } from '../../domain/registration-fields.ts';
import type { ReportTexts } from '../../domain/report/sections.ts';
import type { LoadedDeclaration } from '../load-declaration.ts';
import type { RegisterEntry, Submission } from '../read-submission.ts';

/** Everything that a report is made of, of a working copy or of a submission. */
export interface ReportSource {
  readonly stored: StoredEdition;
  readonly register: RegisterEntry;
  readonly form: Registration;
  readonly campaignName: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
  readonly measures: Measures;
  readonly texts: ReportTexts;
  readonly evidence: readonly { readonly itemId: string; readonly fileName: string; readonly sizeBytes: number }[];
  /** Null while items are open or nothing applies. */
  readonly score: Score | null;
  readonly asOf: PlainDate;
  readonly signer: string;
  /** Of a submission: what identifies it. */
  readonly submitted: { readonly receipt: string; readonly digest: string } | null;
}

/** The working copy as it stands on `today`. */
export const draftSource = (
  found: LoadedDeclaration,
  stored: StoredEdition,
  register: RegisterEntry,
  today: PlainDate,
): ReportSource => {
  const { edition, plan, hash } = stored;
  const drafts = allFromStored(Object.values(found.sections).map((section) => section.stored));
  const answers = givenAnswers(drafts);
  const isWhole = edition.items.every((item) => {
    const answer = answers[item.id];
    return answer !== undefined && answerFault(item, answer) === undefined;
  });
  const scored = isWhole
    ? score(
        plan,
        {
          format: ANSWERS_FORMAT,
          edition: hash,
          asOf: today,
          answers,
          facts: asFacts(gateFacts(edition, found.facts, today)),
        },
        { trace: true },
      )
    : undefined;
  return {
    stored,
    register,
    form: found.registration,
    campaignName: found.campaignName,
    answers,
    reasons: givenReasons(edition.items, drafts),
    comments: givenComments(drafts),
    deductions: givenDeductions(drafts),
    measures: found.measures,
    texts: found.report,
    evidence: found.evidence,
    score: scored?.ok ? scored.value : null,
    asOf: today,
    signer: found.registration.legalRepresentative ?? '',
    submitted: null,
  };
};

/** A submission as it was handed in. */
export const submittedSource = (submission: Submission, stored: StoredEdition, campaignName: string): ReportSource => {
  const scored = score(stored.plan, submission.answers, { trace: true });
  return {
    stored,
    register: submission.registration.register,
    form: submission.registration.form,
    campaignName,
    answers: submission.answers.answers,
    reasons: submission.reasons,
    comments: submission.comments,
    deductions: submission.deductions,
    measures: submission.rectification,
    texts: submission.report ?? {},
    evidence: submission.evidence,
    score: scored.ok ? scored.value : null,
    asOf: submission.asOf,
    signer: submission.signer,
    submitted: { receipt: submission.receiptNumber, digest: submission.contentDigest },
  };
};
