/** What may be attached to an item; the page shows the limits before a file is sent. */
export const evidenceLimits = {
  limitBytes: 20 * 1024 * 1024,
  allowed: ['pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx'],
  /** With both spellings of JPEG. */
  endings: ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.docx', '.xlsx'],
  perItem: 20,
  perDeclaration: 500,
  /** Bytes of one piece of an upload, at most. */
  pieceBytes: 1024 * 1024,
  /** Uploads of one declaration that are under way at once. */
  openUploads: 30,
  /** An upload to which nothing more comes is forgotten after this many days. */
  keptDays: 7,
} as const;
