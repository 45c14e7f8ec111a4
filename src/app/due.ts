import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { type Consequence, carryOutDueScans } from './due-scans.ts';
import { react } from './reactions.ts';

/** Leaves no audit row of its own when nothing was due. */
export const carryOutWhatIsDue = systemCommand<Record<string, never>, { count: number }>({
  name: 'calendar.carry-out-what-is-due',
  leavesNoTrace: (done) => done.count === 0,
  run: async (tx, _input, context) => {
    const due = await carryOutDueScans(tx, context);
    if (!due.ok) return due;
    const further: Consequence[] = [];
    for (const event of due.value.flatMap((done) => done.events ?? [])) {
      const reaction = await react(tx, event, context);
      if (!reaction.ok) return reaction;
      further.push(...reaction.value);
    }
    const all = [...due.value, ...further];
    return ok({
      done: { count: all.length },
      subject: { type: 'city', id: String(context.actor.cityId) },
      record: { today: context.today },
      further: all,
    });
  },
});
