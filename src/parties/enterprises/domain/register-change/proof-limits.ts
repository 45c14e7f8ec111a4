/** What may prove a change; the page shows the limits before a file is sent. */
export const proofLimits = {
  limitBytes: 20 * 1024 * 1024,
  allowed: ['pdf', 'jpeg', 'png', 'docx'],
  endings: ['.pdf', '.jpg', '.jpeg', '.png', '.docx'],
} as const;
