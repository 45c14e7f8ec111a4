import { registeredPlaceOf } from '../../domain/evidence/registered-place.ts';
import type { SubmittedFile } from '../../evidence.contract.ts';
import type { Submission } from '../read-submission.ts';

/** The files of a submission as later stages show them beside the items, and the place that photographs are held against. */
export const shownEvidence = ({
  evidence,
  registration,
}: Pick<Submission, 'evidence' | 'registration'>): {
  readonly evidence: SubmittedFile[];
  readonly place: ReturnType<typeof registeredPlaceOf>;
} => ({
  evidence: evidence.map(({ digest: _, uploadedAt: __, ...file }) => file),
  place: registeredPlaceOf(registration.form),
});
