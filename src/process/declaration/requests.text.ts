import { catalogue } from '#platform/text.ts';
import { en } from './requests.en.ts';
import { zhCN } from './requests.zh-CN.ts';

export const requestTexts = catalogue(zhCN, en);
export type RequestKey = keyof typeof zhCN;
