import type { MarkOf } from '#support/documents/pdf/render-pack.ts';
import { grouped, keyOf, paperCode } from '../../domain/paper/paper-code.ts';

/** What a page bears: the address of the check page with the code in it, and the code for typing. */
export const marksOf =
  (address: string, contentDigest: string): MarkOf =>
  (copy, page) => {
    const code = paperCode({ key: keyOf(contentDigest), copy, page });
    return { text: `${address.replace(/\/+$/, '')}/check/${code}`, code: grouped(code) };
  };
