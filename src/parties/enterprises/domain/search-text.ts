import { foldName, searchKeys } from './name-search.ts';

/**
 * One text by which an enterprise or unit is found: per name the folded name, its bigrams, its pinyin and its initials, then
 * the credit code, each parted by a blank and with a blank at both ends. It is matched with the patterns of `searchPatterns`.
 */
export const searchText = (names: readonly string[], creditCode: string): string => {
  const words = names.flatMap((name) => {
    const { bigrams, pinyin, initials } = searchKeys(name);
    return [foldName(name), ...bigrams.split(' '), pinyin, initials];
  });
  return ` ${[...new Set([...words, foldName(creditCode)])].filter((word) => word !== '').join(' ')} `;
};

const HAN = /\p{Script=Han}/u;

/**
 * Patterns for `like`, all of which a search text must match: one per word that the person typed. Two Chinese characters
 * match as a bigram, which an index of trigrams finds; longer ones within the name; letters and digits within anything.
 */
export const searchPatterns = (query: string): readonly string[] =>
  query
    .split(/\s+/u)
    .map(foldName)
    .filter((word) => word !== '')
    .map((word) => (HAN.test(word) && [...word].length === 2 ? `% ${word} %` : `%${word}%`));
