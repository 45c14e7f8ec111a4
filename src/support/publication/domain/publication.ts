/**
 * A finished page for the public: frozen when published, rendered as it stands, readable without an account or JavaScript.
 * Official texts are Chinese data; only the frame around them has two languages.
 */
export interface PublicationContent {
  /** Paragraphs under the title. */
  readonly paragraphs: readonly string[];
  /** Label and value pairs: number, dates, digests, commands to recompute. `code` is set in a fixed-width face. */
  readonly facts: readonly { readonly label: string; readonly value: string; readonly code?: boolean }[];
  readonly tables: readonly PublicTable[];
  /** Files offered for download, text only (CSV, JSON). */
  readonly files: readonly { readonly name: string; readonly mediaType: string; readonly text: string }[];
  /** Present where objections are taken: until the end of this day (`YYYY-MM-DD`), each row with the id an objection names. */
  readonly objections?: { readonly noticeId: string; readonly until: string; readonly note: string };
  /** Signature block at the end: body and day as written. */
  readonly signature?: { readonly body: string; readonly day: string };
}

export interface PublicTable {
  readonly caption: string;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly numeric?: boolean }[];
  /** `_id` of a row is what an objection names; it is never shown. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export const publicationKinds = ['draw', 'notice', 'list', 'correction', 'consultation'] as const;
export type PublicationKind = (typeof publicationKinds)[number];
