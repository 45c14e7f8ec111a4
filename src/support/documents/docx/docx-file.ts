import { Readable } from 'node:stream';
import type { FileAnswer } from '#platform/http/routes.ts';
import type { OfficialDocument } from '../official-document.ts';
import { writeDocx } from './write-docx.ts';

/** A DOCX to be saved; it is written while it is sent, when the request no longer holds a connection. */
export const docxFile = (name: string, document: OfficialDocument, madeAt: Date): FileAnswer => {
  const written = async function* () {
    yield await writeDocx(document, madeAt);
  };
  return {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name,
    body: Readable.from(written()),
  };
};
