/** The sign of a − b of two ratios as `isRatio` takes them, exact. */
export const compareRatios = (a: string, b: string): -1 | 0 | 1 => {
  const [left, right] = [scaled(a), scaled(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

const PLACES = 18;

const scaled = (ratio: string): bigint => {
  const [whole, places = ''] = ratio.split('.');
  return BigInt(`${whole}${places.padEnd(PLACES, '0')}`);
};

/** The greatest of some ratios, undefined of none. */
export const greatestRatio = (ratios: readonly string[]): string | undefined =>
  ratios.reduce<string | undefined>(
    (greatest, ratio) => (greatest === undefined || compareRatios(ratio, greatest) > 0 ? ratio : greatest),
    undefined,
  );
