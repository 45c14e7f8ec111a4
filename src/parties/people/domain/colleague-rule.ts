import type { EnterpriseRole, Role } from '#parties/access/domain/roles.ts';

/** Most accounts that an enterprise keeps at a time, disabled ones not counted. */
export const MOST_COLLEAGUES = 20;

/** An account of an enterprise, as far as it decides who can sign. */
export interface Colleague {
  readonly accountId: string;
  readonly roles: readonly Role[];
  /** Whether its person has set a password: until then nobody can sign in with it. */
  readonly opened: boolean;
  readonly disabled: boolean;
}

/** Whether somebody can sign in with it now. */
export const isActive = ({ opened, disabled, roles }: Colleague): boolean => opened && !disabled && roles.length > 0;

/** Whether its person can sign for the enterprise now. */
export const maySign = (one: Colleague): boolean => isActive(one) && one.roles.includes('enterprise-manager');

/** Whether an enterprise whose accounts were `before` still has somebody who can sign once those in `changed` are as they are there. */
export const someoneMaySign = (before: readonly Colleague[], changed: readonly Colleague[]): boolean =>
  before.map((one) => changed.find(({ accountId }) => accountId === one.accountId) ?? one).some(maySign);

/** The roles of both people when one hands the manager's role (负责人) over to the other; nobody is left without a role. */
export const handedOver = (
  from: readonly Role[],
  to: readonly Role[],
): { readonly from: readonly Role[]; readonly to: readonly Role[] } => {
  const left = from.filter((role) => role !== 'enterprise-manager');
  const staff: EnterpriseRole = 'enterprise';
  return { from: left.length > 0 ? left : [staff], to: [...new Set<Role>([...to, 'enterprise-manager'])] };
};
