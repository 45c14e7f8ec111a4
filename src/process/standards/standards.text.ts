import { catalogue } from '#platform/text.ts';
import { en } from './standards.en.ts';
import { zhCN } from './standards.zh-CN.ts';

export const standardsTexts = catalogue(zhCN, en);
export type StandardsKey = keyof typeof zhCN;
