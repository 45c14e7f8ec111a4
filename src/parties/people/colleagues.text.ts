import { catalogue } from '#platform/text.ts';
import { en } from './colleagues.en.ts';
import { zhCN } from './colleagues.zh-CN.ts';

export const colleaguesTexts = catalogue(zhCN, en);
