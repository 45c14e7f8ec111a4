export type { Answer, Answers, Fact } from './answers.ts';
export { ANSWERS_FORMAT } from './answers.ts';
export type * from './edition.ts';
export { EDITION_FORMAT } from './edition.ts';
