/**
 * b − a of two printed scores of the same edition, with its sign and as many places: `86.5` and `81.0` give `-5.5`, equal ones `0.0`.
 * @throws RangeError if one is no decimal, or their places differ
 */
export const scoreDifference = (a: string, b: string): string => {
  const [from, to] = [units(a), units(b)];
  if (from.places !== to.places) throw new RangeError(`scores of different places: ${a}, ${b}`);
  const difference = to.units - from.units;
  const digits = String(difference < 0n ? -difference : difference).padStart(from.places + 1, '0');
  const whole = digits.slice(0, digits.length - from.places);
  const fraction = from.places === 0 ? '' : `.${digits.slice(-from.places)}`;
  return `${difference < 0n ? '-' : difference > 0n ? '+' : ''}${whole}${fraction}`;
};

const units = (printed: string): { units: bigint; places: number } => {
  if (!/^[0-9]+(\.[0-9]+)?$/.test(printed)) throw new RangeError(`not a printed score: ${printed}`);
  const [whole, places = ''] = printed.split('.');
  return { units: BigInt(`${whole}${places}`), places: places.length };
};
