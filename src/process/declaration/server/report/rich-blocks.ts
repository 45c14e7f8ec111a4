import type { DocumentBlock, DocumentRun } from '#support/documents/official-document.ts';
import type { RichBlock, RichInline, RichList, RichText } from '../../domain/report/rich-text.ts';

const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as it is written in headings: 一, 十, 十一, 二十, 二十一. */
export const chineseNumber = (value: number): string => {
  if (value < 10) return DIGITS[value - 1] ?? String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : (DIGITS[tens - 1] ?? '')}十${ones === 0 ? '' : (DIGITS[ones - 1] ?? '')}`;
};

/** A heading that carries a number of its own keeps it. */
const NUMBERED = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])/;

const runsOf = (content: readonly RichInline[] = []): DocumentRun[] =>
  content.map((one) => {
    if (one.type === 'hardBreak') return { text: '\n' };
    const has = (mark: string) => one.marks?.some(({ type }) => type === mark) ?? false;
    return {
      text: one.text,
      ...(has('bold') && { bold: true }),
      ...(has('italic') && { italic: true }),
      ...(has('underline') && { underline: true }),
    };
  });

const textOf = (content: readonly RichInline[] = []): string =>
  content.map((one) => (one.type === 'text' ? one.text : '')).join('');

const BULLETS = ['●', '○', '■'];

const entriesOf = (list: RichList, depth: number): DocumentBlock[] =>
  list.content.flatMap((item, at) => {
    const label = list.type === 'orderedList' ? `${at + 1}.` : (BULLETS[depth - 1] ?? '■');
    let labelled = false;
    return item.content.flatMap((child): DocumentBlock[] => {
      if (child.type !== 'paragraph') return entriesOf(child, depth + 1);
      const entry = { kind: 'entry', depth, label: labelled ? '' : label, runs: runsOf(child.content) } as const;
      labelled = true;
      return [entry];
    });
  });

/** A narrative as blocks of the document: its headings numbered （一） and 1., its paragraphs and lists; what is blank is left out. */
export const richBlocks = (text: RichText): readonly DocumentBlock[] => {
  let [first, second] = [0, 0];
  const numbered = (level: 1 | 2, words: string): string => {
    if (level === 1) {
      first += 1;
      second = 0;
    } else second += 1;
    if (NUMBERED.test(words)) return words.trim();
    return level === 1 ? `（${chineseNumber(first)}）${words}` : `${second}.${words}`;
  };
  return text.content.flatMap((block: RichBlock): DocumentBlock[] => {
    switch (block.type) {
      case 'paragraph':
        return textOf(block.content).trim() === '' ? [] : [{ kind: 'paragraph', runs: runsOf(block.content) }];
      case 'heading': {
        const words = textOf(block.content);
        if (words.trim() === '') return [];
        const { level } = block.attrs;
        return [{ kind: 'heading', level: level === 1 ? 2 : 3, text: numbered(level, words) }];
      }
      default:
        return entriesOf(block, 1);
    }
  });
};
