import { type CheckRule, inForm } from './check-input.ts';
import { highRiskIndustries } from './safety-staff.ts';

/** 《安全生产法》第二十七条: the principal of a high-risk unit has passed the examination of the authority. */
export const principalCertified: CheckRule = {
  code: 'principalCertified',
  level: 'warning',
  find: ({ form, setting }) =>
    highRiskIndustries.includes(setting.industry) && !form.principalCertificate
      ? [{ path: inForm('principalCertificate'), code: 'checks.principalNotCertified' }]
      : [],
};
