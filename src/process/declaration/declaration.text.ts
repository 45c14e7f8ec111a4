import { catalogue } from '#platform/text.ts';
import { en } from './declaration.en.ts';
import { zhCN } from './declaration.zh-CN.ts';

export const declarationTexts = catalogue(zhCN, en);
export type DeclarationKey = keyof typeof zhCN;
