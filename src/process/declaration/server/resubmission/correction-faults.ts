import type { Issue } from '#lib/result.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import type { DraftItems } from '../../domain/draft-answers.ts';
import { correctionGaps } from '../../domain/resubmission/correction-gaps.ts';
import { submissionDifference } from '../../domain/resubmission/submission-difference.ts';
import type { LoadedDeclaration } from '../load-declaration.ts';
import { readSubmission } from '../read-submission.ts';
import { submittedContent, workingContent } from './declared-content.ts';

/**
 * What keeps a declaration that a reviewer returned from being handed in again. Costs a query, but only then: a first submission, one
 * after a withdrawal and one that a 标准修订 sent back under another edition are not looked at.
 */
export const correctionFaults = async (
  reader: Reader,
  cityId: number,
  found: LoadedDeclaration,
  drafts: DraftItems,
  edition: Edition,
  scheme: Scheme,
): Promise<readonly Issue[]> => {
  if (found.returnedReason === null || found.currentSubmissionId === null) return [];
  const before = await readSubmission(reader, cityId, found.currentSubmissionId);
  if (!before || before.editionHash !== found.editionHash) return [];
  const difference = submissionDifference(
    submittedContent(before),
    workingContent(found, drafts, edition, scheme),
    edition.items.map(({ id }) => id),
  );
  return correctionGaps(difference, found.returnedItems ?? [], found.correctionNote);
};
