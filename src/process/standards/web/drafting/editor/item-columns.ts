import { anchorOf } from './editor-context.tsx';

/** What of an item is written in the table itself; everything else in its drawer. */
export const COLUMNS = ['clause', 'text', 'full', 'kind', 'deduction'] as const;

export const isColumn = (field: string): boolean => (COLUMNS as readonly string[]).includes(field);

/** The id of the cell in the page. The drawer has the same field once more. */
export const cellOf = (id: string, field: string): string => `cell-${anchorOf({ list: 'items', id, field })}`;
