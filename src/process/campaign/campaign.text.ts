import { catalogue } from '#platform/text.ts';
import { en } from './campaign.en.ts';
import { zhCN } from './campaign.zh-CN.ts';

export const campaignTexts = catalogue(zhCN, en);
