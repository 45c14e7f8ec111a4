import type { Issue } from '#lib/result.ts';
import type { Registration } from '../registration-fields.ts';
import { atField, type CheckRule } from './check-input.ts';

/** Ends that come before their beginning, at the field's name. */
export const orderFaults = (form: Registration): readonly Issue[] => {
  const found: Issue[] = [];
  const check = (path: string, from: string | undefined, to: string | undefined) => {
    if (from && to && to < from) found.push({ path, code: 'registration.endsBeforeItStarts', params: { from } });
  };
  check('assessedTo', form.assessedFrom, form.assessedTo);
  for (const [at, { from, to }] of (form.certificates ?? []).entries()) check(`certificates.${at}.to`, from, to);
  return found;
};

const PAST = ['foundedOn', 'standardisationOn', 'townshipOn'] as const;

/** Ends come after beginnings, and what has happened lies in the past. */
export const datesInOrder: CheckRule = {
  code: 'datesInOrder',
  level: 'error',
  find: ({ form, today }) => {
    const ahead = PAST.filter((path) => (form[path] ?? '') > today).map((path) => ({
      path,
      code: 'registration.notBefore',
      params: { today },
    }));
    const begun = (form.certificates ?? []).flatMap(({ from = '' }, at) =>
      from > today ? [{ path: `certificates.${at}.from`, code: 'registration.notBefore', params: { today } }] : [],
    );
    return atField([...orderFaults(form), ...ahead, ...begun]);
  },
};
