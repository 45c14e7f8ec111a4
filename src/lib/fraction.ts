/** A fraction ≥ 0 in lowest terms; both parts are safe integers, the denominator is ≥ 1. */
export interface Fraction {
  readonly num: number;
  readonly den: number;
}

/** A decimal ≥ 0 without rounding: units ÷ 10^digits. */
export interface Decimal {
  readonly units: bigint;
  readonly digits: number;
}

const greatestCommonDivisor = (a: number, b: number): number => {
  let [high, low] = [a, b];
  while (low !== 0) [high, low] = [low, high % low];
  return high;
};

/** num ÷ den in lowest terms. @throws if a part is no safe integer, num < 0 or den < 1: callers check their ranges. */
export const fraction = (num: number, den: number): Fraction => {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || num < 0 || den < 1) {
    throw new RangeError(`not a fraction: ${num}/${den}`);
  }
  const divisor = greatestCommonDivisor(num, den);
  return { num: num / divisor, den: den / divisor };
};

/** The sign of a·b − c·d, exact for all safe integers. */
export const compareProducts = (a: number, b: number, c: number, d: number): -1 | 0 | 1 => {
  const [left, right] = [a * b, c * d];
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return sign(left, right);
  return sign(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d));
};

const sign = <T extends number | bigint>(left: T, right: T): -1 | 0 | 1 => (left < right ? -1 : left > right ? 1 : 0);

/** The sign of a − b, by cross multiplication. */
export const compareFractions = (a: Fraction, b: Fraction): -1 | 0 | 1 => compareProducts(a.num, b.den, b.num, a.den);

/** The sign of a fraction minus a decimal, by cross multiplication. */
export const compareWithDecimal = (value: Fraction, limit: Decimal): -1 | 0 | 1 =>
  sign(BigInt(value.num) * 10n ** BigInt(limit.digits), limit.units * BigInt(value.den));

/**
 * The fraction rounded half up to a whole number of units of 10^-digits: 1/8 to 2 digits gives 13.
 * @throws if the outcome is no safe integer.
 */
export const roundHalfUp = ({ num, den }: Fraction, digits: number): number => {
  const doubled = 2 * num * 10 ** digits + den;
  if (Number.isSafeInteger(doubled) && Number.isSafeInteger(2 * den)) {
    return (doubled - (doubled % (2 * den))) / (2 * den);
  }
  const exact = (2n * BigInt(num) * 10n ** BigInt(digits) + BigInt(den)) / (2n * BigInt(den));
  const units = Number(exact);
  if (!Number.isSafeInteger(units)) throw new RangeError(`too large to print: ${num}/${den} to ${digits} digits`);
  return units;
};

/** Units of 10^-digits as a decimal with exactly that many places: 686 with 1 digit is `68.6`. */
export const printUnits = (units: number, digits: number): string => {
  if (digits === 0) return String(units);
  const text = String(units).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** Reads `60`, `0.5`, `89.95`: no sign, no exponent, no superfluous leading zero; undefined if the text is no such decimal. */
export const parseDecimal = (text: string): Decimal | undefined => {
  const parts = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?$/.exec(text);
  if (!parts) return undefined;
  const places = parts[2] ?? '';
  return { units: BigInt(`${parts[1]}${places}`), digits: places.length };
};

/** The sign of a − b. */
export const compareDecimals = (a: Decimal, b: Decimal): -1 | 0 | 1 =>
  sign(a.units * 10n ** BigInt(b.digits), b.units * 10n ** BigInt(a.digits));
