import { catalogue } from '#platform/text.ts';
import { en } from './audit-log.en.ts';
import { zhCN } from './audit-log.zh-CN.ts';

export const auditLogTexts = catalogue(zhCN, en);
