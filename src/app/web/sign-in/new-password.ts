import type { Issue } from '#lib/result.ts';
import { passwordFaults } from '#parties/people/domain/password-rule.ts';
import { ApiFault } from '#platform/ui/api/faults.ts';

/**
 * Checks a new password typed twice before it is sent.
 * @throws ApiFault with the faults at `path` and `repeat`, as the server would have answered.
 */
export const checkNewPassword = (password: string, repeat: string, path: string): void => {
  const issues: Issue[] = [...passwordFaults(password, path)];
  if (password !== repeat) issues.push({ path: 'repeat', code: 'password.different' });
  if (issues.length > 0) throw new ApiFault(422, { kind: 'issues', issues }, null);
};
