/** Comments of Word, also those around what only its own programs show (`<!--[if …]>`, `<![if …]>`). */
const COMMENTS = /<!--[\s\S]*?-->|<!\[[^\]>]*\]>/g;
/** Parts that hold no text for the document. */
const UNSEEN =
  /<(style|script|xml|head|title|o:p|w:[\w]+|m:[\w]+)\b[^>]*>[\s\S]*?<\/\1>|<\/?(?:o|w|v|st1|m):[^>]*>|<(?:meta|link|img|base)\b[^>]*>/gi;
/** The number or bullet that Word writes as text in front of a list entry. */
const MARKER = /<span[^>]*mso-list:\s*ignore[^>]*>[\s\S]*?<\/span>(?:\s*<\/span>)?/gi;

/**
 * HTML from the clipboard, above all of Word and WPS, without what the editor would take for text: comments, style sheets, field codes,
 * pictures. The cells of a table become paragraphs; what is left the editor's own rules read, which know nothing but its few kinds of nodes.
 */
export const cleanPasted = (html: string): string =>
  html
    .replace(COMMENTS, '')
    .replace(UNSEEN, '')
    .replace(MARKER, '')
    .replace(/<\/?(?:table|tbody|thead|tr)\b[^>]*>/gi, '')
    .replace(/<(?:td|th)\b[^>]*>/gi, '<p>')
    .replace(/<\/(?:td|th)>/gi, '</p>')
    .replace(/<h[3-6]\b/gi, '<h2')
    .replace(/<\/h[3-6]>/gi, '</h2>')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/<p\b[^>]*>\s*<\/p>/gi, '');
