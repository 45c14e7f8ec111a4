/** The tabs of the editor. */
export const PARTS = ['items', 'head', 'gates', 'preview'] as const;
export type Part = (typeof PARTS)[number];
