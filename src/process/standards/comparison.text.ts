import { catalogue } from '#platform/text.ts';
import { en } from './comparison.en.ts';
import { zhCN } from './comparison.zh-CN.ts';

export const comparisonTexts = catalogue(zhCN, en);
export type ComparisonKey = keyof typeof zhCN;
