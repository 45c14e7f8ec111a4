import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FOLDERS } from './fonts.ts';

/** One document to set. `madeAt` in seconds since 1970. */
export interface TypesetJob {
  readonly id: number;
  readonly template: string;
  readonly json: string;
  readonly madeAt: number;
  /** PDF/A-2b, which forbids characters without a glyph. */
  readonly isArchival: boolean;
}

export type TypesetAnswer =
  | { readonly id: number; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly id: number; readonly fault: string };

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url));
const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: [...FONT_FOLDERS] }] });

const typeset = (job: TypesetJob): TypesetAnswer => {
  const result = compiler.compile({ mainFilePath: `${TEMPLATES}${job.template}.typ`, inputs: { data: job.json } });
  const document = result.result;
  if (!document) return { id: job.id, fault: diagnosis(result) };
  const pdf = compiler.pdf(document, {
    creationTimestamp: job.madeAt,
    pdfStandard: job.isArchival ? 'a-2b' : '1.7',
  });
  const pages = document.numOfPages;
  compiler.evictCache(2);
  return { id: job.id, pdf, pages };
};

const diagnosis = (result: NodeTypstCompileResult): string =>
  JSON.stringify(result.takeDiagnostics()?.shortDiagnostics);

process.on('message', (job: TypesetJob) => {
  let answer: TypesetAnswer;
  try {
    answer = typeset(job);
  } catch (cause) {
    answer = { id: job.id, fault: String(cause) };
  }
  process.send?.(answer);
});
