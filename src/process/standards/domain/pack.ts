import { dayNumber, fromDayNumber, plainDate } from '#lib/plain-date.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { ANSWERS_FORMAT, type Answer, type Answers, type Fact } from './answers.ts';
import { type DeductionCounts, deductionsFault } from './deductions.ts';
import type { Edition, Item } from './edition.ts';
import type { PackCode } from './fault-codes.ts';
import {
  AS_OF_AT,
  COUNT_AT,
  MAGIC,
  MOST_PACKED_POINTS,
  mostPacked,
  namesEdition,
  PACKED_NOT_APPLICABLE,
  packedHead,
  readInt32,
  readUint16,
  UNITS_AT,
  writeInt32,
  writeUint16,
} from './pack-layout.ts';

/** Beside a pack, by item id: why it does not apply or loses points, the comment, and how the points were counted out. */
export type PackTexts = Readonly<
  Record<string, { readonly reason?: string; readonly comment?: string; readonly deductions?: DeductionCounts }>
>;

export interface Packed {
  readonly bytes: Uint8Array;
  readonly texts: PackTexts;
}

/**
 * Packs a complete set of answers; an item without a comment or reason, or with an empty one, has none.
 * @param answers checked by `parseAnswers`
 * @param deductions by item, each checked by `deductionsFault`
 * @param reasons by item, why points are lost
 * @throws RangeError if points do not fit 16 bits, which `checkForPublishing` rules out beforehand
 */
export const packAnswers = (
  edition: Edition,
  hashHex: string,
  answers: Answers,
  comments: Readonly<Record<string, string>> = {},
  deductions: Readonly<Record<string, DeductionCounts>> = {},
  reasons: Readonly<Record<string, string>> = {},
): Packed => {
  const factsAt = UNITS_AT + 2 * edition.items.length;
  const size = answers.facts.reduce((sum, { fact }) => sum + 6 + 2 * fact.length, factsAt + 2);
  const bytes = new Uint8Array(size);
  bytes.set(packedHead(hashHex));
  writeInt32(bytes, AS_OF_AT, dayNumber(answers.asOf));
  writeInt32(bytes, COUNT_AT, edition.items.length);
  edition.items.forEach((item, position) => {
    writeUint16(bytes, UNITS_AT + 2 * position, packedUnit(item, answers.answers[item.id]!));
  });
  writeFacts(bytes, factsAt, answers.facts);
  return { bytes, texts: packedTexts(edition, answers, comments, deductions, reasons) };
};

const packedUnit = ({ id }: Item, answer: Answer): number => {
  if ('na' in answer) return PACKED_NOT_APPLICABLE;
  if ('met' in answer) return answer.met ? 1 : 0;
  if (answer.points > MOST_PACKED_POINTS) throw new RangeError(`points of item ${id} do not fit a pack`);
  return answer.points;
};

const packedTexts = (
  edition: Edition,
  answers: Answers,
  comments: Readonly<Record<string, string>>,
  deductions: Readonly<Record<string, DeductionCounts>>,
  reasons: Readonly<Record<string, string>>,
): PackTexts => {
  const found: [string, PackTexts[string]][] = [];
  for (const { id } of edition.items) {
    const answer = answers.answers[id]!;
    const comment = Object.hasOwn(comments, id) ? comments[id] : undefined;
    const counts = Object.hasOwn(deductions, id) ? deductions[id] : undefined;
    const na = 'na' in answer;
    const reason = na ? answer.na : Object.hasOwn(reasons, id) ? reasons[id] : undefined;
    if (na || reason || comment || counts)
      found.push([
        id,
        {
          ...((na || reason) && { reason }),
          ...(comment && { comment }),
          ...(!na && counts && { deductions: counts }),
        },
      ]);
  }
  return Object.fromEntries(found);
};

const writeFacts = (bytes: Uint8Array, from: number, facts: readonly Fact[]): void => {
  if (facts.length > 0xffff) throw new RangeError('too many facts for a pack');
  writeUint16(bytes, from, facts.length);
  let at = from + 2;
  for (const { fact, date } of facts) {
    if (fact.length > 0xffff) throw new RangeError('kind of fact too long for a pack');
    writeInt32(bytes, at, dayNumber(date));
    writeUint16(bytes, at + 4, fact.length);
    at += 6;
    for (let index = 0; index < fact.length; index += 1, at += 2) writeUint16(bytes, at, fact.charCodeAt(index));
  }
};

export interface Unpacked {
  readonly answers: Answers;
  readonly comments: Readonly<Record<string, string>>;
  /** How points were counted out, by item; an item whose points were entered as such is absent. */
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
  /** Why points are lost, by item, where somebody said so. */
  readonly reasons: Readonly<Record<string, string>>;
}

const refusePack = (code: PackCode, params?: Record<string, string | number>) => refuse(code, 422, params);

/** Reads a pack back; refused if it is of another format or edition, too short or too long, or does not fit the edition or the texts. */
export const unpackAnswers = (
  edition: Edition,
  hashHex: string,
  bytes: Uint8Array,
  texts: PackTexts,
): Result<Unpacked, Refusal> => {
  const head = readHead(edition, hashHex, bytes);
  if (!head.ok) return head;
  const answers: [string, Answer][] = [];
  const counted: [string, DeductionCounts][] = [];
  const reasons: [string, string][] = [];
  for (const [position, item] of edition.items.entries()) {
    const unit = readUint16(bytes, UNITS_AT + 2 * position);
    const fault = unitFault(item, unit);
    if (fault) return refusePack(fault, { item: item.id });
    const { reason, deductions } = Object.hasOwn(texts, item.id) ? texts[item.id]! : {};
    if (deductions) {
      if (deductionsFault(item, unit === PACKED_NOT_APPLICABLE ? null : { points: unit }, deductions, edition))
        return refusePack('pack.deductionsDiffer', { item: item.id });
      counted.push([item.id, deductions]);
    }
    if (unit !== PACKED_NOT_APPLICABLE) {
      answers.push([item.id, item.scoring === 'met' ? { met: unit === 1 } : { points: unit }]);
      if (reason) reasons.push([item.id, reason]);
    } else if (reason) answers.push([item.id, { na: reason }]);
    else return refusePack('pack.reasonMissing', { item: item.id });
  }
  const comments = Object.entries(texts).flatMap(([id, { comment }]) => (comment ? [[id, comment]] : []));
  const { asOfDays, facts } = head.value;
  const asOf = fromDayNumber(asOfDays);
  return ok({
    answers: { format: ANSWERS_FORMAT, edition: hashHex, asOf, answers: Object.fromEntries(answers), facts },
    comments: Object.fromEntries(comments),
    deductions: Object.fromEntries(counted),
    reasons: Object.fromEntries(reasons),
  });
};

/** Why a unit does not fit its item. */
export const unitFault = (item: Item, unit: number): PackCode | undefined => {
  if (unit === PACKED_NOT_APPLICABLE) return item.na === 'forbidden' ? 'pack.naForbidden' : undefined;
  return unit > mostPacked(item) ? 'pack.pointsOutOfRange' : undefined;
};

interface Head {
  /** Days since 1970-01-01. */
  readonly asOfDays: number;
  readonly facts: readonly Fact[];
}

/** Checks everything but the units, and reads the day and the facts. */
export const readHead = (edition: Edition, hashHex: string, bytes: Uint8Array): Result<Head, Refusal> => {
  for (let index = 0; index < MAGIC.length; index += 1) {
    if (bytes[index] !== MAGIC[index]) return refusePack('pack.formatUnknown');
  }
  if (bytes.length < UNITS_AT) return refusePack('pack.lengthWrong', { length: bytes.length });
  if (!namesEdition(bytes, hashHex)) return refusePack('pack.otherEdition', { expected: hashHex });
  const factsAt = UNITS_AT + 2 * edition.items.length;
  if (readInt32(bytes, COUNT_AT) !== edition.items.length || bytes.length < factsAt + 2) {
    return refusePack('pack.lengthWrong', { length: bytes.length });
  }
  const asOfDays = readInt32(bytes, AS_OF_AT);
  if (!isDay(asOfDays)) return refusePack('pack.dayWrong');
  const facts: Fact[] = [];
  let at = factsAt + 2;
  for (let left = readUint16(bytes, factsAt); left > 0; left -= 1) {
    const end = at + 6 <= bytes.length ? at + 6 + 2 * readUint16(bytes, at + 4) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) return refusePack('pack.lengthWrong', { length: bytes.length });
    const days = readInt32(bytes, at);
    if (!isDay(days)) return refusePack('pack.dayWrong');
    let fact = '';
    for (at += 6; at < end; at += 2) fact += String.fromCharCode(readUint16(bytes, at));
    facts.push({ fact, date: fromDayNumber(days) });
  }
  return at === bytes.length ? ok({ asOfDays, facts }) : refusePack('pack.lengthWrong', { length: bytes.length });
};

const FIRST_DAY = dayNumber(plainDate('0100-01-01'));
const LAST_DAY = dayNumber(plainDate('9999-12-31'));

/** Whether a number of days names a day that `YYYY-MM-DD` can write and `isPlainDate` takes. */
export const isDay = (days: number): boolean => days >= FIRST_DAY && days <= LAST_DAY;
