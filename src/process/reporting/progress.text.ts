import { catalogue } from '#platform/text.ts';
import { en } from './progress.en.ts';
import { zhCN } from './progress.zh-CN.ts';

export const progressTexts = catalogue(zhCN, en);
export type ProgressKey = keyof typeof zhCN;
