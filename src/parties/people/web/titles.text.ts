import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const peopleTitles = catalogue(
  { accounts: '账号管理', invite: '邀请人员', slips: '企业启用单', colleagues: '本单位账号' },
  { accounts: 'Accounts', invite: 'Invite a person', slips: 'Activation slips', colleagues: 'Our accounts' },
);
