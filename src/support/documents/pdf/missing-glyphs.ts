import { fontCoverage } from './fonts.ts';

/** Characters of any text in the data that the fonts cannot print, each once, in order of appearance. */
export const missingGlyphs = async (data: unknown): Promise<string[]> => {
  const covers = await fontCoverage();
  const checked = new Set<string>();
  const missing: string[] = [];
  for (const text of textsOf(data)) {
    for (const character of text) {
      if (checked.has(character)) continue;
      checked.add(character);
      if (!covers(character.codePointAt(0)!)) missing.push(character);
    }
  }
  return missing;
};

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* textsOf(part);
  }
}
