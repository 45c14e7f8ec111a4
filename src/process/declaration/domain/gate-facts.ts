import type { PlainDate } from '#lib/plain-date.ts';
import type { Edition, Fact } from '#process/standards/domain/index.ts';

/** What the authority has on record about a unit. */
export interface RecordedFact {
  readonly kind: string;
  readonly happenedOn: PlainDate;
  readonly note: string;
}

/** Those of the recorded facts that a gate of the edition asks about, up to `asOf`, oldest first. */
export const gateFacts = <Recorded extends RecordedFact>(
  edition: Edition,
  recorded: readonly Recorded[],
  asOf: PlainDate,
): Recorded[] => {
  const asked = new Set(edition.gates.map(({ fact }) => fact));
  return recorded
    .filter(({ kind, happenedOn }) => asked.has(kind) && happenedOn <= asOf)
    .sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : a.kind < b.kind ? -1 : 1));
};

export const asFacts = (facts: readonly RecordedFact[]): readonly Fact[] =>
  facts.map(({ kind, happenedOn }) => ({ fact: kind, date: happenedOn }));
