/** What may be handed in as the proof of a request. */
export const proofLimits = {
  limitBytes: 20 * 1024 * 1024,
  allowed: ['pdf', 'jpeg', 'png'],
  endings: ['.pdf', '.jpg', '.jpeg', '.png'],
} as const;
