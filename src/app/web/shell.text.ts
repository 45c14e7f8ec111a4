import { catalogue } from '#platform/text.ts';
import { en } from './shell.en.ts';
import { zhCN } from './shell.zh-CN.ts';

export const shellTexts = catalogue(zhCN, en);
