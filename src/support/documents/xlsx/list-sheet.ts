import type { WriteSheet } from 'hucre/xlsx';
import { lettersOf } from './parse-sheet.ts';

const LISTS = '_lists';
const LONGEST_INLINE_LIST = 255;

const placeOf = (at: number, length: number): string => {
  const letters = lettersOf(at + 1);
  return `${LISTS}!$${letters}$1:$${letters}$${length}`;
};

/** Choices that are too many, or hold a comma or a quote, stand in columns of a hidden sheet. */
export class ListSheet {
  readonly #lists: (readonly string[])[] = [];

  get isEmpty(): boolean {
    return this.#lists.length === 0;
  }

  /** The choices of a rule: written into it, or the place where they stand. */
  choices(list: readonly string[]): { readonly values: string[] } | { readonly formula1: string } {
    const isInline = list.join(',').length <= LONGEST_INLINE_LIST && list.every((choice) => !/[",\s]/.test(choice));
    return isInline ? { values: [...list] } : { formula1: this.#add(list) };
  }

  #add(list: readonly string[]): string {
    const known = this.#lists.findIndex((one) => one.join('\n') === list.join('\n'));
    if (known >= 0) return placeOf(known, list.length);
    this.#lists.push(list);
    return placeOf(this.#lists.length - 1, list.length);
  }

  sheet(): WriteSheet {
    const height = Math.max(...this.#lists.map((list) => list.length));
    const rows = Array.from({ length: height }, (_, row) => this.#lists.map((list) => list[row] ?? null));
    return { name: LISTS, veryHidden: true, rows };
  }
}
