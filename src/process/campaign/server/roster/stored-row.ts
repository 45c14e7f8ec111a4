import { searchText } from '#parties/enterprises/domain/search-text.ts';
import { newId } from '#platform/ids.ts';
import { type Register, unitKey } from '../../domain/roster/compare-rows.ts';
import type { RosterRow } from '../../domain/roster/row.ts';
import { route } from '../../domain/route.ts';
import type { Scheme } from '../../domain/scheme.ts';

/** A row as it is kept with the import: ids for what would be new, where the declaration goes, what it is found by. */
export interface StoredRow extends RosterRow {
  readonly enterpriseId: string;
  readonly unitId: string;
  readonly declarationId: string;
  readonly enterpriseSearch: string;
  readonly unitSearch: string;
  /** Receiving body; null while something it depends on is wrong. */
  readonly receiverId: string | null;
  readonly register: 'new' | 'new-unit' | 'known';
  readonly faulty: boolean;
}

/** The body that would receive the row's declaration, by the scheme's table. */
export const receiverOf = (
  scheme: Scheme,
  row: Pick<RosterRow, 'affiliation' | 'divisionCode' | 'bodyId' | 'industry'>,
) => {
  const { affiliation, divisionCode, bodyId, industry } = row;
  const found = route(scheme, { affiliation, divisionCode, supervisingBody: bodyId, industry });
  return found.ok ? found.value.body : null;
};

/** Rows with everything that entering them needs, so that entering is a matter of the database alone. */
export const storedRows = (
  rows: readonly RosterRow[],
  scheme: Scheme,
  register: Register,
  faulty: ReadonlySet<number>,
): readonly StoredRow[] => {
  const enterpriseIds = new Map<string, string>();
  return rows.map((row) => {
    const enterprise = register.enterprises.get(row.creditCode);
    const unit = register.units.get(unitKey(row.creditCode, row.unitName));
    const enterpriseId = enterprise?.enterpriseId ?? enterpriseIds.get(row.creditCode) ?? newId();
    enterpriseIds.set(row.creditCode, enterpriseId);
    // A known unit keeps its name as the register writes it.
    const unitName = unit?.name ?? row.unitName;
    return {
      ...row,
      unitName,
      enterpriseId,
      unitId: unit?.unitId ?? newId(),
      declarationId: newId(),
      enterpriseSearch: searchText([row.enterpriseName], row.creditCode),
      unitSearch: searchText([unitName, row.enterpriseName], row.creditCode),
      receiverId: receiverOf(scheme, row),
      register: unit ? 'known' : enterprise ? 'new-unit' : 'new',
      faulty: faulty.has(row.row),
    };
  });
};
