import { fileURLToPath } from 'node:url';
import {
  NodeCompiler,
  type NodeTypstCompileResult,
  type NodeTypstDocument,
} from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FOLDERS } from './fonts.ts';
import { svgOfPage } from './svg-of-page.ts';

/** One document to set. `madeAt` in seconds since 1970. */
export interface TypesetJob {
  readonly id: number;
  readonly template: string;
  readonly json: string;
  readonly madeAt: number;
  /** PDF/A-2b, which forbids characters without a glyph. */
  readonly isArchival: boolean;
  /** One page of it, counted from 1, as SVG; else the whole as PDF. */
  readonly page?: number;
}

export type TypesetAnswer =
  | { readonly id: number; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly id: number; readonly svg: string; readonly pages: number }
  | { readonly id: number; readonly fault: string };

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url));
const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: [...FONT_FOLDERS] }] });

const outputOf = (document: NodeTypstDocument, { page, madeAt, isArchival }: TypesetJob) =>
  page === undefined
    ? { pdf: compiler.pdf(document, { creationTimestamp: madeAt, pdfStandard: isArchival ? 'a-2b' : '1.7' }) }
    : { svg: svgOfPage(compiler.plainSvg(document), page) };

const typeset = (job: TypesetJob): TypesetAnswer => {
  const result = compiler.compile({ mainFilePath: `${TEMPLATES}${job.template}.typ`, inputs: { data: job.json } });
  const document = result.result;
  if (!document) return { id: job.id, fault: diagnosis(result) };
  const output = outputOf(document, job);
  const pages = document.numOfPages;
  compiler.evictCache(2);
  return { id: job.id, pages, ...output };
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
