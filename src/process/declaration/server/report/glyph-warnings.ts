import type { DocumentBlock, OfficialDocument } from '#support/documents/official-document.ts';
import { missingGlyphs } from '#support/documents/pdf/missing-glyphs.ts';

export interface GlyphWarning {
  readonly character: string;
  /** `U+20BB7`. */
  readonly codePoint: string;
  readonly places: { readonly part: string; readonly excerpt: string }[];
}

const AROUND = 8;
const MOST_PLACES = 5;

function* textsOf(blocks: readonly DocumentBlock[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'entry') yield block.runs.map(({ text }) => text).join('');
    else if (block.kind === 'table') for (const row of block.rows) yield* row;
    else if (block.kind === 'fields') for (const { value } of block.fields) yield value;
    else if (block.kind === 'signatures') for (const { label } of block.boxes) yield label;
    else yield block.text;
  }
}

const excerptOf = (text: string, character: string): string => {
  const characters = [...text.replace(/\s+/g, ' ')];
  const at = characters.indexOf(character);
  const from = Math.max(0, at - AROUND);
  const to = Math.min(characters.length, at + AROUND + 1);
  return `${from > 0 ? '…' : ''}${characters.slice(from, to).join('')}${to < characters.length ? '…' : ''}`;
};

/** Characters that no font of the PDF has, with the words around each of their first places. */
export const glyphWarnings = async (document: OfficialDocument): Promise<GlyphWarning[]> => {
  const missing = await missingGlyphs(document);
  if (missing.length === 0) return [];
  const parts = [
    { heading: document.title, texts: (document.cover?.facts ?? []).map(({ value }) => value) },
    ...document.parts.map(({ heading, blocks }) => ({ heading, texts: [...textsOf(blocks)] })),
  ];
  return missing.map((character) => ({
    character,
    codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    places: parts
      .flatMap(({ heading, texts }) =>
        texts
          .filter((text) => text.includes(character))
          .map((text) => ({ part: heading, excerpt: excerptOf(text, character) })),
      )
      .slice(0, MOST_PLACES),
  }));
};
