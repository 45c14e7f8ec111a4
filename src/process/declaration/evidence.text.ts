import { catalogue } from '#platform/text.ts';
import { en } from './evidence.en.ts';
import { zhCN } from './evidence.zh-CN.ts';

export const evidenceTexts = catalogue(zhCN, en);
export type EvidenceKey = keyof typeof zhCN;
