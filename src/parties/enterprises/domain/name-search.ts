import { pinyin } from 'pinyin-pro';

/** What a name is found by; each part is a column that a query matches with `like`. */
export interface SearchKeys {
  /** Every two neighbouring characters, parted by one space: `攀钢 钢矿 矿业`. */
  readonly bigrams: string;
  /** Syllables without tones, joined: `pangangkuangye`. */
  readonly pinyin: string;
  /** First letters of the syllables: `pgky`. */
  readonly initials: string;
}

/**
 * Search keys of a name. Width, case, blanks and punctuation do not count (`（集团）` and `(集团)` are the same);
 * Latin letters and digits stand for themselves in all three keys.
 */
export const searchKeys = (name: string): SearchKeys => {
  const text = foldName(name);
  const options = { toneType: 'none', type: 'array', nonZh: 'spaced', v: true } as const;
  return {
    bigrams: bigramsOf(text).join(' '),
    pinyin: pinyin(text, options).join(''),
    initials: pinyin(text, { ...options, pattern: 'first' }).join(''),
  };
};

/** The text as it is compared: half-width, small letters, only letters and digits of any script. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Neighbouring pairs of characters of a folded text; a single character stands alone. */
export const bigramsOf = (folded: string): string[] => {
  const characters = [...folded];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};
