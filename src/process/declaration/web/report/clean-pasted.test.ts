import { expect, it } from 'vitest';
import { cleanPasted } from './clean-pasted.ts';

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, '|')
    .replace(/\s/g, '')
    .replace(/\|+/g, '|');

it('takes out comments, style sheets, field codes and pictures of Word', () => {
  const pasted = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>报告</title><style>p{color:red}</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body>
<p class=MsoNormal style='text-indent:28.0pt'><span style='font-family:仿宋'>本企业<b>开采</b>铁矿<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p><img src="file:///c:/a.png"></p></body></html>`;
  const cleaned = cleanPasted(pasted);
  expect(textOf(cleaned)).toBe('|本企业|开采|铁矿|');
  expect(cleaned).toContain('<b>开采</b>');
});

it('takes out the numbers that Word writes in front of list entries', () => {
  const pasted = `<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1、<span style='font:7.0pt'>&nbsp;&nbsp;</span></span><![endif]>签订责任书</p>`;
  expect(textOf(cleanPasted(pasted))).toBe('|签订责任书|');
});

it('makes paragraphs of the cells of a table and lower headings of deep ones', () => {
  expect(cleanPasted('<table><tr><td>甲</td><td>乙</td></tr></table>')).toBe('<p>甲</p><p>乙</p>');
  expect(cleanPasted('<h4 class="x">小节</h4>')).toBe('<h2 class="x">小节</h2>');
});
