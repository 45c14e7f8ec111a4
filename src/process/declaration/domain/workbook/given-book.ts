import type { Params } from '#lib/result.ts';

/** A cell as the reader of workbooks gives it; a formula counts as its last computed value. */
export interface GivenCell {
  readonly value: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  readonly number?: number;
  readonly formula?: string;
}

export interface GivenRow {
  /** From 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, GivenCell>>;
}

export interface GivenSheet {
  readonly name: string;
  readonly rows: readonly GivenRow[];
  readonly merged: readonly string[];
  readonly hidden: boolean;
}

export interface GivenBook {
  readonly sheets: readonly GivenSheet[];
  readonly epoch1904: boolean;
  readonly macros: boolean;
}

/** Something about a cell (`评估表!F23`), a sheet or the whole workbook. An error keeps the workbook from being taken over. */
export interface Finding {
  readonly path: string;
  readonly code: string;
  readonly params?: Params;
  readonly level: 'error' | 'notice';
}

/** Collects everything, so that a person mends all of it in one go. */
export class Findings {
  readonly all: Finding[] = [];

  error(path: string, code: string, params?: Params): undefined {
    this.all.push({ path, code, level: 'error', ...(params && { params }) });
    return undefined;
  }

  notice(path: string, code: string, params?: Params): undefined {
    this.all.push({ path, code, level: 'notice', ...(params && { params }) });
    return undefined;
  }

  get hasErrors(): boolean {
    return this.all.some(({ level }) => level === 'error');
  }
}
