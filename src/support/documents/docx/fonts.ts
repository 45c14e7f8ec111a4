/**
 * The fonts of GB/T 9704-2012 by the names under which Windows and WPS know them. A machine without one takes the first alternative that it
 * has; the program embeds none of them, since none may be passed on.
 */
export const docxFonts = {
  title: { name: '方正小标宋简体', alternatives: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', '宋体'] },
  body: { name: '仿宋_GB2312', alternatives: ['仿宋', 'FangSong', 'STFangsong'] },
  heading: { name: '黑体', alternatives: ['SimHei', 'STHeiti'] },
  subheading: { name: '楷体_GB2312', alternatives: ['楷体', 'KaiTi', 'STKaiti'] },
} as const;

const LATIN = 'Times New Roman';

export type DocxFont = keyof typeof docxFonts;

/** Letters and digits in the Latin font, everything else in the Chinese one. */
export const fontOf = (font: DocxFont) => ({
  ascii: LATIN,
  hAnsi: LATIN,
  cs: LATIN,
  eastAsia: docxFonts[font].name,
  hint: 'eastAsia',
});

const escaped = (text: string): string => text.replace(/[<&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The part `word/fontTable.xml`, which tells what may stand in for a missing font. */
export const fontTable = (): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    ...Object.values(docxFonts).map(
      ({ name, alternatives }) =>
        `<w:font w:name="${escaped(name)}"><w:altName w:val="${escaped(alternatives.join(','))}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
    ),
    `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
    '</w:fonts>',
  ].join('');
