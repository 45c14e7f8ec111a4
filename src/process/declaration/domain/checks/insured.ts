import { type CheckRule, inForm } from './check-input.ts';
import { highRiskIndustries } from './safety-staff.ts';

/** 《安全生产法》第五十一条: units of high-risk trades are insured for safety liability. */
export const insured: CheckRule = {
  code: 'insured',
  level: 'warning',
  find: ({ form, setting }) =>
    form.liabilityInsurance === false && highRiskIndustries.includes(setting.industry)
      ? [{ path: inForm('liabilityInsurance'), code: 'checks.notInsured' }]
      : [],
};
