import { catalogue } from '#platform/text.ts';
import { en } from './drafting.en.ts';
import { zhCN } from './drafting.zh-CN.ts';

export const draftingTexts = catalogue(zhCN, en);
export type DraftingKey = keyof typeof zhCN;
