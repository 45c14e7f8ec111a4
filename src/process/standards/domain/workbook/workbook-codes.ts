import type { Params } from '#lib/result.ts';

/** Codes of faults in a workbook of an edition, each at a cell, a column or a sheet; the wording stands in `drafting-faults.text.ts`. */
export type WorkbookCode =
  | 'workbook.sheetMissing'
  | 'workbook.headerMissing'
  | 'workbook.columnsMissing'
  | 'workbook.columnTwice'
  | 'workbook.columnUnknown'
  | 'workbook.merged'
  | 'workbook.labelUnknown'
  | 'workbook.labelTwice'
  | 'workbook.labelsMissing'
  | 'workbook.cellError'
  | 'workbook.textBroken'
  | 'workbook.required'
  | 'workbook.choiceUnknown'
  | 'workbook.codeAsNumber'
  | 'workbook.numberFullWidth'
  | 'workbook.numberComma'
  | 'workbook.numberWrong'
  | 'workbook.pointsNotWhole'
  | 'workbook.effectUnknown'
  | 'workbook.ruleUnknown';

/** A cell as a spreadsheet reader gives it. */
export interface GivenCell {
  readonly value: string;
  readonly kind: string;
}

/** A sheet as a spreadsheet reader gives it: rows that hold anything, cells by column letters. */
export interface GivenSheet {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, GivenCell>> }[];
  /** Areas such as `A1:C1`. */
  readonly merged: readonly string[];
}

/** What reading a cell is given and reports to. */
export interface CellReading {
  /** Undefined while the sheet 标准 does not say it. */
  readonly unitsPerPoint: number | undefined;
  readonly fault: (code: WorkbookCode, params?: Params) => undefined;
}

/** How a value stands in a cell. */
export interface CellForm {
  /** Empty where there is nothing, or nothing that a cell can say. */
  readonly write: (value: unknown, unitsPerPoint: number) => string;
  /** The value of a cell that is not blank; undefined after a fault. */
  readonly read: (cell: GivenCell, reading: CellReading) => unknown;
  /** Offered in a drop-down. */
  readonly choices?: readonly string[];
  /** Written as a number where a number says it exactly. */
  readonly numeric?: true;
}

/** What XML cannot hold, and the carriage return, which spreadsheets turn into a line feed. */
export const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u;
