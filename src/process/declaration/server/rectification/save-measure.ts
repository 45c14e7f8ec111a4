import type { PlainDate } from '#lib/plain-date.ts';
import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { type Measure, measureFaults, noMeasure, sameMeasure } from '../../domain/rectification/measure.ts';
import { rectificationContract } from '../../rectification.contract.ts';
import { lockOwn, stepFrom } from '../own-declaration.ts';

/** Saves what is to be done about one item; a deadline lies after today and within a year. */
export const saveMeasure = command(rectificationContract.saveMeasure, {
  name: 'declaration.save-measure',
  run: async (tx, { params: { declarationId, itemId }, body }, { actor, now, today }) => {
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'save');
    if (!step.ok) return step;
    const { edition } = await editionByHash(tx, actor.cityId, declaration.value.editionHash);
    if (!edition.items.some(({ id }) => id === itemId)) return refuse('declaration.noSuchItem', 404, { item: itemId });
    const before = await tx.row<Measure & { readonly version: number }>(sql`
      select measure, person, due_on as "dueOn", version from rectifications
      where city_id = ${actor.cityId} and declaration_id = ${declarationId} and item_id = ${itemId}`);
    const { baseVersion, measure, person } = body;
    const wanted: Measure = { measure, person, dueOn: body.dueOn as PlainDate | null };
    const faults = measureFaults(wanted, before ?? noMeasure, today);
    if (faults.length > 0) return issues(faults);
    const unchanged = sameMeasure(before ?? noMeasure, wanted);
    if (before && !unchanged && before.version > baseVersion) {
      const { version, ...current } = before;
      return refuse('rectification.changed', 409, { current: JSON.stringify(current), version });
    }
    const version = declaration.value.version + (unchanged ? 0 : 1);
    const itemVersion = (before?.version ?? 0) + (unchanged ? 0 : 1);
    if (!unchanged) {
      tx.later(sql`insert into rectifications (city_id, declaration_id, item_id, measure, person, due_on, version, updated_by, updated_at)
        values (${actor.cityId}, ${declarationId}, ${itemId}, ${measure}, ${person}, ${wanted.dueOn}, ${itemVersion}, ${actor.accountId}, ${now})
        on conflict (city_id, declaration_id, item_id) do update set measure = excluded.measure, person = excluded.person,
          due_on = excluded.due_on, version = excluded.version, updated_by = excluded.updated_by, updated_at = excluded.updated_at`);
      tx.later(sql`update declarations set version = ${version}, changed_at = ${now}
        where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
    }
    return ok({
      done: { version, itemVersion },
      subject: { type: 'declaration', id: declarationId },
      record: { item: itemId, ...wanted, version: itemVersion },
    });
  },
});
