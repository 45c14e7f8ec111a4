import { type Issues, issues, ok, type Result } from '#lib/result.ts';
import { schemeConflicts } from './scheme-conflicts.ts';
import { type Scheme, schemeForm } from './scheme-form.ts';
import { zodIssues } from './zod-issues.ts';

export type { Phase, Receiver, RoutingRule, Scheme, SchemeClass, StratumKey } from './scheme-form.ts';

/**
 * Reads a scheme from parsed YAML or JSON. Every fault at once, `path` as in the file (`routing[0].to`): form first (`scheme.form.*`),
 * then what contradicts itself (`scheme.*`).
 */
export const parseScheme = (input: unknown): Result<Scheme, Issues> => {
  const parsed = schemeForm.safeParse(input);
  if (!parsed.success) return issues(zodIssues('scheme.form', parsed.error));
  const conflicts = schemeConflicts(parsed.data);
  return conflicts.length > 0 ? issues(conflicts) : ok(parsed.data);
};
