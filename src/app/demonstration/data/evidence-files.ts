import { crc32, deflateSync } from 'node:zlib';

export interface MadeFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/** A grey picture of a written page: rows of strokes and a red stamp. */
const png = (shift: number): Uint8Array => {
  const [width, height] = [240, 340];
  const rows = Buffer.alloc((width * 3 + 1) * height, 0xf7);
  for (let y = 0; y < height; y++) {
    rows[y * (width * 3 + 1)] = 0;
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const isStroke = y % 18 < 5 && y > 30 && y < 290 && x > 24 && x < 216 - ((y * 7 + shift * 31) % 90) && x % 9 < 7;
      const fromStamp = Math.hypot(x - 170, y - 280);
      if (isStroke) rows.fill(0x55, at, at + 3);
      if (Math.abs(fromStamp - 32) < 2.2 || fromStamp < 5) rows.set([0xc8, 0x28, 0x28], at);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const utf16 = (text: string): string =>
  [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** One page with one line, in a font that every reader of Chinese documents brings along. */
const pdf = (line: string): Uint8Array => {
  const drawing = `BT /F1 20 Tf 72 760 Td <${utf16(line)}> Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return start;
  });
  const table = text.length;
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
};

/** A handful of small files; many declarations attach the same ones, and the store keeps each once. */
export const makeEvidenceFiles = (): readonly MadeFile[] => [
  { fileName: '证照扫描件.png', mediaType: 'image/png', bytes: png(1) },
  { fileName: '培训签到表.png', mediaType: 'image/png', bytes: png(5) },
  { fileName: '隐患排查台账.png', mediaType: 'image/png', bytes: png(9) },
  { fileName: '检测检验报告.pdf', mediaType: 'application/pdf', bytes: pdf('检测检验报告（演示数据）') },
  { fileName: '应急演练记录.pdf', mediaType: 'application/pdf', bytes: pdf('应急演练记录（演示数据）') },
];
