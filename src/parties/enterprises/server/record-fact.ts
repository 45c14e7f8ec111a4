import { monthsBefore, type PlainDate } from '#lib/plain-date.ts';
import { type Issue, issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { documentRule, type FactKind, needsNote, noteKinds } from '../domain/fact-kinds.ts';
import { enterprisesContract } from '../enterprises.contract.ts';
import { supervisedUnit } from './supervised-units.ts';

/** The facts that gates of an industry's editions count; standards know them, so `app` passes this in. */
export type CountedFacts = (reader: Reader, cityId: number, industry: string) => Promise<readonly FactKind[]>;

/** Nothing older than this is weighed by any gate, so an older date is a slip of the pen. */
const OLDEST_MONTHS = 240;

/** Everything that may be recorded of a unit of this industry. */
export const factKindsOf = async (
  reader: Reader,
  cityId: number,
  industry: string,
  countedFacts: CountedFacts,
): Promise<readonly (FactKind & { readonly counted: boolean })[]> => [
  ...(await countedFacts(reader, cityId, industry)).map((one) => ({ ...one, counted: true })),
  ...noteKinds.map((kind) => ({ kind, title: null, counted: false })),
];

/** Adds an event to the daily-supervision record of a unit. */
export const recordFact = (countedFacts: CountedFacts) =>
  command(enterprisesContract.recordFact, {
    name: 'parties.record-fact',
    run: async (tx, { params, body }, { actor, now, today }) => {
      const { cityId } = actor;
      const unit = await supervisedUnit(tx, actor, params.unitId);
      if (!unit) return refuse('input.noSuchRecord', 404);
      const kinds = await factKindsOf(tx, cityId, unit.industry, countedFacts);
      const faults: Issue[] = [];
      if (!kinds.some(({ kind }) => kind === body.kind)) faults.push({ path: 'kind', code: 'input.notAChoice' });
      if ((body.happenedOn as PlainDate) > today) faults.push({ path: 'happenedOn', code: 'supervision.inFuture' });
      if ((body.happenedOn as PlainDate) < monthsBefore(today, OLDEST_MONTHS))
        faults.push({ path: 'happenedOn', code: 'supervision.tooOld' });
      if (body.note === '' && needsNote(body.kind)) faults.push({ path: 'note', code: 'supervision.noteMissing' });
      if (documentRule(body.kind) === 'required') {
        if (body.documentNumber === '') faults.push({ path: 'documentNumber', code: 'supervision.numberMissing' });
        if (body.issuingBody === '') faults.push({ path: 'issuingBody', code: 'supervision.issuerMissing' });
      }
      if (faults.length > 0) return issues(faults);
      const factId = newId();
      const { kind, happenedOn, note, documentNumber, issuingBody } = body;
      tx.later(sql`insert into supervision_facts (city_id, fact_id, unit_id, kind, happened_on, note, document_number, issuing_body, recorded_by, recorded_at)
        values (${cityId}, ${factId}, ${unit.unitId}, ${kind}, ${happenedOn}, ${note}, ${documentNumber}, ${issuingBody}, ${actor.accountId}, ${now})`);
      return ok({
        done: { factId },
        subject: { type: 'unit', id: unit.unitId },
        record: { factId, kind, happenedOn, note, documentNumber, issuingBody },
        events: [{ type: 'supervision.fact-recorded', unitId: unit.unitId, factId, kind }],
      });
    },
  });
