import { catalogue } from '#platform/text.ts';
import { en } from './register-change.en.ts';
import { zhCN } from './register-change.zh-CN.ts';

export const registerChangeTexts = catalogue(zhCN, en);
export type RegisterChangeKey = keyof typeof zhCN;
