import { catalogue } from '#platform/text.ts';
import { en } from './spot-check.en.ts';
import { zhCN } from './spot-check.zh-CN.ts';

/** All words of the spot check: pages, refusals, states. */
export const spotCheckTexts = catalogue(zhCN, en);
export type SpotCheckKey = keyof typeof zhCN;
