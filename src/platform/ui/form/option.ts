export interface Option {
  readonly value: string;
  readonly label: string;
  /** Further names to find it by, such as pinyin initials. */
  readonly also?: string;
}
