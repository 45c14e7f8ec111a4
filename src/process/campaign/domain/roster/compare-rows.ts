import type { Params } from '#lib/result.ts';
import { foldName } from '#parties/enterprises/domain/name-search.ts';
import type { RosterKey } from './columns.ts';
import type { RosterTable } from './find-table.ts';
import type { Finding, RosterRow } from './row.ts';

/** What the city already knows of the credit codes in the file. */
export interface Register {
  readonly enterprises: ReadonlyMap<string, { readonly enterpriseId: string; readonly name: string }>;
  /** By `unitKey`. */
  readonly units: ReadonlyMap<string, { readonly unitId: string; readonly name: string; readonly inCampaign: boolean }>;
}

/** A unit is one if credit code and name are the same; width and punctuation of the name do not count. */
export const unitKey = (creditCode: string, unitName: string): string => `${creditCode} ${foldName(unitName)}`;

/**
 * What rows say against each other and against the register: the same unit twice or already in the campaign, one credit code
 * under two names or affiliations (errors); one name under two codes, a name that the register keeps otherwise (warnings).
 */
export const compareRows = (
  rows: readonly RosterRow[],
  register: Register,
  place: Pick<RosterTable, 'sheet' | 'columns'>,
): readonly Finding[] => {
  const findings: Finding[] = [];
  const units = new Map<string, RosterRow>();
  const firstOfCode = new Map<string, RosterRow>();
  const firstOfName = new Map<string, RosterRow>();
  for (const row of rows) {
    const report = (key: RosterKey, kind: Finding['kind'], code: string, params: Params) =>
      findings.push({ path: `${place.sheet}!${place.columns[key] ?? ''}${row.row}`, code, kind, row: row.row, params });
    if (row.creditCode === '' || row.enterpriseName === '') continue;
    const first = firstOfCode.get(row.creditCode);
    if (!first) firstOfCode.set(row.creditCode, row);
    else {
      if (foldName(first.enterpriseName) !== foldName(row.enterpriseName))
        report('enterpriseName', 'error', 'roster.otherName', { row: first.row, name: first.enterpriseName });
      if (first.affiliation !== row.affiliation && first.affiliation !== '' && row.affiliation !== '')
        report('affiliation', 'error', 'roster.otherAffiliation', { row: first.row });
    }
    const name = foldName(row.enterpriseName);
    const namesake = firstOfName.get(name);
    if (!namesake) firstOfName.set(name, row);
    else if (namesake.creditCode !== row.creditCode)
      report('creditCode', 'warning', 'roster.otherCode', { row: namesake.row, creditCode: namesake.creditCode });
    const known = register.enterprises.get(row.creditCode);
    if (known && !first && known.name !== row.enterpriseName)
      report('enterpriseName', 'warning', 'roster.nameChanges', { before: known.name });
    if (row.unitName === '') continue;
    const key = unitKey(row.creditCode, row.unitName);
    const twin = units.get(key);
    if (twin) report('unitName', 'error', 'roster.unitTwice', { row: twin.row });
    else units.set(key, row);
    if (register.units.get(key)?.inCampaign) report('unitName', 'error', 'roster.unitInCampaign', {});
  }
  return findings;
};
