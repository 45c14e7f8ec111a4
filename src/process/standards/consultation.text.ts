import { catalogue } from '#platform/text.ts';
import { en } from './consultation.en.ts';
import { zhCN } from './consultation.zh-CN.ts';

export const consultationTexts = catalogue(zhCN, en);
export type ConsultationKey = keyof typeof zhCN;
