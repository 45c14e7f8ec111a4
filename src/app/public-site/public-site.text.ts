import { catalogue } from '#platform/text.ts';
import { en } from './public-site.en.ts';
import { zhCN } from './public-site.zh-CN.ts';

export const publicSiteText = catalogue(zhCN, en);
export type PublicKey = keyof typeof zhCN;
