import { catalogue } from '#platform/text.ts';
import { en } from './signing.en.ts';
import { zhCN } from './signing.zh-CN.ts';

export const signingTexts = catalogue(zhCN, en);
export type SigningKey = keyof typeof zhCN;
