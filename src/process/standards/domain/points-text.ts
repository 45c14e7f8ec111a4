const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * Units as points, exactly: `2.5`, or a fraction such as `5/3` where no decimal is exact.
 * @param units a safe integer of 0 or more
 */
export const exactPoints = (units: number, unitsPerPoint: number): string => {
  const divisor = gcd(units, unitsPerPoint);
  const num = BigInt(units / divisor);
  const den = BigInt(unitsPerPoint / divisor);
  let power = 1n;
  let digits = 0;
  while (power % den !== 0n && digits < MOST_DIGITS) {
    power *= 10n;
    digits += 1;
  }
  if (power % den !== 0n) return `${num}/${den}`;
  const scaled = String((num * power) / den).padStart(digits + 1, '0');
  return digits === 0 ? scaled : `${scaled.slice(0, -digits)}.${scaled.slice(-digits)}`;
};

const MOST_DIGITS = 12;
const POINTS = /^(0|[1-9]\d{0,15})(?:\.(\d{1,12})|\/([1-9]\d{0,15}))?$/;

/** The units that a text of points stands for; undefined if it is no such text, null if they would not be a whole number. */
export const unitsOfPoints = (text: string, unitsPerPoint: number): number | null | undefined => {
  const match = POINTS.exec(text);
  if (!match) return undefined;
  const [, whole = '', decimals = '', divisor = '1'] = match;
  const num = BigInt(whole + decimals) * BigInt(unitsPerPoint);
  const den = 10n ** BigInt(decimals.length) * BigInt(divisor);
  const units = Number(num / den);
  return num % den === 0n && Number.isSafeInteger(units) ? units : null;
};
