import { predecessors } from './carry-over.ts';
import type { Edition } from './edition.ts';
import {
  COUNT_AT,
  HASH_AT,
  HASH_LENGTH,
  PACKED_NOT_APPLICABLE,
  packedHead,
  readUint16,
  UNITS_AT,
  writeInt32,
  writeUint16,
} from './pack-layout.ts';

export interface Repacked {
  /** A pack of the later edition; used again for the next one. An item without an answer stands as 0. */
  readonly bytes: Uint8Array;
  readonly length: number;
  /** Items of the later edition that have no answer. */
  readonly unanswered: number;
}

/**
 * Prepares turning packs of one edition into packs of another, to try a rule out on answers that were given to the former. An answer goes
 * to the item that says the same, or has the same id, as long as it is worth the same and answered in the same way; nothing is converted
 * or guessed.
 * @returns a function of a whole, checked pack that lies in `bytes` at `from` up to `to`
 */
export const repacker = (
  earlier: Edition,
  later: Edition,
  laterHash: string,
): ((bytes: Uint8Array, from: number, to: number) => Repacked) => {
  const sources = sourcePositions(earlier, later);
  const naAllowed = later.items.map(({ na }) => na === 'allowed');
  const factsFrom = UNITS_AT + 2 * earlier.items.length;
  const factsAt = UNITS_AT + 2 * later.items.length;
  let made = new Uint8Array(factsAt + 2);
  made.set(packedHead(laterHash));

  return (bytes, from, to) => {
    const length = factsAt + (to - from - factsFrom);
    if (made.length < length) {
      const larger = new Uint8Array(length);
      larger.set(made.subarray(0, HASH_AT + HASH_LENGTH));
      made = larger;
    }
    const headEnd = HASH_AT + HASH_LENGTH;
    made.set(bytes.subarray(from + headEnd, from + COUNT_AT), headEnd);
    writeInt32(made, COUNT_AT, later.items.length);
    let unanswered = 0;
    for (let position = 0; position < sources.length; position += 1) {
      const source = sources[position]!;
      const unit = source < 0 ? undefined : readUint16(bytes, from + UNITS_AT + 2 * source);
      const fits = unit !== undefined && (unit !== PACKED_NOT_APPLICABLE || naAllowed[position]!);
      if (!fits) unanswered += 1;
      writeUint16(made, UNITS_AT + 2 * position, fits ? unit : 0);
    }
    made.set(bytes.subarray(from + factsFrom, to), factsAt);
    return { bytes: made, length, unanswered };
  };
};

/** Per item of the later edition the position of the item whose answer it takes, or -1. */
const sourcePositions = (earlier: Edition, later: Edition): readonly number[] => {
  const known = predecessors(earlier, later);
  const positionOf = new Map(earlier.items.map(({ id }, position) => [id, position]));
  return later.items.map((item) => {
    const position = positionOf.get(known.get(item.id)?.from ?? '') ?? -1;
    const before = earlier.items[position];
    if (!before) return -1;
    const same =
      before.full === item.full && before.scoring === item.scoring && earlier.unitsPerPoint === later.unitsPerPoint;
    return same ? position : -1;
  });
};
