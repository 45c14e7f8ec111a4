import type { ReactNode } from 'react';

/** One column of a list. The first column names the record and opens it. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Shown in the header behind the title: `人`, `分`. */
  readonly unit?: string;
  readonly render: (row: Row) => ReactNode;
  /** Right-aligned with tabular figures. */
  readonly number?: boolean;
  /** Pixels; without it the browser decides. */
  readonly width?: number;
  /** One line, cut off with an ellipsis; takes what width is left. */
  readonly ellipsis?: boolean;
  /** The server can sort by it: `sort=key` and `sort=-key` in the address. */
  readonly sort?: boolean;
  /** Left out until the person chooses it. */
  readonly hidden?: boolean;
}

/** A page of rows. `total` over all pages; `next` for lists that go on by a cursor. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next?: string | null;
}
