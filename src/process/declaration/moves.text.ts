import { catalogue } from '#platform/text.ts';
import { en } from './moves.en.ts';
import { zhCN } from './moves.zh-CN.ts';

export const movesTexts = catalogue(zhCN, en);
export type MovesKey = keyof typeof zhCN;
