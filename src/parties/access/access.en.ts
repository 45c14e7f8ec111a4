import type { Translation } from '#platform/text.ts';
import type { zhCN } from './access.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'role.administrator': 'Administrator',
  'role.city-office': 'City office',
  'role.reviewer': 'Reviewer',
  'role.sign-off': 'Sign-off officer',
  'role.leading-group': 'Leading group',
  'role.expert': 'Expert',
  'role.enterprise': 'Enterprise staff',
  'role.enterprise-manager': 'Enterprise manager',
  'role.auditor': 'Auditor',
};
