import { unconfirmed } from '../registration/sources.ts';
import type { CheckRule } from './check-input.ts';

/** What was taken over from elsewhere has been looked at. */
export const valuesConfirmed: CheckRule = {
  code: 'valuesConfirmed',
  level: 'error',
  find: ({ form, sources }) =>
    unconfirmed(form, sources).map((name) => ({ path: `registration.${name}`, code: 'registration.unconfirmed' })),
};
