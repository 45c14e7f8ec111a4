import { catalogue } from '#platform/text.ts';
import { en } from './accounts.en.ts';
import { zhCN } from './accounts.zh-CN.ts';

export const accountsTexts = catalogue(zhCN, en);
