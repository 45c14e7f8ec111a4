import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { type DueScanName, dueScanNames } from './due-scans.ts';
import { carryOutUntilDone } from './reactions.ts';

/**
 * Everything that is due, or what one scan finds, with all that follows from it, in one transaction. Leaves no audit row of its own when
 * nothing was due.
 */
export const carryOutWhatIsDue = systemCommand<{ readonly scan?: DueScanName }, { count: number }>({
  name: 'calendar.carry-out-what-is-due',
  leavesNoTrace: (done) => done.count === 0,
  run: async (tx, { scan }, context) => {
    const all = await carryOutUntilDone(tx, context, scan ? [scan] : dueScanNames, scan ? 1 : Number.POSITIVE_INFINITY);
    if (!all.ok) return all;
    return ok({
      done: { count: all.value.length },
      subject: { type: 'city', id: String(context.actor.cityId) },
      record: { today: context.today },
      further: all.value,
    });
  },
});
