import type { Issue } from '#lib/result.ts';
import type { Role } from '#parties/access/domain/roles.ts';

/** Kinds of bodies whose staff may hold a role; a role that is absent here is held without a body. */
const bodyKinds: Partial<Readonly<Record<Role, readonly string[]>>> = {
  administrator: ['city-office', 'city-bureau'],
  'city-office': ['city-office'],
  reviewer: ['county-bureau', 'park', 'division'],
  'sign-off': ['county-bureau', 'park', 'division'],
  'leading-group': ['leading-group', 'leading-group-office'],
  auditor: ['city-bureau', 'city-office'],
};

/** The roles that an administrator may give; an enterprise's account comes with its activation slip. */
export const invitedRoles = [
  'city-office',
  'reviewer',
  'sign-off',
  'leading-group',
  'expert',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];

export interface RoleGrant {
  readonly roles: readonly Role[];
  /** Kind of the body that the person works for, null without one. */
  readonly bodyKind: string | null;
  /** Industries in which an expert verifies. */
  readonly industries: readonly string[];
}

/**
 * What keeps these roles from one account. Duties are separated by account (严格把关): whoever keeps accounts does no business,
 * whoever reviews does not sign off, whoever runs the campaign does not adopt, an auditor changes nothing; so one account has
 * one role. Codes: `accounts.oneRole`, `accounts.bodyMissing`, `accounts.bodyOfOtherKind` {role}, `accounts.expertHasNoBody`,
 * `accounts.industriesMissing`, `accounts.industriesForExpertsOnly`.
 */
export const roleFaults = ({ roles, bodyKind, industries }: RoleGrant): readonly Issue[] => {
  const [role, ...others] = new Set(roles);
  if (role === undefined || others.length > 0) return [{ path: 'roles', code: 'accounts.oneRole' }];
  const kinds = bodyKinds[role];
  const faults: Issue[] = [];
  if (kinds && bodyKind === null) faults.push({ path: 'bodyId', code: 'accounts.bodyMissing' });
  if (kinds && bodyKind !== null && !kinds.includes(bodyKind))
    faults.push({ path: 'bodyId', code: 'accounts.bodyOfOtherKind', params: { role } });
  if (!kinds && bodyKind !== null) faults.push({ path: 'bodyId', code: 'accounts.expertHasNoBody' });
  if (role === 'expert' && industries.length === 0)
    faults.push({ path: 'industries', code: 'accounts.industriesMissing' });
  if (role !== 'expert' && industries.length > 0)
    faults.push({ path: 'industries', code: 'accounts.industriesForExpertsOnly' });
  return faults;
};

/** Whether a body of this kind can be chosen for a role. */
export const bodyFits = (role: Role, kind: string): boolean => bodyKinds[role]?.includes(kind) ?? false;
