import { dayOf, type PlainDate } from '#lib/plain-date.ts';
import { type Fault, type Issue, issues, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { InputOf } from '#platform/contract.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { paperRules } from '#process/campaign/domain/paper-rules.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { formatDocumentNumber } from '#support/numbering/domain/number-format.ts';
import { type ArrivedCopy, completeOn, lacksOf } from '../../domain/paper/arrivals.ts';
import { keyOf, readPaperCode } from '../../domain/paper/paper-code.ts';
import { paperVersion } from '../../domain/paper/standing.ts';
import { paperContract } from '../../paper.contract.ts';
import { deskLine, type PaperLine } from './paper-line.ts';

type Given = InputOf<typeof paperContract.registerCopies>['body'];

/** The line at the desk if its paper is asked for; which version's is, where it is another one's. */
export const wantedAtDesk = async (tx: Tx, actor: Actor, submissionId: string): Promise<Result<PaperLine, Fault>> => {
  const line = await tx.row<PaperLine>(deskLine(actor, submissionId));
  if (!line) return refuse('input.noSuchRecord', 404);
  const wanted = paperVersion(line);
  if (!wanted) return refuse('paper.notAskedFor', 409, { sequence: line.sequence }, 'final');
  if (wanted.submissionId !== submissionId)
    return refuse(
      'paper.superseded',
      409,
      { sequence: line.sequence, newest: wanted.sequence, receipt: wanted.receiptNumber },
      'final',
    );
  return ok(line);
};

/** What is wrong with the codes: mistyped, of another version, of another copy than the one it was read for. */
const codeFaults = (line: PaperLine, copies: number, given: Given['copies']): readonly Issue[] =>
  given.flatMap(({ copy, code }, at): readonly Issue[] => {
    const path = `copies.${at}.code`;
    if (copy > copies) return [{ path: `copies.${at}.copy`, code: 'paper.noSuchCopy', params: { copies } }];
    if (given.findIndex((one) => one.copy === copy) < at)
      return [{ path: `copies.${at}.copy`, code: 'paper.copyTwice', params: { copy } }];
    if (code === undefined) return [];
    const read = readPaperCode(code);
    if (!read.ok) return read.error.issues.map((issue) => ({ ...issue, path }));
    if (read.value.key !== keyOf(line.contentDigest)) return [{ path, code: 'paper.otherVersion' }];
    return read.value.copy === copy
      ? []
      : [{ path, code: 'paper.otherCopy', params: { copy, found: read.value.copy } }];
  });

const dayFault = (line: PaperLine, arrivedOn: string, today: PlainDate): readonly Issue[] => {
  const submittedOn = dayOf(line.submittedAt);
  if (arrivedOn > today) return [{ path: 'arrivedOn', code: 'paper.arrivedInFuture', params: { today } }];
  return arrivedOn < submittedOn ? [{ path: 'arrivedOn', code: 'paper.arrivedBefore', params: { submittedOn } }] : [];
};

/** A copy that is there whole is not registered a second time. */
const registeredAlready = (line: PaperLine, given: Given['copies']): Fault | null => {
  for (const { copy } of given) {
    const found = line.arrivals.find((one) => one.copy === copy);
    if (found?.signed && found.sealed) {
      const refused = refuse('paper.registeredAlready', 409, { copy, arrivedOn: found.arrivedOn }, 'final');
      return refused.error;
    }
  }
  return null;
};

/**
 * 收件登记: copies that came to the desk of the receiving body. A copy that lacked something may come again and takes the place of the
 * earlier one; the last whole one brings the receipt (收件回执) and settles a notice that was out.
 */
export const registerCopies = command(paperContract.registerCopies, {
  name: 'declaration.register-paper',
  constraints: {
    paper_arrivals_once: { kind: 'refusal', code: 'platform.stale', status: 409, again: 'conflict' },
    paper_receipts_once: { kind: 'refusal', code: 'platform.stale', status: 409, again: 'conflict' },
  },
  run: async (tx, { params: { submissionId }, body }, { actor, now, today }) => {
    const { cityId } = actor;
    const found = await wantedAtDesk(tx, actor, submissionId);
    if (!found.ok) return found;
    const line = found.value;
    const copies = paperRules(await schemeOfCampaign(tx, cityId, line.campaignId)).copies.value.length;
    const faults = [...codeFaults(line, copies, body.copies), ...dayFault(line, body.arrivedOn, today)];
    if (faults.length > 0) return issues(faults);
    const again = registeredAlready(line, body.copies);
    if (again) return { ok: false, error: again };

    const arrivedOn = body.arrivedOn as PlainDate;
    const came = body.copies.map(({ copy, signed, sealed }): ArrivedCopy => ({ copy, signed, sealed, arrivedOn }));
    const there = [...line.arrivals.filter(({ copy }) => !came.some((one) => one.copy === copy)), ...came];
    tx.later(sql`update paper_arrivals set ended_at = ${now}, ended_by_name = ${actor.name}
      where city_id = ${cityId} and submission_id = ${submissionId} and copy = any(${came.map(({ copy }) => copy)}::int[]) and ended_at is null`);
    for (const { copy, signed, sealed, code } of body.copies)
      tx.later(sql`insert into paper_arrivals (city_id, arrival_id, submission_id, copy, signed, sealed, by_code, arrived_on, way, note,
          registered_by, registered_by_name, registered_at)
        values (${cityId}, ${newId()}, ${submissionId}, ${copy}, ${signed}, ${sealed}, ${code !== undefined}, ${arrivedOn}, ${body.way},
          ${body.note}, ${actor.accountId}, ${actor.name}, ${now})`);

    const wholeOn = completeOn(copies, there);
    const receiptNumber = wholeOn === null ? null : await numberOf(tx, cityId, line.bodyId, '收件', today);
    if (wholeOn !== null && receiptNumber !== null) {
      tx.later(sql`insert into paper_receipts (city_id, receipt_id, submission_id, number, body_id, complete_on, issued_by_name, issued_at)
        values (${cityId}, ${newId()}, ${submissionId}, ${receiptNumber}, ${line.bodyId}, ${wholeOn}, ${actor.name}, ${now})`);
      tx.later(settleNotice(cityId, submissionId, now));
    }
    const lacks = lacksOf(copies, there).map((one) => ({ ...one }));
    return ok({
      done: { lacks, receiptNumber },
      subject: { type: 'declaration', id: line.declarationId },
      record: {
        submissionId,
        copies: body.copies.map(({ copy, signed, sealed, code }) => ({
          copy,
          signed,
          sealed,
          byCode: code !== undefined,
        })),
        arrivedOn,
        way: body.way,
        note: body.note,
        lacks,
        receiptNumber,
      },
    });
  },
});

export const settleNotice = (cityId: number, submissionId: string, now: Date): Sql =>
  sql`update paper_notices set settled_at = ${now} where city_id = ${cityId} and submission_id = ${submissionId} and settled_at is null`;

/** The next number of a body's receipts or notices of the year: `攀东应急收件〔2026〕3号`. */
export const numberOf = async (
  tx: Tx,
  cityId: number,
  bodyId: string,
  kind: '收件' | '补正',
  today: PlainDate,
): Promise<string> => {
  const year = Number(today.slice(0, 4));
  const { seq, short } = await tx.one<{ seq: number; short: string }>(sql`
    select next_number(${cityId}, ${`paper ${kind} ${bodyId}`}, ${year}) as seq, short from bodies
    where city_id = ${cityId} and body_id = ${bodyId}`);
  return formatDocumentNumber({ prefix: `${short}${kind}`, year, seq });
};
