import { Readable } from 'node:stream';
import type { FileAnswer } from '#platform/http/routes.ts';
import type { Templates } from './documents.ts';
import { renderPdf } from './render-pdf.ts';

/** A document to be shown in the browser; it is set while it is sent, when the request no longer holds a connection. */
export const pdfFile = <Name extends keyof Templates>(
  name: string,
  template: Name,
  data: Templates[Name],
  madeAt: Date,
): FileAnswer => {
  const set = async function* () {
    yield (await renderPdf(template, data, madeAt)).pdf;
  };
  return { type: 'application/pdf', name, body: Readable.from(set()), inline: true };
};
