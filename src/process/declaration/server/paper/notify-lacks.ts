import { isPlainDate, type PlainDate } from '#lib/plain-date.ts';
import { type Fault, issues, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { type PaperRules, paperRules } from '#process/campaign/domain/paper-rules.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import { lacksOf } from '../../domain/paper/arrivals.ts';
import { paperContract } from '../../paper.contract.ts';
import { numberOf, settleNotice, wantedAtDesk } from './register-copies.ts';

const dueOf = (
  cityId: number,
  today: PlainDate,
  chosen: string | undefined,
  rules: PaperRules,
): Result<PlainDate, Fault> => {
  if (chosen === undefined) return addWorkingDays(calendarOf(cityId), today, rules.completionWorkingDays.value);
  if (!isPlainDate(chosen)) return issues([{ path: 'dueOn', code: 'input.notADay' }]);
  return chosen < today ? issues([{ path: 'dueOn', code: 'paper.dueBeforeToday', params: { today } }]) : ok(chosen);
};

/** 补正通知: what the paper lacks, once and whole. A newer one takes the place of one that is out; the declaration itself stays where it is. */
export const notifyLacks = command(paperContract.notifyLacks, {
  name: 'declaration.notify-paper-lacks',
  run: async (tx, { params: { submissionId }, body }, { actor, now, today }) => {
    const { cityId } = actor;
    const found = await wantedAtDesk(tx, actor, submissionId);
    if (!found.ok) return found;
    const line = found.value;
    if (line.receipt) return refuse('paper.whole', 409, { number: line.receipt.number }, 'final');
    const rules = paperRules(await schemeOfCampaign(tx, cityId, line.campaignId));
    const due = dueOf(cityId, today, body.dueOn, rules);
    if (!due.ok) return due;
    const lacks = lacksOf(rules.copies.value.length, line.arrivals);
    const number = await numberOf(tx, cityId, line.bodyId, '补正', today);
    tx.later(settleNotice(cityId, submissionId, now));
    tx.later(sql`insert into paper_notices (city_id, notice_id, submission_id, number, body_id, lacks, note, due_on, sent_by_name, sent_at)
      values (${cityId}, ${newId()}, ${submissionId}, ${number}, ${line.bodyId}, ${json(lacks)}::jsonb, ${body.note}, ${due.value}, ${actor.name}, ${now})`);
    return ok({
      done: { number, dueOn: due.value },
      subject: { type: 'declaration', id: line.declarationId },
      record: { submissionId, number, lacks, note: body.note, dueOn: due.value },
    });
  },
});
