import { type Fault, ok, type Result } from '#lib/result.ts';
import { type Context, systemCommand } from '#parties/access/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { type Consequence, react } from './reactions.ts';

/** Finds what fell due until `context.today` and carries it out; nothing due is an empty list. */
export type DueScan = (tx: Tx, context: Context) => Promise<Result<readonly Consequence[], Fault>>;

/** Deadlines that something follows from by itself, stage by stage. Found by looking, not by timers, so that none is lost while the program stands still. */
export const dueScans: readonly DueScan[] = [];

export const carryOutDueScans = async (tx: Tx, context: Context): Promise<Result<readonly Consequence[], Fault>> => {
  const done: Consequence[] = [];
  for (const scan of dueScans) {
    const result = await scan(tx, context);
    if (!result.ok) return result;
    done.push(...result.value);
  }
  return ok(done);
};

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
