import { describe, expect, it } from 'vitest';
import { throughSoffice } from '../../../../../tests/fixtures/soffice.ts';
import { differences } from '../../domain/workbook/compare.ts';
import { SAMPLE_DAY, sampleBook, sampleContext } from '../../testing/sample-book.ts';
import { openBook, understand } from './understand.ts';
import type { WorkingCopy } from './working-copy.ts';

describe('LibreOffice', () => {
  it.each([
    ['as a workbook', ['xlsx']],
    ['by way of its own format', ['ods', 'xlsx']],
  ])('opens and saves a declaration’s workbook without loss: %s', async (_, formats) => {
    for (const industry of ['opencast-mine', 'hazardous-chemicals']) {
      const context = await sampleContext(industry);
      let [bytes, from] = [await sampleBook(context), 'xlsx'];
      for (const to of formats) {
        bytes = await throughSoffice(bytes, from, to);
        from = to;
      }
      const opened = await openBook(bytes, '自评.xlsx');
      if (!opened.ok) throw new Error(opened.error.code);
      const read = understand(opened.value, { ...context, accepted: new Set() } as unknown as WorkingCopy, SAMPLE_DAY);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const { entries, base, findings } = read.value;
      expect(findings).toEqual([]);
      expect(differences(entries, base, base, new Set())).toEqual([]);
      expect(Object.keys(entries).length).toBeGreaterThan(250);
    }
  });
});
