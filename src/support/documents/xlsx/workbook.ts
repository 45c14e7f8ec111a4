/** What stands in a cell. Formulas count as their last computed value. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface ReadCell {
  /**
   * As a person sees it in the sheet, with two exceptions for the sake of exactness: a date is always written
   * `2026-03-05`, `2026-03-05 14:30` or `14:30`, and a number without a format of its own shows up to 15 digits
   * (`138000138000`). From 1E+15 on digits may be lost; such a number reads as `9.15104E+17`.
   */
  readonly value: string;
  readonly kind: CellKind;
  /** The stored number behind a number or a date that a format may have rounded; a date's counts days. */
  readonly number?: number;
  /** The formula behind the value, cut to 200 characters; empty where it is shared with another cell. Without a computed value the text is empty. */
  readonly formula?: string;
}

export interface ReadRow {
  /** Row number as in the sheet, from 1. */
  readonly row: number;
  /** By column letters; empty cells are absent. */
  readonly cells: Readonly<Record<string, ReadCell>>;
}

export interface ReadSheet {
  readonly name: string;
  /** Rows with at least one cell that is not empty. */
  readonly rows: readonly ReadRow[];
  /** Merged areas such as `A1:C1`; their value stands in the first cell. */
  readonly merged: readonly string[];
  readonly hidden: boolean;
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  /** Whether days count from 1904-01-01. */
  readonly epoch1904: boolean;
  /** Whether it holds a macro project. */
  readonly macros: boolean;
}

/** What a workbook may cost to read. Sizes in bytes, time in milliseconds. */
export interface ReadLimits {
  readonly fileBytes: number;
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  readonly rows: number;
  readonly cells: number;
  readonly milliseconds: number;
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 20 * 1_048_576,
  entries: 200,
  entryBytes: 30 * 1_048_576,
  totalBytes: 60 * 1_048_576,
  rows: 20_000,
  cells: 400_000,
  milliseconds: 20_000,
};
