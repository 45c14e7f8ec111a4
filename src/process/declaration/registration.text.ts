import { catalogue } from '#platform/text.ts';
import { en } from './registration.en.ts';
import { zhCN } from './registration.zh-CN.ts';

export const registrationTexts = catalogue(zhCN, en);
export type RegistrationKey = keyof typeof zhCN;
