import { catalogue } from '#platform/text.ts';
import { en } from './review.en.ts';
import { zhCN } from './review.zh-CN.ts';

export const reviewTexts = catalogue(zhCN, en);
export type ReviewKey = keyof typeof zhCN;
