import { catalogue } from '#platform/text.ts';
import { en } from './classification.en.ts';
import { zhCN } from './classification.zh-CN.ts';

export const classificationTexts = catalogue(zhCN, en);
export type ClassificationKey = keyof typeof zhCN;
