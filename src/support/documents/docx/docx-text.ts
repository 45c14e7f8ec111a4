/** What XML 1.0 does not allow, not even escaped; a text with a lone half of a pair would make a file that no program opens. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as it may stand in a DOCX. */
export const docxText = (text: string): string => text.toWellFormed().replace(FORBIDDEN, '');
