import { catalogue } from '#platform/text.ts';
import { en } from './paper.en.ts';
import { zhCN } from './paper.zh-CN.ts';

export const paperTexts = catalogue(zhCN, en);
export type PaperKey = keyof typeof zhCN;
