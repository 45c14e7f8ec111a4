import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  type DocumentBlock,
  type DocumentField,
  type DocumentRun,
  type DocumentTable,
  mayBreak,
} from '../official-document.ts';
import { docxText } from './docx-text.ts';

/** Width of the text in twentieths of a point: 156 mm. */
export const LINE_WIDTH = 8845;
const GREY = { fill: 'F2F2F2', type: ShadingType.CLEAR, color: 'auto' } as const;
const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '3C3C3C' } as const;
const BORDERS = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE };
const MARGINS = { top: 60, bottom: 60, left: 80, right: 80 } as const;
const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;
const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A text as runs; its lines stay lines. */
export const runsOf = ({ text, bold, italic, underline }: DocumentRun): TextRun[] =>
  docxText(text)
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({
          text: line,
          ...(at > 0 && { break: 1 }),
          ...(bold && { bold }),
          ...(italic && { italics: true }),
          ...(underline && { underline: {} }),
        }),
    );

/** One block of the document as paragraphs and tables of WordprocessingML. */
export const blockOf = (block: DocumentBlock): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: runsOf({ text: block.text }) })];
    case 'paragraph':
      return [new Paragraph({ style: 'Body', children: block.runs.flatMap(runsOf) })];
    case 'entry':
      return [
        new Paragraph({
          style: 'Entry',
          indent: { left: 640 * block.depth + 480, hanging: 480 },
          children: [...runsOf({ text: `${block.label} ` }), ...block.runs.flatMap(runsOf)],
        }),
      ];
    case 'note':
      return [new Paragraph({ style: 'Note', children: runsOf({ text: block.text }) })];
    case 'fields':
      return [fieldTable(block.fields), gap()];
    case 'table':
      return [
        ...(block.caption === undefined
          ? []
          : [new Paragraph({ style: 'Caption', keepNext: true, children: runsOf({ text: block.caption }) })]),
        ruledTable(block),
        gap(),
      ];
    case 'signatures':
      return [signatureBoxes(block.boxes), gap()];
  }
};

/** Two tables that follow each other directly would become one. */
const gap = () => new Paragraph({ style: 'Gap', children: [] });

const cellOf = (
  text: string,
  width: number,
  given: {
    readonly head?: boolean;
    readonly bold?: boolean;
    readonly align?: 'left' | 'center' | 'right';
    readonly span?: number;
  } = {},
) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: MARGINS,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(given.head && { shading: GREY }),
    ...(given.span && { columnSpan: given.span }),
    children: [
      new Paragraph({
        style: given.head ? 'CellHead' : 'Cell',
        alignment: given.head ? AlignmentType.CENTER : ALIGNMENTS[given.align ?? 'left'],
        children: runsOf({ text, ...(given.bold && { bold: true }) }),
      }),
    ],
  });

const tableOf = (columnWidths: readonly number[], rows: readonly TableRow[]) =>
  new Table({
    width: { size: LINE_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [...columnWidths],
    borders: BORDERS,
    rows: [...rows],
  });

const shared = (shares: readonly number[]): readonly number[] => {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share * LINE_WIDTH) / whole));
};

/** The header row stands on every page; a row is kept together unless it may not fit on one. */
const ruledTable = (table: DocumentTable): Table => {
  const widths = shared(table.columns.map(({ width }) => width));
  const totals = table.rows.length - (table.totals ?? 0);
  return tableOf(widths, [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: table.columns.map(({ header }, at) => cellOf(header, widths[at]!, { head: true })),
    }),
    ...table.rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: !mayBreak(table, row),
          children: table.columns.map(({ align }, at) =>
            cellOf(row[at] ?? '', widths[at]!, { ...(align && { align }), bold: index >= totals }),
          ),
        }),
    ),
  ]);
};

/** Two in a row; a wide one, and one that would stand alone, has a row of its own. */
const fieldTable = (fields: readonly DocumentField[]): Table => {
  const widths = shared([1.15, 2, 1.15, 2]);
  const rows: DocumentField[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (last?.length === 1 && !last[0]?.wide && !field.wide) last.push(field);
    else rows.push([field]);
  }
  return tableOf(
    widths,
    rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.flatMap(({ label, value }, at) =>
            row.length === 1
              ? [
                  cellOf(label, widths[0]!, { head: true }),
                  cellOf(value, widths[1]! + widths[2]! + widths[3]!, { span: 3 }),
                ]
              : [cellOf(label, widths[2 * at]!, { head: true }), cellOf(value, widths[2 * at + 1]!)],
          ),
        }),
    ),
  );
};

const signatureBoxes = (boxes: readonly { readonly label: string; readonly hint: string }[]): Table => {
  const widths = shared([1, 1]);
  const rows = boxes.flatMap((_, at) => (at % 2 === 0 ? [boxes.slice(at, at + 2)] : []));
  return tableOf(
    widths,
    rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(({ label, hint }, at) =>
            cellOf(`${label}\n\n\n\n\n${hint}`, row.length === 1 ? LINE_WIDTH : widths[at]!, {
              ...(row.length === 1 && { span: 2 }),
            }),
          ),
        }),
    ),
  );
};
