import { completenessOf, submissionGaps } from '../completeness.ts';
import { draftDeductionFaults } from '../draft-answers.ts';
import { sectionsOf } from '../sections.ts';
import type { CheckRule } from './check-input.ts';

/** Every item is answered, every item that is not applicable has its reason, every loss of points is explained and counted right. */
export const answersComplete: CheckRule = {
  code: 'answersComplete',
  level: 'error',
  find: ({ edition, drafts }) => [
    ...submissionGaps(completenessOf(sectionsOf(edition), drafts, []), drafts),
    ...draftDeductionFaults(edition, drafts),
  ],
};
