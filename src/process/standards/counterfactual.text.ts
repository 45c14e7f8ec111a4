import { catalogue } from '#platform/text.ts';
import { en } from './counterfactual.en.ts';
import { zhCN } from './counterfactual.zh-CN.ts';

export const counterfactualTexts = catalogue(zhCN, en);
export type CounterfactualKey = keyof typeof zhCN;
