import { checkCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { type CheckRule, inRegister } from './check-input.ts';

/** The credit code of the register is one (GB 32100), and the business licence has the same. */
export const creditCode: CheckRule = {
  code: 'creditCode',
  level: 'warning',
  find: ({ creditCode: code, form }) => {
    const at = form.certificates?.findIndex(({ kind }) => kind === 'business-licence') ?? -1;
    const number = form.certificates?.[at]?.number;
    return [
      ...(checkCreditCode(code).ok
        ? []
        : [{ path: inRegister('creditCode'), code: 'checks.creditCodeWrong', params: { code } }]),
      ...(number !== undefined && number.length === code.length && number !== code
        ? [{ path: `registration.certificates.${at}.number`, code: 'checks.licenceOfOtherCode', params: { code } }]
        : []),
    ];
  },
};
