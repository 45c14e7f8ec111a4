import type { Actor } from '#parties/access/domain/roles.ts';
import type { Tx } from '#platform/db/tx.ts';
import { type KeptAccount, lockColleagues } from '../accounts/kept-account.ts';

/** All accounts of the actor's enterprise, locked, and the one that is meant if it is among them. Whoever acts is signed in, so that account is in use. */
export const loadColleagues = async (
  tx: Tx,
  { cityId, enterpriseId, accountId }: Actor,
  colleagueId: string,
): Promise<{ readonly all: readonly KeptAccount[]; readonly one: KeptAccount | undefined }> => {
  const found = await lockColleagues(tx, cityId, enterpriseId);
  const all = found.map((each) => (each.accountId === accountId ? { ...each, opened: true } : each));
  return { all, one: all.find((each) => each.accountId === colleagueId) };
};
