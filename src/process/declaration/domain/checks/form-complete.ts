import { registrationGaps } from '../registration/gaps.ts';
import { atField, type CheckRule } from './check-input.ts';

/** Everything required is filled in. */
export const formComplete: CheckRule = {
  code: 'formComplete',
  level: 'error',
  find: ({ form, setting }) => atField(registrationGaps(form, setting)),
};
