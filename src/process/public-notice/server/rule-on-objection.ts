import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { publish } from '#support/publication/server/publish.ts';
import { entryStateAfter, type NoticeColumn, type NoticeState, type ObjectionState } from '../domain/notice.ts';
import { publicNoticeContract } from '../public-notice.contract.ts';

interface ObjectionRow {
  state: ObjectionState;
  number: string;
  entry_id: string;
  notice_id: string;
  subject_type: string;
  subject_id: string;
  cells: Record<string, string>;
  notice_state: NoticeState;
  notice_number: string;
  slug: string;
  others: ObjectionState[];
}

/** 异议处理: upheld takes the row off the list for a new verification; dismissed lets it go on once the window is closed. */
export const ruleOnObjection = (columns: readonly NoticeColumn[]) =>
  command(publicNoticeContract.rule, {
    name: 'public-notice.rule-on-objection',
    run: async (tx, { params, body }, context) => {
      const { actor, now } = context;
      // The row of the list is locked first: two rulings on the same row come one after the other.
      await tx.row(sql`select 1 from notice_entries e where e.city_id = ${actor.cityId} and e.entry_id =
      (select entry_id from objections where city_id = ${actor.cityId} and objection_id = ${params.objectionId}) for update`);
      const objection = await tx.row<ObjectionRow>(sql`
      select o.state, o.number, o.entry_id, o.notice_id, e.subject_type, e.subject_id, e.cells, n.state as notice_state, n.number as notice_number, p.slug,
        array(select x.state from objections x where x.city_id = o.city_id and x.entry_id = o.entry_id and x.objection_id <> o.objection_id) as others
      from objections o
      join notice_entries e on e.city_id = o.city_id and e.entry_id = o.entry_id
      join notices n on n.city_id = o.city_id and n.notice_id = o.notice_id
      join publications p on p.city_id = n.city_id and p.publication_id = n.publication_id
      where o.city_id = ${actor.cityId} and o.objection_id = ${params.objectionId}`);
      if (!objection) return refuse('input.noSuchRecord', 404);
      if (objection.state !== 'received') return refuse('objection.ruledAlready', 409);
      const already = entryStateAfter(objection.notice_state, objection.others);
      const entryState = entryStateAfter(objection.notice_state, [...objection.others, body.ruling]);
      tx.later(sql`update objections set state = ${body.ruling}, ruling_reason = ${body.reason}, ruled_by = ${actor.accountId}, ruled_at = ${now}
      where city_id = ${actor.cityId} and objection_id = ${params.objectionId}`);
      tx.later(
        sql`update notice_entries set state = ${entryState} where city_id = ${actor.cityId} and entry_id = ${objection.entry_id}`,
      );
      const takenOff = entryState === 'upheld' && already !== 'upheld';
      if (takenOff) {
        publish(tx, context, {
          kind: 'correction',
          slug: `${objection.slug}-correction-${objection.entry_id.slice(-12)}`,
          title: `关于 ${objection.notice_number} 的更正`,
          content: {
            paragraphs: [
              '公示期间收到的异议经核查成立。下列单元不再按原公示的类别认定，重新核定后另行公示；公示名单中的其他单元不受影响。',
            ],
            facts: [
              { label: '原公示', value: objection.notice_number },
              ...columns.map(({ key, label }) => ({ label, value: objection.cells[key] ?? '' })),
            ],
            tables: [],
            files: [],
          },
        });
      }
      return ok({
        done: { state: body.ruling },
        subject: { type: 'objection', id: params.objectionId },
        record: { number: objection.number, ruling: body.ruling, reason: body.reason, entryState },
        events: takenOff
          ? [
              {
                type: 'objection.upheld',
                subjectType: objection.subject_type,
                subjectId: objection.subject_id,
                objectionId: params.objectionId,
                reason: body.reason,
              },
            ]
          : [],
      });
    },
  });
