/**
 * The name of a unit in a pool: the enterprise's credit code, which is public, and the running number of the unit within the
 * enterprise. It says nothing that the public may not know, and stays the same from draw to draw.
 * @param ordinal from 1
 */
export const poolId = (creditCode: string, ordinal: number): string =>
  `${creditCode}-${String(ordinal).padStart(2, '0')}`;
