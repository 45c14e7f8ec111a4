import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { type RenderedPack, renderPack } from '#support/documents/pdf/render-pack.ts';
import { packRenderer } from '#support/documents/pdf/renderer.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { grouped, keyOf, MOST_PAGES, paperCode } from '../../domain/paper/paper-code.ts';
import { paperContract } from '../../paper.contract.ts';
import { readSubmission, type Submission } from '../read-submission.ts';
import type { AssignedDeclarations } from '../visibility.ts';
import { marksOf } from './marks.ts';
import { packOf } from './pack-data.ts';
import { findLine } from './paper.queries.ts';
import type { StoredPack } from './paper-line.ts';

interface Prepared {
  readonly declarationId: string;
  readonly contentDigest: string;
  readonly found: Pick<StoredPack, 'copies' | 'pages' | 'missingGlyphs'>;
  /** Absent if there was a print already. */
  readonly made?: {
    readonly address: string;
    readonly dataDigest: string;
    readonly pdfDigest: string;
    readonly renderer: string;
  };
}

/**
 * The print of a submission: made at the first asking and kept with what it was set from, so that the check page shows what was printed
 * and not what a later version of the program would print. Asked again it answers with the same.
 */
export const preparePack = (files: BlobStore, assigned: AssignedDeclarations) =>
  command(paperContract.preparePack, {
    name: 'declaration.print-pack',
    prepare: async ({ params: { submissionId }, body }, { actor }, read): Promise<Result<Prepared, Fault>> => {
      const asked = await read(async (reader) => {
        const line = await findLine(reader, actor, assigned, { submissionId });
        if (!line.ok || line.value.pack) return { line };
        const submission = await readSubmission(reader, actor.cityId, submissionId);
        return { line, submission, pack: submission && (await packOf(reader, actor.cityId, submission)) };
      });
      const { line, submission, pack } = asked;
      if (!line.ok) return line;
      const { contentDigest } = line.value;
      if (line.value.pack)
        return ok({ declarationId: line.value.declarationId, contentDigest, found: line.value.pack });
      if (line.value.byRevision) return refuse('paper.frozenBySystem', 409, undefined, 'final');
      if (!submission || !pack) throw new Error(`no submission ${submissionId}`);
      const rendered = await renderPack(pack, marksOf(body.address, contentDigest), submission.submittedAt);
      if (rendered.pages > MOST_PAGES) return refuse('paper.tooLong', 409, { most: MOST_PAGES }, 'final');
      return ok(await kept(files, submission, body.address, pack, rendered));
    },
    run: async (tx, { params: { submissionId } }, { actor, now }, { declarationId, contentDigest, found, made }) => {
      const { cityId } = actor;
      const key = keyOf(contentDigest);
      if (made) {
        const { address, dataDigest, pdfDigest, renderer } = made;
        // Whoever printed at the same time was as right: theirs stands.
        tx.later(sql`insert into paper_packs (city_id, submission_id, code_key, copies, pages, address, data_digest, pdf_digest, renderer,
            missing_glyphs, printed_by, printed_by_name, printed_at)
          values (${cityId}, ${submissionId}, ${key}, ${found.copies}, ${found.pages}, ${address}, ${dataDigest}, ${pdfDigest}, ${renderer},
            ${found.missingGlyphs}, ${actor.accountId}, ${actor.name}, ${now})
          on conflict (city_id, submission_id) do nothing`);
      }
      const code = grouped(paperCode({ key, copy: 1, page: 1 }));
      const { copies, pages, missingGlyphs } = found;
      return ok({
        done: { paperCode: code, copies, pages, missingGlyphs: [...missingGlyphs] },
        subject: { type: 'declaration', id: declarationId },
        record: { submissionId, code, copies, pages, ...made },
      });
    },
  });

const kept = async (
  files: BlobStore,
  { declarationId, contentDigest }: Submission,
  address: string,
  pack: Awaited<ReturnType<typeof packOf>>,
  { pdf, pages, missingGlyphs }: RenderedPack,
): Promise<Prepared> => {
  const [data, print, renderer] = await Promise.all([
    files.storeBytes(Buffer.from(JSON.stringify(pack))),
    files.storeBytes(pdf),
    packRenderer(),
  ]);
  return {
    declarationId,
    contentDigest,
    found: { copies: pack.copies.length, pages, missingGlyphs: missingGlyphs.join('') },
    made: { address, dataDigest: data.digest, pdfDigest: print.digest, renderer },
  };
};
