import type { Issue } from '#lib/result.ts';
import { checkCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { type Directory, SUPERVISING_KINDS } from '../../domain/roster/directory.ts';

/** The codes of a unit entered by form. */
export interface UnitCodes {
  readonly industry: string;
  readonly divisionCode: string;
  readonly bodyId: string;
  readonly affiliation: string;
}

/** Codes that the campaign does not know, each at its field. */
export const codeFaults = ({ scheme, bodies, assessed }: Directory, codes: UnitCodes): readonly Issue[] => {
  const body = bodies.find((one) => one.bodyId === codes.bodyId);
  const known = {
    industry: assessed.has(codes.industry) && scheme.industries.some((one) => one.code === codes.industry),
    divisionCode: scheme.divisions.some((one) => one.code === codes.divisionCode),
    bodyId: body !== undefined && SUPERVISING_KINDS.includes(body.kind),
    affiliation: scheme.affiliations.some((one) => one.code === codes.affiliation),
  };
  return Object.entries(known).flatMap(([path, is]) => (is ? [] : [{ path, code: 'input.notAChoice' }]));
};

export const creditCodeFaults = (creditCode: string): readonly Issue[] => {
  const checked = checkCreditCode(creditCode);
  return checked.ok ? [] : [{ path: 'creditCode', code: checked.error.code, params: checked.error.params }];
};
