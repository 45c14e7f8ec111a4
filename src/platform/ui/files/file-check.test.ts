import { describe, expect, it } from 'vitest';
import { fileFault } from './file-check.ts';

const limits = { endings: ['.pdf', '.jpg'], maxBytes: 20 * 1024 * 1024 };

describe('a file chosen for upload', () => {
  it('passes up to the very limit, whatever the case of its ending', () => {
    expect(fileFault({ name: '证书.PDF', size: 20 * 1024 * 1024 }, limits)).toBeNull();
  });

  it('is refused when empty', () => {
    expect(fileFault({ name: 'a.pdf', size: 0 }, limits)?.code).toBe('upload.empty');
  });

  it('is refused above the limit, with both sizes', () => {
    expect(fileFault({ name: 'a.pdf', size: 20 * 1024 * 1024 + 1 }, limits)).toMatchObject({
      code: 'upload.too-large',
      params: { name: 'a.pdf', size: '20 MB', max: '20 MB' },
    });
  });

  it('is refused with another ending or none, and told the right ones', () => {
    expect(fileFault({ name: 'a.pdf.exe', size: 1 }, limits)).toMatchObject({
      code: 'upload.type',
      params: { types: 'PDF、JPG' },
    });
    expect(fileFault({ name: 'scan', size: 1 }, limits)?.code).toBe('upload.type');
  });
});
