import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, issues, ok, type Result, refuse } from '#lib/result.ts';
import { extensionFault } from '../../domain/declaration-requests.ts';
import { type DeclarationTerm, latestExtension } from './declaration-term.ts';

/** Whether the term may be put off to this day: issues at `until`, or a refusal where no day would do. */
export const checkExtension = (
  cityId: number,
  term: DeclarationTerm,
  wantedUntil: PlainDate,
  today: PlainDate,
): Result<null, Fault> => {
  const latest = latestExtension(cityId, term);
  const rule = term.scheme.lateness?.extension;
  if (latest === undefined || !rule) return refuse('requests.noExtensions', 409, undefined, 'final');
  const { dueOn, grantedBefore } = term;
  const fault = extensionFault({
    wantedUntil,
    dueOn,
    latest,
    today,
    grantedBefore,
    rule: { workingDays: rule.workingDays.value, times: rule.times.value },
  });
  if (fault === null) return ok(null);
  return fault.code === 'requests.noMoreExtensions'
    ? refuse(fault.code, 409, fault.params, 'final')
    : issues([{ path: 'until', ...fault }]);
};
