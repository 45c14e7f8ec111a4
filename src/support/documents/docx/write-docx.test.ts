import { describe, expect, it } from 'vitest';
import { pdfText } from '../../../../tests/fixtures/pdf-text.ts';
import type { OfficialDocument } from '../official-document.ts';
import { renderPdf, stopTypesetter } from '../pdf/render-pdf.ts';
import { partsOfZip } from './testing/parts-of-zip.ts';
import { writeDocx } from './write-docx.ts';

const MADE_AT = new Date('2026-09-01T02:20:00Z');
const reason = (at: number) =>
  at % 25 === 7 ? `第${at}处：${'临边防护栏杆高度不足。'.repeat(90)}完${at}` : `第${at}处缺记录，姓名㛃𠮷完${at}`;
const DOCUMENT: OfficialDocument = {
  title: '自评报告 <甲&乙>',
  cover: { facts: [{ label: '企业名称', value: '攀西矿业' }], lines: ['2026年9月1日'] },
  pageLabel: '第 {page} 页　共 {pages} 页',
  mark: { word: '草稿', detail: '第 3 版' },
  digest: { label: 'SHA-256：', value: '0123456789abcdef'.repeat(4) },
  parts: [
    {
      id: 'a',
      heading: '一、概况',
      blocks: [
        { kind: 'heading', level: 2, text: '（一）规模' },
        {
          kind: 'paragraph',
          runs: [{ text: '甲' }, { text: '乙', bold: true, italic: true, underline: true }, { text: '\n丙\u0007' }],
        },
        { kind: 'entry', depth: 2, label: '1.', runs: [{ text: '丁' }] },
        {
          kind: 'fields',
          fields: [
            { label: '人数', value: '86 人' },
            { label: '地址', value: '东区', wide: true },
          ],
        },
        { kind: 'note', text: '没有缺项。' },
        {
          kind: 'signatures',
          boxes: [
            { label: '签字', hint: '年　月　日' },
            { label: '盖章', hint: '年　月　日' },
          ],
        },
      ],
    },
    {
      id: 'b',
      heading: '二、扣分',
      blocks: [
        {
          kind: 'table',
          caption: '扣分汇总',
          totals: 1,
          columns: [
            { header: '序号', width: 10, align: 'center' },
            { header: '原因', width: 60 },
            { header: '责任人', width: 14 },
          ],
          rows: [
            ...Array.from({ length: 125 }, (_, at) => [String(at + 1), reason(at), 'Christopherson']),
            ['', '合计', ''],
          ],
        },
      ],
    },
  ],
};

describe('an official document', () => {
  it('as DOCX names the official fonts with what may stand in for them, and carries its time of making', async () => {
    const parts = partsOfZip(await writeDocx(DOCUMENT, MADE_AT));
    const styles = parts.get('word/styles.xml') ?? '';
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', 'Times New Roman'])
      expect(styles).toContain(font);
    expect(parts.get('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong');
    expect(parts.get('docProps/core.xml')).toContain('2026-09-01T02:20:00Z');
    expect(parts.get('docProps/core.xml')).toContain('自评报告 &lt;甲&amp;乙&gt;');
  });

  it('as DOCX has margins and text area of the standard, page x of y, and the mark of a draft on every page', async () => {
    const parts = partsOfZip(await writeDocx(DOCUMENT, MADE_AT));
    const body = parts.get('word/document.xml') ?? '';
    const [, top, right, , left] =
      /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(body) ?? [];
    expect([top, right, left].map((twips) => Math.round(Number(twips) / 56.6929))).toEqual([37, 26, 28]);
    const footer = [...parts].find(([name]) => name.startsWith('word/footer'))?.[1] ?? '';
    expect(footer).toMatch(/第 .*PAGE.* 页　共 .*NUMPAGES.* 页/s);
    const header = [...parts].find(([name]) => name.startsWith('word/header'))?.[1] ?? '';
    expect(header).toContain('草稿　第 3 版');
  });

  it('as DOCX has every row, its header on each page, and breaks only rows that might not fit on one', async () => {
    const body = partsOfZip(await writeDocx(DOCUMENT, MADE_AT)).get('word/document.xml') ?? '';
    for (let at = 0; at < 125; at += 1) expect(body).toContain(`完${at}<`);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const rows = body.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const whole = rows.filter((row) => row.includes('<w:cantSplit/>'));
    expect(rows.length - whole.length).toBe(5);
    expect(body).toContain('<w:pStyle w:val="Heading2"/>');
    expect(body).not.toContain('\u0007');
  });

  it('as DOCX is the same bytes for the same document and time', async () => {
    const first = await writeDocx(DOCUMENT, MADE_AT);
    expect(Buffer.from(first).equals(Buffer.from(await writeDocx(DOCUMENT, MADE_AT)))).toBe(true);
  });

  it('as PDF has every word of every row, and tells of the characters without a shape', async () => {
    const { pdf, missingGlyphs } = await renderPdf('report', DOCUMENT, MADE_AT);
    stopTypesetter();
    const text = pdfText(pdf).replace(/\u200b/g, '');
    for (let at = 0; at < 125; at += 1) expect(text).toContain(`完${at}`);
    // Words may stand on two pages, characters do not.
    expect(text.match(/栏/g)).toHaveLength(5 * 90);
    expect(text.match(/Christopherson/g)).toHaveLength(125);
    expect(missingGlyphs).toEqual(['𠮷']);
  });
});
