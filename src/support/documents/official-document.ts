/**
 * A document in the form of GB/T 9704-2012: cover, parts under headings of four levels (一、 （一） 1. （1）), paragraphs, lists, fields and
 * tables. It is data only: the same value is shown as a page, set as a PDF and written as a DOCX. Texts are printed as they stand and never
 * read as markup; numbers of headings and entries are part of the text.
 */
export interface OfficialDocument {
  readonly title: string;
  readonly cover?: Cover;
  readonly parts: readonly DocumentPart[];
  /** Footer with `{page}` and `{pages}`. */
  readonly pageLabel: string;
  /** Printed across or above every page of what is not final, such as `草稿 …`: a word, and behind it version and time. */
  readonly mark?: { readonly word: string; readonly detail: string };
  /** Under the last line, such as a digest. */
  readonly digest?: { readonly label: string; readonly value: string };
}

export interface Cover {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** At the foot, such as who made it and the day. */
  readonly lines: readonly string[];
}

export interface DocumentPart {
  readonly id: string;
  /** First level: 一、… */
  readonly heading: string;
  readonly blocks: readonly DocumentBlock[];
}

export interface DocumentRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly DocumentRun[] }
  /** One entry of a list, with its bullet or number as `label`; depth from 1. */
  | { readonly kind: 'entry'; readonly depth: number; readonly label: string; readonly runs: readonly DocumentRun[] }
  /** Two in a row; a wide one has a row of its own. */
  | { readonly kind: 'fields'; readonly fields: readonly DocumentField[] }
  | DocumentTable
  /** In small type, such as how a figure is worked out, or that nothing is written. */
  | { readonly kind: 'note'; readonly text: string }
  /** Places to sign or seal, side by side. */
  | { readonly kind: 'signatures'; readonly boxes: readonly { readonly label: string; readonly hint: string }[] };

export interface DocumentField {
  readonly label: string;
  readonly value: string;
  readonly wide?: boolean;
}

export interface DocumentTable {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly DocumentColumn[];
  /** By column, as many texts as columns. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows at the end are sums. */
  readonly totals?: number;
}

export interface DocumentColumn {
  readonly header: string;
  /** Share of the line, relative to the other columns. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** Fewer characters than this in a row fit on any page, so that the row need not be broken; a longer one may be. */
const LONGEST_WHOLE_ROW = 260;

/** Whether a row may go over the end of a page: only where it might not fit on one. */
export const mayBreak = (table: DocumentTable, row: readonly string[]): boolean => {
  const line = table.columns.reduce((sum, { width }) => sum + width, 0);
  return row.some((text, at) => [...text].length * (line / (table.columns[at]?.width ?? 1)) > LONGEST_WHOLE_ROW * 5);
};
