import { type Fault, ok, type Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Outcome } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';

/** Closes every window whose last day is over, and clears the rows that no objection holds up. */
export const closeDueNotices = async (
  tx: Tx,
  { actor, now, today }: Context,
): Promise<Result<readonly (Outcome<unknown> & { readonly command: string })[], Fault>> => {
  const closed = await tx.rows<{ notice_id: string; number: string }>(sql`
    update notices set state = 'closed', closed_at = ${now} where city_id = ${actor.cityId} and state = 'open' and closes_on < ${today} returning notice_id, number`);
  const done = [];
  for (const { notice_id: noticeId, number } of closed) {
    const cleared = await tx.run(sql`update notice_entries e set state = 'cleared'
      where e.city_id = ${actor.cityId} and e.notice_id = ${noticeId} and e.state = 'open'
        and not exists (select 1 from objections o where o.city_id = e.city_id and o.entry_id = e.entry_id and o.state = 'received')`);
    done.push({
      command: 'public-notice.close-notice',
      done: null,
      subject: { type: 'notice', id: noticeId },
      record: { number, cleared },
      events: [{ type: 'notice.closed', noticeId }],
    });
  }
  return ok(done);
};
