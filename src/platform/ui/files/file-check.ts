import type { Issue } from '#lib/result.ts';
import { formatSize } from '../time/format.ts';

/** What may be uploaded. */
export interface FileLimits {
  /** Endings with the dot, lower case: `.pdf`. */
  readonly endings: readonly string[];
  /** Bytes, inclusive. */
  readonly maxBytes: number;
}

/** `PDF、JPG、XLSX`, as people name types. */
export const typesOf = ({ endings }: FileLimits): string =>
  endings.map((ending) => ending.slice(1).toUpperCase()).join('、');

/** What speaks against a file before it is sent; null if nothing does. The server looks into it all the same. */
export const fileFault = (file: { readonly name: string; readonly size: number }, limits: FileLimits): Issue | null => {
  const { name } = file;
  const path = 'file';
  if (file.size === 0) return { path, code: 'upload.empty', params: { name } };
  if (file.size > limits.maxBytes) {
    return {
      path,
      code: 'upload.too-large',
      params: { name, size: formatSize(file.size), max: formatSize(limits.maxBytes) },
    };
  }
  const ending = name.slice(name.lastIndexOf('.')).toLowerCase();
  if (!limits.endings.includes(ending)) return { path, code: 'upload.type', params: { name, types: typesOf(limits) } };
  return null;
};
