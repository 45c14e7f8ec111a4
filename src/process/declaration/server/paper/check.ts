import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { PackDocument } from '#support/documents/pdf/pack-document.ts';
import { renderPackPage } from '#support/documents/pdf/render-pack.ts';
import { packRenderer } from '#support/documents/pdf/renderer.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { type PaperPlace, readPaperCode } from '../../domain/paper/paper-code.ts';
import { standingOf } from '../../domain/paper/standing.ts';
import type { PaperCheck, paperContract } from '../../paper.contract.ts';
import { readSubmission } from '../read-submission.ts';
import { keyFigures } from './key-figures.ts';
import { marksOf } from './marks.ts';
import { findLine, type PaperParts, paperAnswer } from './paper.queries.ts';
import { anyLine, type PaperLine, type StoredPack } from './paper-line.ts';

const unknown = () => refuse('paper.unknown', 404);

/** A place that the print has: a code can be well-formed and mean a page that nobody printed. */
const printedAt = (line: PaperLine, { copy, page }: PaperPlace): StoredPack | null =>
  line.pack && copy <= line.pack.copies && page <= line.pack.pages ? line.pack : null;

/** What the code on a page leads to, for those who may see the record. */
export const checkPaper = async (
  reader: Reader,
  given: string,
  context: Context,
  parts: PaperParts,
): Promise<Result<PaperCheck, Fault>> => {
  const { cityId } = context.actor;
  const place = readPaperCode(given);
  if (!place.ok) return place;
  const line = await findLine(reader, context.actor, parts.assigned, { key: place.value.key });
  if (!line.ok) return line;
  const pack = printedAt(line.value, place.value);
  const submission = await readSubmission(reader, cityId, line.value.submissionId);
  if (!pack || !submission) return unknown();
  const { edition } = await editionByHash(reader, cityId, submission.editionHash);
  return ok({
    copy: place.value.copy,
    page: place.value.page,
    paper: await paperAnswer(reader, line.value, context, parts),
    figures: keyFigures(submission, edition).map((one) => ({ ...one })),
    sameRenderer: pack.renderer === (await packRenderer()),
  });
};

const contentOf = async (files: BlobStore, digest: string): Promise<Buffer> => {
  const blob = await files.openBlob(digest);
  if (!blob) throw new Error(`content ${digest} of a print is missing from the file store`);
  return buffer(blob.stream);
};

/** The page that bears the code, set anew from what the print was set from. */
export const pageImage = async (
  reader: Reader,
  files: BlobStore,
  given: string,
  { actor }: Context,
  { assigned }: PaperParts,
): Promise<Result<FileAnswer, Fault>> => {
  const place = readPaperCode(given);
  if (!place.ok) return place;
  const found = await findLine(reader, actor, assigned, { key: place.value.key });
  if (!found.ok) return found;
  const line = found.value;
  const stored = printedAt(line, place.value);
  if (!stored) return unknown();
  const pack = JSON.parse((await contentOf(files, stored.dataDigest)).toString('utf8')) as PackDocument;
  const { copy, page, code } = place.value;
  // Set while it is sent, when the request no longer holds a connection.
  const picture = async function* () {
    const marks = marksOf(stored.address, line.contentDigest);
    yield await renderPackPage(pack, marks, { copy, page, pages: stored.pages }, line.submittedAt);
  };
  return ok({ type: 'image/png', name: `${code}.png`, body: Readable.from(picture()), inline: true });
};

/** What may be said to everybody: that the code is genuine, which version of how many, and whether it is the current one. */
export const publicCheck = async (
  reader: Reader,
  given: string,
  { actor }: Context,
): Promise<Result<AnswerOf<typeof paperContract.publicCheck>, Fault>> => {
  const place = readPaperCode(given);
  if (!place.ok) return place;
  const line = await reader.row<PaperLine>(anyLine(actor.cityId, { key: place.value.key }));
  const pack = line && printedAt(line, place.value);
  if (!line || !pack) return unknown();
  return ok({
    copy: place.value.copy,
    copies: pack.copies,
    page: place.value.page,
    pages: pack.pages,
    sequence: line.sequence,
    versions: line.versions.length,
    state: standingOf(line, line.submissionId).state,
  });
};
