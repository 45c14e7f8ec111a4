import type { OfficialDocument } from '../official-document.ts';

/**
 * What the templates print. All wording comes from the caller; texts are printed as they stand and never read as markup.
 * `pageLabel` is the footer with `{page}` and `{pages}`, `— 1 / 3 —` if absent.
 */
interface Printed {
  readonly title: string;
  readonly pageLabel?: string;
}

export interface PrintedColumn {
  readonly header: string;
  /** Share of the line, relative to the other columns; `fit` is as wide as its longest text, for codes that must not break. */
  readonly width: number | 'fit';
  readonly align?: 'left' | 'center' | 'right';
}

export interface PrintedTable {
  readonly columns: readonly PrintedColumn[];
  /** By column, as many texts as columns. */
  readonly rows: readonly (readonly string[])[];
}

/** A line such as `SHA-256: …` under the document. */
export interface DigestLine {
  readonly label: string;
  readonly value: string;
}

/** A table with an official heading, over as many pages as it needs. */
export interface ListDocument extends Printed, PrintedTable {
  readonly number?: string;
  readonly subtitles?: readonly string[];
  readonly intro?: readonly string[];
  readonly closing?: readonly string[];
  /** Signed at the lower right: body, below it the date. */
  readonly signatures?: readonly { readonly name: string; readonly date: string }[];
  readonly digest?: DigestLine;
  readonly landscape?: boolean;
}

/** Slips to cut apart, four on a page. */
export interface SlipDocument extends Printed {
  readonly issuer?: string;
  readonly slips: readonly {
    readonly heading: string;
    /** `isCode` prints large and spaced, for what has to be typed off. */
    readonly fields: readonly { readonly label: string; readonly value: string; readonly isCode?: boolean }[];
  }[];
  /** Numbered steps, the same on every slip. */
  readonly howTo?: readonly string[];
}

export interface RecordSection {
  readonly heading?: string;
  /** Two in a row; a wide one has a row of its own. */
  readonly fields?: readonly { readonly label: string; readonly value: string; readonly wide?: boolean }[];
  readonly paragraphs?: readonly string[];
  readonly table?: PrintedTable;
}

/** A form or record: sections of fields, text and tables, boxes to sign in. */
export interface RecordDocument extends Printed {
  readonly number?: string;
  readonly subtitles?: readonly string[];
  readonly sections: readonly RecordSection[];
  readonly signatures?: readonly { readonly label: string; readonly hint?: string }[];
  readonly digest?: DigestLine;
}

export interface Templates {
  readonly report: OfficialDocument;
  readonly list: ListDocument;
  readonly slip: SlipDocument;
  readonly record: RecordDocument;
}
