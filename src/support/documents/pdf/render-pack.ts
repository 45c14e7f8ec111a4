import sharp from 'sharp';
import { missingGlyphs } from './missing-glyphs.ts';
import type { PackDocument } from './pack-document.ts';
import { qrMark } from './qr-mark.ts';
import { setDocument } from './render-pdf.ts';

/** What is printed beside and in the QR code of a page; copies and pages count from 1. */
export type MarkOf = (copy: number, page: number) => { readonly text: string; readonly code: string };

export interface RenderedPack {
  readonly pdf: Uint8Array;
  /** Of one copy. */
  readonly pages: number;
  readonly missingGlyphs: readonly string[];
}

/** Pages of a copy whose codes are made before it is known how many there are. */
const USUAL_PAGES = 24;
const PNG_DOTS_PER_INCH = 150;

const marksFor = ({ copies }: PackDocument, pages: number, markOf: MarkOf | null) =>
  copies.map((_, copy) =>
    markOf === null
      ? []
      : Array.from({ length: pages }, (__, page) => {
          const { text, code } = markOf(copy + 1, page + 1);
          return qrMark(text, code);
        }),
  );

const jobOf = async (pack: PackDocument, pages: number, markOf: MarkOf | null, madeAt: Date) => {
  const missing = await missingGlyphs(pack);
  return {
    missing,
    job: {
      template: 'pack',
      json: JSON.stringify({ ...pack, marks: marksFor(pack, pages, markOf) }),
      madeAt: Math.floor(madeAt.getTime() / 1000),
      isArchival: missing.length === 0,
    },
  };
};

/**
 * Prints a form with its report in all copies. The same pack, marks and time give the same bytes.
 * @param markOf null for what bears no codes, such as a draft
 * @throws if the template cannot set the data, which is a bug of the caller
 */
export const renderPack = async (pack: PackDocument, markOf: MarkOf | null, madeAt: Date): Promise<RenderedPack> => {
  const set = async (pages: number): Promise<RenderedPack> => {
    const { job, missing } = await jobOf(pack, pages, markOf, madeAt);
    const answer = await setDocument(job);
    if (!('pdf' in answer)) throw new Error('a pack was asked for as PDF');
    return { pdf: answer.pdf, pages: answer.pages / pack.copies.length, missingGlyphs: missing };
  };
  const first = await set(USUAL_PAGES);
  return markOf !== null && first.pages > USUAL_PAGES ? set(first.pages) : first;
};

/**
 * One page of one copy as a picture (PNG, 150 dots an inch), set from the same data as the print.
 * @param pages of one copy, as `renderPack` counted them
 */
export const renderPackPage = async (
  pack: PackDocument,
  markOf: MarkOf,
  { copy, page, pages }: { readonly copy: number; readonly page: number; readonly pages: number },
  madeAt: Date,
): Promise<Uint8Array> => {
  // The other copies would only take time; the pages of each are the same.
  const [alone, marks] = [pack.copies.slice(copy - 1, copy), (_: number, at: number) => markOf(copy, at)];
  const { job } = await jobOf({ ...pack, copies: alone }, pages, marks, madeAt);
  const answer = await setDocument({ ...job, page });
  if (!('svg' in answer)) throw new Error('a page was asked for as a picture');
  return sharp(Buffer.from(answer.svg), { density: PNG_DOTS_PER_INCH })
    .greyscale()
    .png({ palette: true, colours: 16, compressionLevel: 9 })
    .toBuffer();
};
