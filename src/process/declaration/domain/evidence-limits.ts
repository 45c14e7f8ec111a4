/** What may be attached to an item; the page shows the limits before a file is sent. */
export const evidenceLimits = {
  limitBytes: 20 * 1024 * 1024,
  allowed: ['pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx'],
  endings: ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.docx', '.xlsx'],
  perItem: 20,
} as const;
