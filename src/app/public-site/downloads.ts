import type { PrintedColumn } from '#support/documents/pdf/documents.ts';
import { renderPdf } from '#support/documents/pdf/render-pdf.ts';
import { writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import type { PublicTable } from '#support/publication/domain/publication.ts';
import type { Published } from './publication-store.ts';

export const downloadFormats = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;
export type DownloadFormat = keyof typeof downloadFormats;

const MOST_KEPT = 16;
const made = new Map<string, Promise<Uint8Array>>();

/** A published page as a workbook or as a document to print. What is frozen gives the same bytes, so the latest are kept. */
export const downloadOf = (page: Published, format: DownloadFormat): Promise<Uint8Array> => {
  const key = `${page.digest} ${format}`;
  const known = made.get(key);
  if (known) return known;
  const making = format === 'xlsx' ? workbookOf(page) : documentOf(page);
  made.set(key, making);
  making.catch(() => made.delete(key));
  const oldest = made.keys().next().value;
  if (made.size > MOST_KEPT && oldest !== undefined) made.delete(oldest);
  return making;
};

/** A sheet name that Excel accepts; captions differ within a page. */
const sheetName = (caption: string): string => caption.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31) || '1';

const numberOr = (text: string): string | number => (/^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text);

/** Characters of the default font; a Chinese one takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0);
const widest = (table: PublicTable, key: string, label: string): number =>
  table.rows.reduce((most, row) => Math.max(most, widthOf(row[key] ?? '')), widthOf(label));

const workbookOf = (page: Published): Promise<Uint8Array> =>
  writeWorkbook({
    title: page.title,
    madeAt: page.published_at,
    sheets: page.content.tables.map((table) => ({
      name: sheetName(table.caption),
      title: page.title,
      notes: page.content.facts.map(({ label, value }) => `${label}：${value}`),
      columns: table.columns.map(({ key, label, numeric }) => ({
        header: label,
        width: Math.min(40, widest(table, key, label) + 2),
        kind: numeric ? ('number' as const) : ('text' as const),
      })),
      rows: table.rows.map((row) =>
        table.columns.map(({ key, numeric }) => (numeric ? numberOr(row[key] ?? '') : (row[key] ?? ''))),
      ),
    })),
  });

/** Codes and dates must not break; anything else may take two lines. */
const isCode = (table: PublicTable, key: string): boolean =>
  table.rows.every((row) => /^(?:[\x20-\x7e]{1,24}|\d+年\d+月\d+日)$/.test(row[key] ?? ''));

const printedColumn = (table: PublicTable, { key, label, numeric }: PublicTable['columns'][number]): PrintedColumn => {
  if (numeric) return { header: label, width: 'fit', align: 'right' };
  if (table.rows.length > 0 && isCode(table, key)) return { header: label, width: 'fit' };
  return { header: label, width: Math.min(24, Math.max(8, widest(table, key, label))) };
};

const documentOf = async (page: Published): Promise<Uint8Array> => {
  const { content } = page;
  const tables = content.tables.map((table) => ({
    heading: table.caption,
    table: {
      columns: table.columns.map((column) => printedColumn(table, column)),
      rows: table.rows.map((row) => table.columns.map(({ key }) => row[key] ?? '')),
    },
  }));
  const facts = content.facts.map(({ label, value }) => `${label}：${value}`);
  const digest = { label: '内容摘要 SHA-256：', value: page.digest };
  const [only] = tables;
  const { pdf } =
    only && tables.length === 1
      ? await renderPdf(
          'list',
          {
            title: page.title,
            intro: [...content.paragraphs, ...facts],
            ...only.table,
            signatures: content.signature ? [{ name: content.signature.body, date: content.signature.day }] : [],
            digest,
            landscape: only.table.columns.length > 6,
          },
          page.published_at,
        )
      : await renderPdf(
          'record',
          {
            title: page.title,
            sections: [
              {
                paragraphs: content.paragraphs,
                fields: content.facts.map(({ label, value }) => ({ label, value, wide: true })),
              },
              ...tables,
            ],
            digest,
          },
          page.published_at,
        );
  return pdf;
};
