import { catalogue } from '#platform/text.ts';
import { en } from './checks.en.ts';
import { zhCN } from './checks.zh-CN.ts';

export const checksTexts = catalogue(zhCN, en);
