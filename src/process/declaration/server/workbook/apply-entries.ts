import { type Fault, type Issue, issues, ok, type Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Outcome } from '#platform/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { patchSection } from '../../domain/draft-answers.ts';
import { type Measure, measureFaults, noMeasure } from '../../domain/rectification/measure.ts';
import { saveFields } from '../../domain/registration/sources.ts';
import { readRegistration } from '../../domain/registration.ts';
import type { Registration } from '../../domain/registration-fields.ts';
import { sectionsOf } from '../../domain/sections.ts';
import { type Entries, fieldKey, itemKey, measureKey, partOf } from '../../domain/workbook/entries.ts';
import { patchOf } from '../../domain/workbook/read-declaration.ts';
import { UNWRITTEN_COLUMNS } from '../../domain/workbook/sheets.ts';
import { storingForm } from '../registration/own-form.ts';
import type { WorkingCopy } from './working-copy.ts';

type Audited = Outcome<unknown> & { readonly command: string };

export interface Applied {
  readonly version: number;
  /** One for each section, measure and form that was changed. */
  readonly further: readonly Audited[];
}

/**
 * Writes entries into a declaration that is locked, by the rules of the pages, all or none. @param copy read after the lock
 * @returns issues at the keys of the entries that the rules refuse
 */
export const applyEntries = (tx: Tx, context: Context, copy: WorkingCopy, wanted: Entries): Result<Applied, Fault> => {
  const version = copy.found.version + 1;
  const faults: Issue[] = [];
  const further: Audited[] = [];
  const done = (command: string, record: Outcome<unknown>['record']) =>
    further.push({ command, done: null, subject: { type: 'declaration', id: copy.declarationId }, record });
  applyItems(tx, context, copy, wanted, faults, done);
  applyMeasures(tx, context, copy, wanted, faults, done);
  applyForm(tx, context, copy, wanted, version, faults, done);
  if (faults.length > 0) return issues(faults);
  if (further.length > 0)
    tx.later(sql`update declarations set version = ${version}, changed_at = ${context.now}
      where city_id = ${context.actor.cityId} and declaration_id = ${copy.declarationId}`);
  return ok({ version: further.length > 0 ? version : copy.found.version, further });
};

type Done = (command: string, record: Outcome<unknown>['record']) => void;

const applyItems = (
  tx: Tx,
  { actor, now }: Context,
  { declarationId, edition: { edition }, found }: WorkingCopy,
  wanted: Entries,
  faults: Issue[],
  done: Done,
): void => {
  for (const { elementId, items } of sectionsOf(edition)) {
    const patch = patchOf(
      items.map(({ id }) => id),
      (id) => (Object.hasOwn(wanted, itemKey(id)) ? (wanted[itemKey(id)] ?? null) : undefined),
    );
    if (Object.keys(patch).length === 0) continue;
    const { stored, version } = found.sections[elementId] ?? { stored: {}, version: 0 };
    const saved = patchSection(items, { stored, version }, version, patch, edition);
    if (!saved.ok) {
      // Locked and read since: nobody else can have changed it.
      if (saved.error.kind !== 'issues') throw new Error(`section ${elementId} changed under its lock`);
      faults.push(...saved.error.issues);
    } else if (saved.value.version !== version) {
      tx.later(sql`insert into draft_sections (city_id, declaration_id, element_id, answers, version, updated_by, updated_at)
        values (${actor.cityId}, ${declarationId}, ${elementId}, ${json(saved.value.stored)}::json, ${saved.value.version}, ${actor.accountId}, ${now})
        on conflict (city_id, declaration_id, element_id) do update set answers = excluded.answers, version = excluded.version,
          updated_by = excluded.updated_by, updated_at = excluded.updated_at`);
      done('declaration.save-answers', {
        element: elementId,
        version: saved.value.version,
        items: saved.value.changed,
      });
    }
  }
};

const applyMeasures = (
  tx: Tx,
  { actor, now, today }: Context,
  { declarationId, edition: { edition }, entries }: WorkingCopy,
  wanted: Entries,
  faults: Issue[],
  done: Done,
): void => {
  for (const { id } of edition.items) {
    const key = measureKey(id);
    if (!Object.hasOwn(wanted, key)) continue;
    const before = (entries[key] as Measure | null) ?? noMeasure;
    const measure = (wanted[key] as Measure | null) ?? noMeasure;
    const found = measureFaults(measure, before, today);
    if (found.length > 0) {
      faults.push(...found.map(({ code, params }): Issue => ({ path: key, code, ...(params && { params }) })));
      continue;
    }
    tx.later(sql`insert into rectifications (city_id, declaration_id, item_id, measure, person, due_on, version, updated_by, updated_at)
      values (${actor.cityId}, ${declarationId}, ${id}, ${measure.measure}, ${measure.person}, ${measure.dueOn}, 1, ${actor.accountId}, ${now})
      on conflict (city_id, declaration_id, item_id) do update set measure = excluded.measure, person = excluded.person,
        due_on = excluded.due_on, version = rectifications.version + 1, updated_by = excluded.updated_by, updated_at = excluded.updated_at`);
    done('declaration.save-measure', { item: id, ...measure });
  }
};

/** What a workbook has no column for stays with the row of the same kind. */
const withUnwritten = (name: string, value: unknown, before: unknown): unknown => {
  const columns = UNWRITTEN_COLUMNS[name];
  if (!columns || !Array.isArray(value) || !Array.isArray(before)) return value;
  const rows = before as readonly Readonly<Record<string, unknown>>[];
  return value.map((row: Readonly<Record<string, unknown>>) => {
    const old = rows.find(({ kind }) => kind === row.kind);
    return {
      ...row,
      ...Object.fromEntries(columns.flatMap((one) => (old?.[one] === undefined ? [] : [[one, old[one]]]))),
    };
  });
};

const applyForm = (
  tx: Tx,
  { actor, now, today }: Context,
  { declarationId, found }: WorkingCopy,
  wanted: Entries,
  version: number,
  faults: Issue[],
  done: Done,
): void => {
  const changes: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(wanted)) {
    const place = partOf(key);
    if (place?.part !== 'registration') continue;
    changes[place.name] = withUnwritten(place.name, value, found.registration[place.name as keyof Registration]);
  }
  if (Object.keys(changes).length === 0) return;
  const whole = Object.entries({ ...found.registration, ...changes }).filter(([, value]) => value !== null);
  const checked = readRegistration(Object.fromEntries(whole));
  if (!checked.ok) {
    // What was wrong before, and is not touched, is not this workbook's fault.
    const touched = checked.error.issues.filter(({ path }) => Object.hasOwn(changes, path.split('.')[0] ?? ''));
    faults.push(...touched.map((issue) => ({ ...issue, path: fieldKey(issue.path) })));
    if (touched.length > 0) return;
  }
  const before = {
    form: found.registration,
    sources: found.registrationSources,
    version: found.registrationVersion,
  };
  const saved = saveFields(before, before.version, changes, { from: 'own', on: today });
  if (!saved.ok) throw new Error('the form changed under its lock');
  if (saved.value.version === before.version) return;
  tx.later(storingForm(actor, declarationId, version, saved.value, now));
  done('declaration.save-registration', { registration: saved.value.form, changed: saved.value.changed });
};
