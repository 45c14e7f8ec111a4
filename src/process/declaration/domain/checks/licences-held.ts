import type { Issue } from '#lib/result.ts';
import { type CheckInput, type CheckRule, inForm } from './check-input.ts';
import { type LackingLicence, lackingLicences } from './needed-licences.ts';

const issueOf = ({ oneOf, expired, at }: LackingLicence, explained: boolean): Issue => ({
  path: expired ? `registration.certificates.${at}.to` : inForm('certificates'),
  code: `checks.licence${expired ? 'Expired' : 'Missing'}${explained ? 'Explained' : ''}.${oneOf[0]}`,
  ...(expired && { params: { expired } }),
});

const found = ({ form, setting, today }: CheckInput, explained: boolean): readonly Issue[] => {
  const hasNote = (form.licenceNote ?? '').trim() !== '';
  if (hasNote !== explained) return [];
  return lackingLicences(form, setting.industry, today).map((one) => issueOf(one, explained));
};

/**
 * The licences that the trade needs are there and in date, or the form says why not (证照说明): whoever has none must be able to say so
 * and still be assessed.
 */
export const licencesHeld: CheckRule = { code: 'licencesHeld', level: 'error', find: (input) => found(input, false) };

/** A licence is lacking, and the form says why. */
export const licencesExplained: CheckRule = {
  code: 'licencesExplained',
  level: 'warning',
  find: (input) => found(input, true),
};
