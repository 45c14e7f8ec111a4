import { catalogue } from '#platform/text.ts';
import { en } from './workbook.en.ts';
import { zhCN } from './workbook.zh-CN.ts';

export const workbookTexts = catalogue(zhCN, en);
export type WorkbookKey = keyof typeof zhCN;
