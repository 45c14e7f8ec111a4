import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Cover, OfficialDocument } from '../official-document.ts';
import { blockOf, LINE_WIDTH, runsOf } from './blocks.ts';
import { docxText } from './docx-text.ts';
import { withFixedTimes } from './fixed-times.ts';
import { type DocxFont, fontOf, fontTable } from './fonts.ts';

const MM = 56.6929;
const twips = (mm: number): number => Math.round(mm * MM);
/** Half points: 三号 16 pt, 二号 22 pt, 五号 10.5 pt. */
const [BODY, TITLE, SMALL] = [32, 44, 21];
/** 22 lines on 225 mm. */
const PITCH = { line: 580, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

const run = (font: DocxFont, size: number, more: object = {}) => ({ font: fontOf(font), size, ...more });
const indented = { spacing: PITCH, indent: { firstLine: 640 } };

const STYLES = {
  default: {
    document: { run: run('body', BODY) },
    title: { run: run('title', TITLE), paragraph: { alignment: AlignmentType.CENTER } },
    heading1: { run: run('heading', BODY), paragraph: { ...indented, keepNext: true } },
    heading2: { run: run('subheading', BODY), paragraph: { ...indented, keepNext: true } },
    heading3: { run: run('body', BODY, { bold: true }), paragraph: { ...indented, keepNext: true } },
    heading4: { run: run('body', BODY), paragraph: { ...indented, keepNext: true } },
  },
  paragraphStyles: [
    { id: 'Body', name: 'Body', quickFormat: true, run: run('body', BODY), paragraph: indented },
    { id: 'Entry', name: 'Entry', run: run('body', BODY), paragraph: { spacing: PITCH } },
    { id: 'Cell', name: 'Cell', run: run('body', SMALL) },
    { id: 'CellHead', name: 'CellHead', run: run('heading', SMALL) },
    {
      id: 'Caption',
      name: 'Caption',
      run: run('heading', SMALL),
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 160, after: 80 } },
    },
    {
      id: 'Note',
      name: 'Note',
      run: run('body', SMALL, { color: '595959' }),
      paragraph: { spacing: { before: 80, after: 80 } },
    },
    {
      id: 'Gap',
      name: 'Gap',
      run: run('body', 12),
      paragraph: { spacing: { line: 120, lineRule: LineRuleType.EXACT } },
    },
    { id: 'Edge', name: 'Edge', run: run('heading', SMALL, { color: '404040' }) },
    { id: 'CoverLine', name: 'CoverLine', run: run('body', BODY), paragraph: { alignment: AlignmentType.CENTER } },
  ],
};

/**
 * Writes a DOCX of an official document: fonts of GB/T 9704-2012 by name, 156 mm × 225 mm of text, headings as headings, tables whose header
 * stands on every page. The same document and time give the same bytes.
 * @param madeAt is written into the file as its time of making
 */
export const writeDocx = async (document: OfficialDocument, madeAt: Date): Promise<Uint8Array> => {
  const title = docxText(document.title);
  const file = new Document({
    title,
    creator: '',
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: {
              top: twips(37),
              bottom: twips(35),
              left: twips(28),
              right: twips(26),
              header: twips(20),
              footer: twips(20),
            },
          },
        },
        ...(document.mark && { headers: { default: headerOf(document.mark) } }),
        footers: { default: footerOf(document.pageLabel) },
        children: [
          ...(document.cover ? coverOf(document.title, document.cover) : titleOf(document.title)),
          ...document.parts.flatMap(({ heading, blocks }) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf({ text: heading }) }),
            ...blocks.flatMap(blockOf),
          ]),
          ...(document.digest
            ? [
                new Paragraph({
                  style: 'Note',
                  children: runsOf({ text: document.digest.label + document.digest.value }),
                }),
              ]
            : []),
        ],
      },
    ],
  });
  return withFixedTimes(
    await Packer.toBuffer(file, undefined, [
      { path: 'docProps/core.xml', data: properties(title, madeAt) },
      { path: 'word/fontTable.xml', data: fontTable() },
    ]),
  );
};

const escaped = (text: string): string =>
  text.replace(/[<>&]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&amp;'));

/** The library would write the time at which it runs. */
const properties = (title: string, madeAt: Date): string => {
  const at = madeAt.toISOString().replace(/\.\d+/, '');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
};

const headerOf = ({ word, detail }: { readonly word: string; readonly detail: string }) =>
  new Header({
    children: [
      new Paragraph({
        style: 'Edge',
        alignment: AlignmentType.RIGHT,
        children: runsOf({ text: `${word}　${detail}` }),
      }),
    ],
  });

/** `第 {page} 页 共 {pages} 页` with fields that the program counts out. */
const footerOf = (label: string) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: label.split(/(\{pages?\})/).map((part) => {
          if (part === '{page}') return new TextRun({ size: SMALL, children: [PageNumber.CURRENT] });
          if (part === '{pages}') return new TextRun({ size: SMALL, children: [PageNumber.TOTAL_PAGES] });
          return new TextRun({ size: SMALL, text: part });
        }),
      }),
    ],
  });

const titleOf = (title: string) => [
  new Paragraph({ heading: HeadingLevel.TITLE, spacing: { after: 400 }, children: runsOf({ text: title }) }),
];

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const UNDER = { style: BorderStyle.SINGLE, size: 4, color: '3C3C3C' } as const;
const OPEN = { top: NONE, left: NONE, right: NONE, bottom: NONE };

const coverOf = (title: string, { facts, lines }: Cover) => {
  const widths = [Math.round(LINE_WIDTH * 0.3), Math.round(LINE_WIDTH * 0.6)] as const;
  const cell = (text: string, at: 0 | 1) =>
    new TableCell({
      width: { size: widths[at], type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.BOTTOM,
      borders: at === 0 ? OPEN : { ...OPEN, bottom: UNDER },
      margins: { top: 200, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: at === 0 ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: docxText(text), size: 28, font: fontOf(at === 0 ? 'heading' : 'body') })],
        }),
      ],
    });
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { before: 2200, after: 1400 },
      children: runsOf({ text: title }),
    }),
    new Table({
      alignment: AlignmentType.CENTER,
      layout: TableLayoutType.FIXED,
      columnWidths: [...widths],
      width: { size: widths[0] + widths[1], type: WidthType.DXA },
      borders: { ...OPEN, insideHorizontal: NONE, insideVertical: NONE },
      rows: facts.map(
        ({ label, value }) => new TableRow({ cantSplit: true, children: [cell(label, 0), cell(value, 1)] }),
      ),
    }),
    ...lines.map(
      (text, at) =>
        new Paragraph({ style: 'CoverLine', spacing: { before: at === 0 ? 1800 : 160 }, children: runsOf({ text }) }),
    ),
    new Paragraph({ children: [new PageBreak()] }),
  ];
};
