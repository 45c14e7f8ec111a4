import { catalogue } from '#platform/text.ts';
import { en } from './resubmission.en.ts';
import { zhCN } from './resubmission.zh-CN.ts';

export const resubmissionTexts = catalogue(zhCN, en);
