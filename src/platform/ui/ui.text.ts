import { catalogue } from '../text.ts';
import { en } from './ui.en.ts';
import { zhCN } from './ui.zh-CN.ts';

export const uiTexts = catalogue(zhCN, en);
