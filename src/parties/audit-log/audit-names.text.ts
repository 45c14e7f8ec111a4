import { catalogue } from '#platform/text.ts';
import { en } from './audit-names.en.ts';
import { zhCN } from './audit-names.zh-CN.ts';

export const auditNamesText = catalogue(zhCN, en);
