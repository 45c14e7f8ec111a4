/** The item in question, as far as the control needs it. */
export interface About {
  readonly editionHash: string;
  readonly item: { readonly id: string; readonly clause?: string | undefined; readonly text?: string | undefined };
}
