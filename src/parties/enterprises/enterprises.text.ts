import { catalogue } from '#platform/text.ts';
import { en } from './enterprises.en.ts';
import { zhCN } from './enterprises.zh-CN.ts';

export const enterprisesTexts = catalogue(zhCN, en);
