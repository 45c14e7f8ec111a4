import { catalogue } from '#platform/text.ts';
import { en } from './sheet.en.ts';
import { zhCN } from './sheet.zh-CN.ts';

export const sheetTexts = catalogue(zhCN, en);
export type SheetKey = keyof typeof zhCN;
