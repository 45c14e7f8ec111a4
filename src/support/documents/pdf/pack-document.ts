import type { OfficialDocument } from '../official-document.ts';
import type { PrintedTable } from './documents.ts';
import type { QrMark } from './qr-mark.ts';

/** A section of a form, under a band with its heading that is repeated on the next page: fields, or a list. */
export type FormSection = { readonly heading: string } & (
  | {
      /** Two in a row; a wide one has a row of its own. */
      readonly fields: readonly { readonly label: string; readonly value: string; readonly wide?: boolean }[];
    }
  | { readonly table: PrintedTable /** In place of the rows, if there are none. */; readonly empty?: string }
);

/** A form as it stands on paper: ruled, with label cells, and boxes to sign and to seal in at its end. */
export interface FormDocument {
  readonly title: string;
  readonly subtitles?: readonly string[];
  readonly sections: readonly FormSection[];
  readonly boxes: readonly {
    readonly label: string;
    /** Above the room for writing. */
    readonly text?: string;
    /** Where to sign, seal and date, at the lower right. */
    readonly lines: readonly string[];
    /** Of the box in millimetres; 30 if absent. */
    readonly height?: number;
  }[];
  readonly notes?: readonly string[];
}

/** A form, and behind it a report, in as many copies as are asked for; each page says which copy, which page, and which version it is. */
export interface PackDocument {
  readonly title: string;
  readonly form: FormDocument;
  readonly report?: OfficialDocument;
  readonly copies: readonly { readonly label: string; readonly keeper: string }[];
  /** With `{page}` and `{pages}`, counted within a copy. */
  readonly pageWords: string;
  readonly digest?: { readonly label: string; readonly value: string };
  readonly codeLabel: string;
  /** Across every page of what has not been handed in. */
  readonly draft?: string;
}

/** The pack with what each page of each copy bears; a page without a mark bears none. */
export interface MarkedPack extends PackDocument {
  readonly marks: readonly (readonly QrMark[])[];
}
