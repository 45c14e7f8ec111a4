import { catalogue } from '#platform/text.ts';

export const registerChangeTitles = catalogue(
  {
    list: '登记信息变更',
    unit: '登记信息',
    request: '申请变更登记信息',
    change: '登记信息变更申请',
  },
  {
    list: 'Changes of the register',
    unit: 'Register',
    request: 'Ask for a change of the register',
    change: 'Request for a change of the register',
  },
);
