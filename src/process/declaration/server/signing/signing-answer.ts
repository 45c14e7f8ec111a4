import type { Actor } from '#parties/access/domain/roles.ts';
import type { DeclarationState } from '../../domain/states.ts';
import type { Signing } from '../../signing.contract.ts';
import { type LoadedSignature, personOf } from './signatures.ts';

/** The signature of a declaration as its enterprise's people see it. */
export const signingOf = (found: LoadedSignature & { readonly state: DeclarationState }, actor: Actor): Signing => {
  const { state, handedOverAt, handedOverByName, unsigned, people } = found;
  const { isOnlyAccount, handedItOver } = personOf(found, actor);
  return {
    handedOver:
      state === 'to-sign' && handedOverAt
        ? { name: handedOverByName ?? '', at: handedOverAt.toISOString(), mine: handedItOver }
        : null,
    unsigned: state === 'draft' || state === 'returned' ? unsigned : null,
    signers: people
      .filter(({ signs }) => signs)
      .map(({ name, accountId }) => ({ name, isSelf: accountId === actor.accountId })),
    isOnlyAccount,
  };
};
