import { catalogue } from '#platform/text.ts';
import { en } from './public-notice.en.ts';
import { zhCN } from './public-notice.zh-CN.ts';

export const publicNoticeTexts = catalogue(zhCN, en);
