import { catalogue } from '#platform/text.ts';
import { en } from './home.en.ts';
import { zhCN } from './home.zh-CN.ts';

export const homeTexts = catalogue(zhCN, en);
export type HomeKey = keyof typeof zhCN;
