import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type pg from 'pg';
import { marksOf } from '#process/declaration/server/paper/marks.ts';
import { FONT_FOLDERS } from '#support/documents/pdf/fonts.ts';
import type { PackDocument } from '#support/documents/pdf/pack-document.ts';
import { qrMark } from '#support/documents/pdf/qr-mark.ts';
import { median, range } from './report.ts';

const TEMPLATES = fileURLToPath(new URL('.', import.meta.resolve('#support/documents/pdf/templates/pack.typ')));
const ADDRESS = 'https://anping.example';

interface Submitted {
  readonly submissionId: string;
  readonly cookie: string;
}

const notPrinted = async (
  owner: pg.Pool,
  cookies: ReadonlyMap<string, string>,
  count: number,
): Promise<Submitted[]> => {
  const { rows } = await owner.query<{ id: string; declaration: string }>(
    'select submission_id as id, declaration_id as declaration from submissions order by submitted_at desc limit $1',
    [count],
  );
  return rows.map(({ id, declaration }) => ({ submissionId: id, cookie: cookies.get(declaration) ?? '' }));
};

interface Printed {
  readonly ms: number;
  readonly pdf: Buffer;
}

/** What a person waits for who prints what nobody has printed yet: the print is made, and comes. */
const product = async (port: number, { submissionId, cookie }: Submitted): Promise<Printed> => {
  const url = `http://127.0.0.1:${port}/api/submissions/${submissionId}/print-pack`;
  const from = performance.now();
  const made = await fetch(url, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ address: ADDRESS }),
  });
  if (!made.ok) throw new Error(`${made.status} ${await made.text()}`);
  await made.arrayBuffer();
  const pdf = Buffer.from(await (await fetch(url, { headers: { cookie } })).arrayBuffer());
  return { ms: performance.now() - from, pdf };
};

/** The data of a print as its template takes them, with as many codes as it has pages. */
const dataOf = async (owner: pg.Pool, files: string, submissionId: string) => {
  const { rows } = await owner.query<{ data: string; pages: number; digest: string; at: Date; copies: number }>(
    `select k.data_digest as data, k.pages, k.copies, s.content_digest as digest, s.submitted_at as at
     from paper_packs k join submissions s using (city_id, submission_id) where submission_id = $1`,
    [submissionId],
  );
  const [row] = rows;
  if (!row) throw new Error('nothing was printed');
  const pack = JSON.parse(await readFile(join(files, row.data.slice(0, 2), row.data), 'utf8')) as PackDocument;
  const markOf = marksOf(ADDRESS, row.digest);
  const marks = pack.copies.map((_, copy) =>
    Array.from({ length: row.pages }, (__, page) => {
      const { text, code } = markOf(copy + 1, page + 1);
      return qrMark(text, code);
    }),
  );
  return { json: JSON.stringify({ ...pack, marks }), at: row.at, pages: row.pages, copies: row.copies };
};

/**
 * The print of a submission, all copies, through the product (two requests, cold for that submission) ÷ the bare compiler in this process on
 * the same templates and data, its data at hand. Rounds take turns; each prints another submission.
 * @param cookies of the enterprise's person, by declaration
 */
export const printPackLines = async (
  { port, owner, files }: { readonly port: number; readonly owner: pg.Pool; readonly files: string },
  cookies: ReadonlyMap<string, string>,
  rounds: number,
): Promise<readonly string[]> => {
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: [...FONT_FOLDERS] }] });
  const bare = ({ json, at }: { readonly json: string; readonly at: Date }): Printed => {
    const from = performance.now();
    const { result } = compiler.compile({ mainFilePath: `${TEMPLATES}pack.typ`, inputs: { data: json } });
    if (!result) throw new Error('the bare compiler cannot set the pack');
    const pdf = compiler.pdf(result, { creationTimestamp: Math.floor(at.getTime() / 1000), pdfStandard: 'a-2b' });
    compiler.evictCache(2);
    return { ms: performance.now() - from, pdf };
  };
  const found: { product: number; bare: number }[] = [];
  let size = '';
  for (const [at, one] of (await notPrinted(owner, cookies, rounds + 2)).entries()) {
    const through = await product(port, one);
    const data = await dataOf(owner, files, one.submissionId);
    const alone = bare(data);
    if (!through.pdf.equals(alone.pdf)) throw new Error('the two sides printed different files');
    size = `${data.copies} × ${data.pages} pages`;
    // The first two start the typesetter and fill the caches of both sides.
    if (at >= 2) found.push({ product: through.ms, bare: alone.ms });
  }
  const ratios = found.map(({ product: through, bare: alone }) => through / alone);
  const ms = (side: 'product' | 'bare') => median(found.map((round) => round[side])).toFixed(0);
  return [
    `${size}: ${median(ratios).toFixed(2)} × (${range(ratios, 2)}), product ${ms('product')} ms, bare compiler ${ms('bare')} ms; the same bytes`,
  ];
};
