import type { Actor } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { DeclarationState, Person } from '../../domain/states.ts';

/** What is loaded of a declaration `d` along with everything else, so that who signs is decided without a statement of its own. */
export interface LoadedSignature {
  /** Set while it waits for its signature; what stands there otherwise is of an earlier time. */
  readonly handedOverBy: string | null;
  readonly handedOverByName: string | null;
  readonly handedOverAt: Date | null;
  readonly handedOverIn: DeclarationState | null;
  readonly unsigned: {
    readonly by: 'manager' | 'revision';
    readonly name: string;
    readonly remark: string;
    readonly at: string;
  } | null;
  /** The enterprise's accounts in use: opened, not disabled, with a role. */
  readonly people: readonly { readonly accountId: string; readonly name: string; readonly signs: boolean }[];
}

/** Columns of `LoadedSignature`. */
export const signatureColumns: Sql = sql`d.handed_over_by as "handedOverBy", d.handed_over_by_name as "handedOverByName",
    d.handed_over_at as "handedOverAt", d.handed_over_from as "handedOverIn", d.unsigned,
    coalesce((select json_agg(json_build_object('accountId', a.account_id, 'name', a.name, 'signs', 'enterprise-manager' = any(a.roles))
        order by a.created_at, a.account_id)
      from accounts a where a.city_id = d.city_id and a.enterprise_id = d.enterprise_id and a.disabled_at is null
        and a.password_hash is not null and cardinality(a.roles) > 0), '[]') as people`;

type Signature = LoadedSignature & { readonly state: DeclarationState };

/** Who of the enterprise asks: whoever is signed in has an account in use, so only others count. */
export const personOf = ({ people, state, handedOverBy }: Signature, { accountId, roles }: Actor): Person => ({
  roles,
  isOnlyAccount: people.every((one) => one.accountId === accountId),
  handedItOver: state === 'to-sign' && handedOverBy === accountId,
});

/** Whether somebody else than the actor can sign. */
export const someoneElseSigns = ({ people }: LoadedSignature, { accountId }: Actor): boolean =>
  people.some((one) => one.signs && one.accountId !== accountId);

/** The person of the two who handed it over; null where a single person does everything. */
export const handedOverBy = (found: Signature): { readonly accountId: string | null; readonly name: string } | null =>
  found.state === 'to-sign' && found.handedOverByName !== null
    ? { accountId: found.handedOverBy, name: found.handedOverByName }
    : null;
