import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { registerChangeContract } from '../../register-change.contract.ts';
import { settle } from './decide-change.ts';
import { changeFor } from './lock-change.ts';

/** Takes a request back before it is decided; it stays in the history. */
export const withdrawRegisterChange = command(registerChangeContract.withdrawRegisterChange, {
  name: 'parties.withdraw-register-change',
  run: async (tx, { params: { changeId }, body }, context) => {
    const found = await changeFor(tx, context.actor, changeId, 'withdraw', body.baseVersion);
    if (!found.ok) return found;
    const version = settle(tx, context, found.value, 'withdrawn', '', false);
    return ok({
      done: { version },
      subject: { type: 'register-change', id: changeId },
      record: { state: 'withdrawn' },
    });
  },
});
