import type { Issue } from '#lib/result.ts';

/** A row of the workbook; codes are empty where the text stands for nothing known. */
export interface RosterRow {
  /** Row number as in the sheet, from 1. */
  readonly row: number;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly unitName: string;
  readonly industry: string;
  readonly divisionCode: string;
  readonly bodyId: string;
  readonly affiliation: string;
  readonly address: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
  /** Text of the cells that should have become codes. */
  readonly typed: {
    readonly industry: string;
    readonly division: string;
    readonly body: string;
    readonly affiliation: string;
  };
}

/** An issue at a cell (`名册!C7`). An error keeps the import from being confirmed, a warning does not. */
export interface Finding extends Issue {
  readonly kind: 'error' | 'warning';
  readonly row: number;
}

/** A sheet as a spreadsheet reader gives it: cells by column letters. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, { readonly value: string; readonly kind: string }>>;
}
