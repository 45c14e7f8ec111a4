/**
 * Kinds of facts that the daily-supervision record always takes; they count for no class. What the gates of an industry's
 * edition count comes in addition, from the edition.
 */
export const noteKinds = ['inspection-visit', 'hazard-found', 'hazard-rectified', 'report-received'] as const;

/** A kind of fact: an id, and its name as the edition's gate gives it; null for those with wording of their own. */
export interface FactKind {
  readonly kind: string;
  readonly title: string | null;
}

/** A note must say what it is about; an event that a gate counts is told by its kind and date. */
export const needsNote = (kind: string): boolean => (noteKinds as readonly string[]).includes(kind);

/**
 * Kinds by which another authority fixed the class of a unit, or named the class that it may not exceed; what follows of them is
 * said by the gates of the edition (`status`, `cap`).
 */
export const isFromOtherAuthority = (kind: string): boolean =>
  kind === 'class-fixed-elsewhere' || kind.startsWith('class-capped-elsewhere-');

/** Whether a record must name the document that it rests on (number and issuer), may, or has none to name. */
export const documentRule = (kind: string): 'required' | 'offered' | 'none' => {
  if (isFromOtherAuthority(kind)) return 'required';
  return needsNote(kind) ? 'none' : 'offered';
};
