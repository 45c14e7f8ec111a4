import { catalogue } from '#platform/text.ts';
import { en } from './rule-bench.en.ts';
import { zhCN } from './rule-bench.zh-CN.ts';

/** What re-scoring says at the command line. */
export const ruleBenchTexts = catalogue(zhCN, en);
