import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { formatDocumentNumber } from '#support/numbering/domain/number-format.ts';
import { publicNoticeContract } from '../public-notice.contract.ts';

interface EntryRow {
  notice_id: string;
  entry_state: string;
  notice_state: string;
  closes_on: string;
}

/** Anyone objects to one row, until the end of the last day of the window. */
export const object = command(publicNoticeContract.object, {
  name: 'public-notice.object',
  run: async (tx, { body }, { actor, now, today }) => {
    const entry = await tx.row<EntryRow>(sql`
      select n.notice_id, e.state as entry_state, n.state as notice_state, n.closes_on
      from notice_entries e join notices n on n.city_id = e.city_id and n.notice_id = e.notice_id
      where e.city_id = ${actor.cityId} and e.entry_id = ${body.entryId} for update of e`);
    if (!entry) return refuse('input.noSuchRecord', 404);
    if (entry.notice_state !== 'open' || today > entry.closes_on)
      return refuse('objection.windowClosed', 409, { closedOn: entry.closes_on }, 'final');
    if (entry.entry_state !== 'open') return refuse('objection.rowSettled', 409, undefined, 'final');
    const year = Number(today.slice(0, 4));
    const { seq } = await tx.one<{ seq: number }>(
      sql`select next_number(${actor.cityId}, 'objection', ${year}) as seq`,
    );
    const number = formatDocumentNumber({ prefix: '异议', year, seq });
    const objectionId = newId();
    tx.later(sql`insert into objections (city_id, objection_id, notice_id, entry_id, number, objector_name, objector_phone, grounds, received_at)
      values (${actor.cityId}, ${objectionId}, ${entry.notice_id}, ${body.entryId}, ${number}, ${body.name}, ${body.phone}, ${body.grounds}, ${now})`);
    return ok({
      done: { number, receivedAt: now.toISOString() },
      subject: { type: 'objection', id: objectionId },
      record: { number, noticeId: entry.notice_id, entryId: body.entryId, grounds: body.grounds },
    });
  },
});
