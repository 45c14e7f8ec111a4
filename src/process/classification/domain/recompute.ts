/** The files with which anyone who has them recomputes a class; the last is what comes out. */
export const recomputeFiles = ['edition.json', 'answers.json', 'result.json'] as const;
export type RecomputeFile = (typeof recomputeFiles)[number];

export const RECOMPUTE_COMMAND = 'npm run -s anping -- score --edition edition.json --answers answers.json --json';
