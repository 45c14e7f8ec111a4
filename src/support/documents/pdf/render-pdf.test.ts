import { afterAll, describe, expect, it } from 'vitest';
import type { ListDocument, RecordDocument, SlipDocument } from './documents.ts';
import { missingGlyphs } from './missing-glyphs.ts';
import { renderPdf, stopTypesetter } from './render-pdf.ts';

const MADE_AT = new Date('2026-03-05T02:00:00Z');
const LIST: ListDocument = {
  title: '分类名单公示',
  number: '攀应急评公示〔2026〕3号',
  subtitles: ['第一批'],
  intro: ['现将名单予以公示。'],
  columns: [
    { header: '序号', width: 'fit', align: 'center' },
    { header: '名称', width: 3 },
    { header: '备注', width: 1, align: 'right' },
  ],
  rows: Array.from({ length: 100 }, (_, at) => [String(at + 1), `攀西矿业第${at}采场`, '']),
  closing: ['联系电话：0812。'],
  signatures: [{ name: '应急管理局', date: '2026年3月5日' }],
  digest: { label: 'SHA-256：', value: '0123456789abcdef'.repeat(4) },
};
const SLIPS: SlipDocument = {
  title: '激活单',
  issuer: '应急管理局',
  slips: Array.from({ length: 9 }, (_, at) => ({
    heading: `攀西矿业第${at}采场`,
    fields: [{ label: '激活码', value: 'K7M3-PQ9W', isCode: true }],
  })),
  howTo: ['打开登录地址。'],
};
const RECORD: RecordDocument = {
  title: '登记表',
  sections: [
    {
      heading: '一、基本情况',
      fields: [
        { label: '名称', value: '攀西矿业', wide: true },
        { label: '人数', value: '128' },
      ],
    },
    { paragraphs: ['说明。'], table: { columns: LIST.columns, rows: [['1', '甲', '']] } },
  ],
  signatures: [{ label: '签字', hint: '年　月　日' }],
};
const bare = (template: 'list' | 'slip' | 'record') =>
  ({
    list: { title: '空', columns: [], rows: [] },
    slip: { title: '空', slips: [] },
    record: { title: '空', sections: [] },
  })[template] as never;
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

afterAll(stopTypesetter);

describe('a printed document', () => {
  it.each([
    ['list', LIST, 4],
    ['slip', SLIPS, 3],
    ['record', RECORD, 1],
  ] as const)('of template %s has the pages that it needs', async (template, data, pages) => {
    const printed = await renderPdf(template, data as never, MADE_AT);
    expect(latin1(printed.pdf).slice(0, 5)).toBe('%PDF-');
    expect(latin1(printed.pdf).trimEnd().endsWith('%%EOF')).toBe(true);
    expect(printed).toMatchObject({ pages, missingGlyphs: [] });
  });

  it.each(['list', 'slip', 'record'] as const)(
    'of template %s can be made without anything optional',
    async (template) => {
      expect(await renderPdf(template, bare(template), MADE_AT)).toMatchObject({ pages: 1 });
    },
  );

  it('is fit for archives and carries its title and time of making', async () => {
    const { pdf } = await renderPdf('record', { ...RECORD, title: 'Archive copy' }, MADE_AT);
    expect(latin1(pdf)).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(latin1(pdf)).toContain('Archive copy');
    expect(latin1(pdf)).toContain('2026-03-05T02:00:00');
  });

  it('is the same file for the same data and time', async () => {
    const [one, two] = [await renderPdf('list', LIST, MADE_AT), await renderPdf('list', LIST, MADE_AT)];
    expect(Buffer.from(one.pdf).equals(two.pdf)).toBe(true);
  });

  it('prints text that looks like markup as it stands', async () => {
    const tricky = ['#read("/etc/passwd")', '$x$ *a* _b_ `c` <d> @e', '#panic("x")', '\\', '"]\n#image("x.png")'];
    const rows = tricky.map((text) => [text, text, '']);
    expect(await renderPdf('list', { ...LIST, title: '#panic()', rows }, MADE_AT)).toMatchObject({ pages: 1 });
  });

  it('names characters that no font has and is printed all the same', async () => {
    const rare = { ...RECORD, title: '𠮷某', sections: [{ paragraphs: ['𪚥与𠮷'] }] };
    const printed = await renderPdf('record', rare, MADE_AT);
    expect(printed.missingGlyphs).toEqual(['𠮷', '𪚥']);
    expect(latin1(printed.pdf)).not.toContain('pdfaid');
  });

  it('with a row of too few texts is a fault of the program', async () => {
    await expect(renderPdf('list', { ...LIST, rows: [['1']] }, MADE_AT)).rejects.toThrow('as many texts as columns');
    expect(await renderPdf('list', LIST, MADE_AT)).toMatchObject({ pages: 4 });
  });

  it('can be asked for many times at once, and after the typesetter was stopped', async () => {
    const printed = await Promise.all(Array.from({ length: 5 }, () => renderPdf('slip', SLIPS, MADE_AT)));
    expect(printed.map(({ pages }) => pages)).toEqual([3, 3, 3, 3, 3]);
    stopTypesetter();
    expect(await renderPdf('slip', SLIPS, MADE_AT)).toMatchObject({ pages: 3 });
  });

  it('that is being set when the typesetter stops fails, and only that one', async () => {
    let isOver = false;
    const failing = renderPdf('list', LIST, MADE_AT).finally(() => {
      isOver = true;
    });
    const outcome = expect(failing).rejects.toThrow('stopped while setting');
    while (!isOver) {
      stopTypesetter();
      await new Promise(setImmediate);
    }
    await outcome;
    expect(await renderPdf('slip', SLIPS, MADE_AT)).toMatchObject({ pages: 3 });
  });
});

describe('the fonts', () => {
  it('have every character of the first level of GB 18030 and of extension A', async () => {
    const characters = (from: number, to: number) =>
      String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
    expect(await missingGlyphs([characters(0x4e00, 0x9fa5), characters(0x3400, 0x4db5)])).toEqual([]);
    expect(await missingGlyphs({ a: ['〔〕—（）《》〓①Ⅳ℃', { b: '\n\u200b' }], c: 1 })).toEqual([]);
  });
});
