import { catalogue } from '#platform/text.ts';
import { en } from './rectification.en.ts';
import { zhCN } from './rectification.zh-CN.ts';

export const rectificationTexts = catalogue(zhCN, en);
export type RectificationKey = keyof typeof zhCN;
