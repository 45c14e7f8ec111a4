/** A row of the table of phase dates; `*` stands for every body or every industry. */
export interface DatesRow {
  readonly bodyId: string;
  readonly industry: string;
}

/** What stands for every body and for every industry. */
export const EVERY = '*';

/**
 * The row that counts for a unit of this body and industry: the one for both, else the body's, else the industry's, else the
 * city's. A body sets the pace of its own territory (各县区负责), so it comes before an industry.
 */
export const closestDates = <Row extends DatesRow>(
  rows: readonly Row[],
  bodyId: string,
  industry: string,
): Row | undefined => {
  const order = [
    [bodyId, industry],
    [bodyId, EVERY],
    [EVERY, industry],
    [EVERY, EVERY],
  ] as const;
  for (const [body, branch] of order) {
    const found = rows.find((row) => row.bodyId === body && row.industry === branch);
    if (found) return found;
  }
  return undefined;
};
