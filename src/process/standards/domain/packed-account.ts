import type { Account, CausePlace } from './account.ts';
import type { Plan } from './compile.ts';

/** What a packed account begins with: `APA` and its version. */
const MAGIC = [0x41, 0x50, 0x41, 0x01] as const;

/** The first byte of each step; `docs/formats.md` says what follows it. */
const STEP = {
  holds: 1,
  fails: 2,
  gateDoesNotHold: 3,
  gateHolds: 4,
  zero: 5,
  sum: 6,
  score: 7,
  floorNotApplicable: 8,
  floorKept: 9,
  floorBroken: 10,
  down: 11,
  cap: 12,
  status: 13,
  laterStatus: 14,
  refuse: 15,
} as const;

const CAUSE = { item: 0, gate: 1, floor: 2 } as const;
/** More than any step takes. */
const LONGEST_STEP = 64;

export interface PackedAccount {
  readonly account: Account;
  /** Begins the account of the pack that lies in `bytes` at `from` up to `to`. */
  readonly begin: (bytes: Uint8Array, from: number, to: number) => void;
  /** The account so far; the memory is used again after the next `begin`. */
  readonly bytes: () => Uint8Array;
}

/**
 * The same account in bytes, little endian, for runs over many that keep only its digest (packed account, version 1, `docs/formats.md`).
 * Everything the edition says is left out; reasons, comments and a person's departure are no part of it.
 */
export const packedAccount = (plan: Plan): PackedAccount => {
  const { elements, classes } = plan.edition;
  const elementAt = new Map(elements.map(({ id }, at) => [id, at]));
  const classAt = new Map(classes.map(({ code }, at) => [code, at]));
  let bytes = new Uint8Array(4096);
  let view = new DataView(bytes.buffer);
  let end = 0;

  const makeRoom = (size: number): void => {
    if (end + size <= bytes.length) return;
    const larger = new Uint8Array(2 * (end + size));
    larger.set(bytes.subarray(0, end));
    bytes = larger;
    view = new DataView(bytes.buffer);
  };
  const step = (code: number): void => {
    makeRoom(LONGEST_STEP);
    bytes[end] = code;
    end += 1;
  };
  const place = (value: number): void => {
    view.setUint32(end, value, true);
    end += 4;
  };
  const points = (value: number): void => {
    const low = value >>> 0;
    view.setUint32(end, low, true);
    view.setUint32(end + 4, (value - low) / 2 ** 32, true);
    end += 8;
  };
  const cause = ({ kind, at }: CausePlace): void => {
    bytes[end] = CAUSE[kind];
    end += 1;
    place(at);
  };

  const account: Account = {
    critical: (position, earned, fails) => {
      step(fails ? STEP.fails : STEP.holds);
      place(position);
      if (fails) points(earned);
    },
    gate: (gate, count, holds) => {
      step(holds ? STEP.gateHolds : STEP.gateDoesNotHold);
      place(gate);
      place(count);
    },
    zero: (from, element, sum) => {
      step(STEP.zero);
      cause(from);
      place(elementAt.get(element)!);
      points(sum);
    },
    sums: ({ full, notApplicable, earned, deducted }) => {
      step(STEP.sum);
      points(full);
      points(notApplicable);
      points(earned);
      points(deducted);
    },
    score: (_sums, { num, den }, printedUnits, rank) => {
      step(STEP.score);
      points(num);
      points(den);
      points(printedUnits);
      place(rank);
    },
    floor: (element, _percent, { earned, applicable }, broken) => {
      step(broken === null ? STEP.floorNotApplicable : broken ? STEP.floorBroken : STEP.floorKept);
      place(element);
      if (broken === null) return;
      points(earned);
      points(applicable);
    },
    down: (from, by, _before, after) => {
      step(STEP.down);
      cause(from);
      points(by);
      place(after);
    },
    cap: (from, cap, _before, after) => {
      step(STEP.cap);
      cause(from);
      place(plan.rankOf.get(cap)!);
      place(after);
    },
    status: (from, status, _rank, first) => {
      step(first === undefined ? STEP.status : STEP.laterStatus);
      cause(from);
      place(classAt.get(status)!);
    },
    refuse: (from) => {
      step(STEP.refuse);
      cause(from);
    },
  };

  const begin = (pack: Uint8Array, from: number, to: number): void => {
    end = 0;
    makeRoom(MAGIC.length + to - from);
    bytes.set(MAGIC);
    bytes.set(pack.subarray(from, to), MAGIC.length);
    end = MAGIC.length + to - from;
  };
  return { account, begin, bytes: () => bytes.subarray(0, end) };
};
