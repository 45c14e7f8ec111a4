import { catalogue } from '#platform/text.ts';
import { en } from './working-days.en.ts';
import { zhCN } from './working-days.zh-CN.ts';

export const workingDaysTexts = catalogue(zhCN, en);
