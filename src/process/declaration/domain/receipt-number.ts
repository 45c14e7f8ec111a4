/** Number of a receipt (回执): `SJ-2026-000123`, year of submission and a running number that may have gaps. */
export const receiptNumber = (year: number, running: number): string =>
  `SJ-${year}-${String(running).padStart(6, '0')}`;
