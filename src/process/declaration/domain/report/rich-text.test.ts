import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issuesOfSchema } from '#platform/validation.ts';
import { isWritten, MOST_CHARACTERS, plainText, type RichText, richTextOf, richTextSchema } from './rich-text.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: object[]) => ({ type: 'doc', content });
const listOf = (depth: number): object => ({
  type: 'bulletList',
  content: [{ type: 'listItem', content: depth === 1 ? [paragraph('末')] : [paragraph('中'), listOf(depth - 1)] }],
});
const codesOf = (given: unknown): readonly string[] => {
  const read = richTextSchema.safeParse(given);
  return read.success ? [] : issuesOfSchema(read.error, given).map(({ code }) => code);
};

describe('a narrative of the report', () => {
  it('may have paragraphs, two levels of headings, lists, and text that is bold, italic or underlined', () => {
    const text = doc(
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '基本情况' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '主营', marks: [{ type: 'bold' }, { type: 'underline' }] },
          { type: 'hardBreak' },
          { type: 'text', text: '钒钛', marks: [{ type: 'italic' }] },
        ],
      },
      { type: 'paragraph' },
      { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('甲')] }] },
      listOf(3),
    );
    expect(richTextSchema.parse(text)).toEqual(text);
    expect(plainText(text as RichText)).toBe('基本情况\n主营\n钒钛\n\n甲\n中\n中\n末');
  });

  it.each([
    ['a table', doc({ type: 'table', content: [] })],
    ['a picture', doc({ type: 'paragraph', content: [{ type: 'image', attrs: { src: 'http://a.example/x' } }] })],
    ['a link', doc({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'link' }] }] })],
    ['an attribute that is not known', doc({ type: 'paragraph', attrs: { onclick: 'x' } })],
    ['a heading of level 3', doc({ type: 'heading', attrs: { level: 3 } })],
    ['a list in place of its entry', doc({ type: 'bulletList', content: [paragraph('a')] })],
    ['an empty list', doc({ type: 'bulletList', content: [] })],
    ['an empty text', doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
    ['markup', '<p>text</p>'],
    ['nothing', null],
  ])('refuses %s', (_, given) => {
    expect(codesOf(given)).toEqual(['report.badNode']);
  });

  it('refuses lists that are nested too deep, also so deep that reading them would take for ever', () => {
    expect(codesOf(doc(listOf(4)))).toEqual(['report.tooDeep']);
    expect(codesOf(doc(listOf(2000)))).toEqual(['report.tooManyParts']);
  });

  it('refuses what is too long and says how long it is', () => {
    const read = richTextSchema.safeParse(doc(paragraph('字'.repeat(MOST_CHARACTERS + 1))));
    expect(read.error?.issues).toEqual([
      expect.objectContaining({
        message: 'report.tooLong',
        params: { max: MOST_CHARACTERS, length: MOST_CHARACTERS + 1 },
      }),
    ]);
    expect(codesOf(doc(paragraph('𠮷'.repeat(MOST_CHARACTERS))))).toEqual([]);
    expect(codesOf(doc(...Array.from({ length: 2001 }, () => ({ type: 'paragraph' }))))).toEqual([
      'report.tooManyParts',
    ]);
  });

  it.each(['\u0000', '\u0007', '\ud842', '\uffff'])('refuses a character that cannot be stored or printed', (sign) => {
    expect(codesOf(doc(paragraph(`甲${sign}`)))).toEqual(['report.badCharacter']);
  });

  it('is written once there is more than blanks in it', () => {
    expect(isWritten(undefined)).toBe(false);
    expect(isWritten(richTextOf([' 　', '']))).toBe(false);
    expect(isWritten(richTextOf(['甲']))).toBe(true);
  });

  it('refuses or gives back the same, whatever is sent', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (given) => {
        const read = richTextSchema.safeParse(given);
        if (read.success) expect(read.data).toEqual(given);
      }),
    );
  });
});
