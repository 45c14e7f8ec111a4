/** Kinds of file that can be stored. Office files are told apart from other zip archives by their contents. */
export type FileType = 'pdf' | 'jpeg' | 'png' | 'webp' | 'docx' | 'xlsx';

/** `zip` may still turn out to be docx or xlsx; the rest are only named to the person who sent them. */
export type Sniffed = Exclude<FileType, 'docx' | 'xlsx'> | 'zip' | OtherType;
export type OtherType = 'ole' | 'gif' | 'bmp' | 'tiff' | 'heic' | 'mp4' | 'rar' | '7z' | 'exe' | 'html' | 'unknown';

export const MEDIA_TYPES: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** How many leading bytes `sniff` wants to see. */
export const SNIFF_BYTES = 64;

const SIGNATURES: readonly (readonly [Sniffed, number, readonly number[]])[] = [
  ['pdf', 0, ascii('%PDF-')],
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['webp', 8, ascii('WEBP')],
  ['zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['zip', 0, [0x50, 0x4b, 0x05, 0x06]],
  ['ole', 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['gif', 0, ascii('GIF8')],
  ['bmp', 0, ascii('BM')],
  ['tiff', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['heic', 4, ascii('ftypheic')],
  ['heic', 4, ascii('ftypheix')],
  ['heic', 4, ascii('ftyphevc')],
  ['heic', 4, ascii('ftypmif1')],
  ['heic', 4, ascii('ftypmsf1')],
  ['mp4', 4, ascii('ftyp')],
  ['rar', 0, ascii('Rar!')],
  ['7z', 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['exe', 0, ascii('MZ')],
  ['exe', 0, [0x7f, 0x45, 0x4c, 0x46]],
];

/** What a file is by its first bytes; its name and the sender's media type are not asked. */
export const sniff = (head: Uint8Array): Sniffed => {
  const known = SIGNATURES.find(([, offset, bytes]) => bytes.every((byte, index) => head[offset + index] === byte));
  if (known) return known[0];
  const text = String.fromCharCode(...head.subarray(0, SNIFF_BYTES)).trimStart();
  return text.startsWith('<') ? 'html' : 'unknown';
};

/** Types that files with this beginning can turn out to be. */
export const candidates = (sniffed: Sniffed): readonly FileType[] => {
  if (sniffed === 'zip') return ['docx', 'xlsx'];
  return sniffed in MEDIA_TYPES ? [sniffed as FileType] : [];
};

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
