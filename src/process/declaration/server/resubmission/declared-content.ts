import type { Scheme } from '#process/campaign/domain/scheme.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import { givenAnswers, givenComments, givenDeductions, givenReasons } from '../../domain/completeness.ts';
import type { DraftItems } from '../../domain/draft-answers.ts';
import { measuresOf } from '../../domain/rectification/measure.ts';
import { submittedForm } from '../../domain/registration/shown-fields.ts';
import type { DeclaredContent } from '../../domain/resubmission/submission-difference.ts';
import { formSetting } from '../form-setting.ts';
import type { LoadedDeclaration } from '../load-declaration.ts';
import type { Submission } from '../read-submission.ts';

/** What a submission says, to be compared. */
export const submittedContent = (submission: Submission): DeclaredContent => ({
  answers: submission.answers.answers,
  reasons: submission.reasons,
  comments: submission.comments,
  deductions: submission.deductions,
  evidence: submission.evidence,
  registration: { ...submission.registration.form },
  rectification: submission.rectification,
  report: submission.report ?? {},
});

/** What the working copy would say if it were submitted now. */
export const workingContent = (
  found: LoadedDeclaration,
  drafts: DraftItems,
  edition: Edition,
  scheme: Scheme,
): DeclaredContent => {
  const answers = givenAnswers(drafts);
  return {
    answers,
    reasons: givenReasons(edition.items, drafts),
    comments: givenComments(drafts),
    deductions: givenDeductions(drafts),
    evidence: found.evidence,
    registration: { ...submittedForm(found.registration, formSetting(found, scheme)) },
    rectification: measuresOf(edition, answers, found.measures),
    report: found.report,
  };
};
