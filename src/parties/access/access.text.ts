import { catalogue } from '#platform/text.ts';
import { en } from './access.en.ts';
import { zhCN } from './access.zh-CN.ts';

export const accessTexts = catalogue(zhCN, en);
