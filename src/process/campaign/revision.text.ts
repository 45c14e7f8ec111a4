import { catalogue } from '#platform/text.ts';
import { en } from './revision.en.ts';
import { zhCN } from './revision.zh-CN.ts';

export const revisionTexts = catalogue(zhCN, en);
