import { catalogue } from '#platform/text.ts';
import { en } from './deductions.en.ts';
import { zhCN } from './deductions.zh-CN.ts';

export const deductionsTexts = catalogue(zhCN, en);
export type DeductionsKey = keyof typeof zhCN;
