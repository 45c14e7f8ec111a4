import { type Sql, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { codeDigest, newActivationCode } from '../activation-code.ts';

/** Days for which a one-time code is valid: officers and colleagues are told it in person, slips travel to enterprises. */
export const CODE_DAYS = { officer: 14, enterprise: 60, colleague: 14 } as const;

export type CodePurpose = Exclude<keyof typeof CODE_DAYS, 'colleague'>;

export interface NewCode {
  readonly code: string;
  readonly expiresAt: Date;
  /** Withdraws earlier codes of the account and keeps the digest of this one. */
  readonly statements: readonly Sql[];
}

export const expiryOf = (purpose: keyof typeof CODE_DAYS, now: Date): Date =>
  new Date(now.getTime() + CODE_DAYS[purpose] * 86_400_000);

/** A one-time code for an account; any earlier one stops working. */
export const newCode = (
  cityId: number,
  account: { readonly accountId: string; readonly enterpriseId: string | null },
  by: string | null,
  now: Date,
  valid?: keyof typeof CODE_DAYS,
): NewCode => {
  const purpose: CodePurpose = account.enterpriseId === null ? 'officer' : 'enterprise';
  const code = newActivationCode();
  const expiresAt = expiryOf(valid ?? purpose, now);
  return {
    code,
    expiresAt,
    statements: [
      sql`update activations set withdrawn_at = ${now} where city_id = ${cityId} and account_id = ${account.accountId}
        and used_at is null and withdrawn_at is null`,
      sql`insert into activations (city_id, activation_id, code_digest, purpose, account_id, enterprise_id, expires_at, created_by, created_at)
        values (${cityId}, ${newId()}, ${codeDigest(code)}, ${purpose}, ${account.accountId}, ${account.enterpriseId}, ${expiresAt}, ${by}, ${now})`,
    ],
  };
};
