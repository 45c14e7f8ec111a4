import { catalogue } from '#platform/text.ts';
import { en } from './people.en.ts';
import { zhCN } from './people.zh-CN.ts';

export const peopleTexts = catalogue(zhCN, en);
