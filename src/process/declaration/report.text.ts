import { catalogue } from '#platform/text.ts';
import { en } from './report.en.ts';
import { zhCN } from './report.zh-CN.ts';

export const reportTexts = catalogue(zhCN, en);
export type ReportKey = keyof typeof zhCN;
