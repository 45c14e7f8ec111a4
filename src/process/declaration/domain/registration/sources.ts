import { err, ok, type Result } from '#lib/result.ts';
import { type FieldName, fieldOf, type Registration } from '../registration-fields.ts';

/** 登记册, 上年度申报 of the same unit, 同企业另一单元 of this campaign, 本单位填写. */
export const sourceKinds = ['register', 'earlier', 'sister', 'own'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Where the value of a field comes from. */
export interface FieldSource {
  readonly from: SourceKind;
  /** Day on which it was taken over or filled in. */
  readonly on: string;
  /** The earlier campaign or the other unit, by name. */
  readonly of?: string;
  /** Version of the form that set it. */
  readonly v: number;
  /** Taken over, and nobody has looked at it yet. */
  readonly open?: true;
}
export type Sources = Readonly<Record<string, FieldSource>>;

export interface FormState {
  readonly form: Registration;
  readonly sources: Sources;
  /** Counts every change of the form. */
  readonly version: number;
}

/** Somebody else has changed these fields since the version that the save started from; their present values. */
export interface FieldConflict {
  readonly kind: 'conflict';
  readonly version: number;
  readonly fields: Readonly<Record<string, { readonly value: unknown; readonly v: number }>>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const held = (form: Registration, name: string): unknown => form[name as FieldName];

const withValue = (form: Registration, name: string, value: unknown): Registration => {
  const { [name as FieldName]: _, ...rest } = form;
  return value === undefined || value === null ? rest : { ...rest, [name]: value };
};

/**
 * Applies a save of some fields; null takes a value away. Nothing is applied if one of them was changed after `base`, the version that
 * the save started from, to something else than it wants: fields that others changed meanwhile stay as they are.
 */
export const saveFields = (
  before: FormState,
  base: number,
  changes: Readonly<Record<string, unknown>>,
  source: Omit<FieldSource, 'v'>,
): Result<FormState & { readonly changed: readonly string[] }, FieldConflict> => {
  const changed = Object.keys(changes).filter((name) => !same(held(before.form, name), changes[name]));
  const lost = changed.filter((name) => (before.sources[name]?.v ?? 0) > base);
  if (lost.length > 0) {
    const fields = lost.map((name) => [
      name,
      { value: held(before.form, name) ?? null, v: before.sources[name]?.v ?? 0 },
    ]);
    return err({ kind: 'conflict', version: before.version, fields: Object.fromEntries(fields) });
  }
  // Typed again as it stands, it counts as looked at.
  const seen = source.open ? [] : Object.keys(changes).filter((name) => before.sources[name]?.open);
  if (changed.length === 0 && seen.length === 0) return ok({ ...before, changed });
  const version = before.version + 1;
  let { form } = before;
  const sources: Record<string, FieldSource> = { ...confirmed(before.sources, seen) };
  for (const name of changed) {
    form = withValue(form, name, changes[name]);
    sources[name] = { ...source, v: version };
  }
  return ok({ form, sources, version, changed });
};

/** The form as one whole, as a workbook brings it: what is not in it is taken away. */
export const saveWhole = (before: FormState, whole: Registration, on: string): FormState => {
  const gone = Object.keys(before.form).filter((name) => !(name in whole));
  const changes = { ...whole, ...Object.fromEntries(gone.map((name) => [name, null])) };
  const saved = saveFields(before, before.version, changes, { from: 'own', on });
  return saved.ok ? { form: saved.value.form, sources: saved.value.sources, version: before.version + 1 } : before;
};

/** These fields have been looked at and are right as they were taken over. */
export const confirmed = (sources: Sources, names: readonly string[]): Sources => {
  const found = names.flatMap((name) => {
    const { open, ...source } = sources[name] ?? {};
    return open ? [[name, source as FieldSource] as const] : [];
  });
  return found.length === 0 ? sources : { ...sources, ...Object.fromEntries(found) };
};

/** Fields that hold a value which was taken over and which nobody has looked at yet. */
export const unconfirmed = (form: Registration, sources: Sources): readonly string[] =>
  Object.keys(sources).filter((name) => sources[name]?.open && held(form, name) !== undefined);

/** A form that values can be taken from. */
export interface Offer {
  /** Names the offer in a request: `register`, `earlier`, or the id of the other unit's declaration. */
  readonly key: string;
  readonly from: Exclude<SourceKind, 'own'>;
  readonly of?: string;
  /** Day that the values are of. */
  readonly on: string;
  readonly values: Registration;
}

/** What an offer says about this unit: of another unit only what is the enterprise's, of another year nothing that is of the year alone. */
export const offered = ({ from, values }: Pick<Offer, 'from' | 'values'>): Registration => {
  const kept = Object.entries(values).filter(([name, value]) => {
    const field = fieldOf(name);
    if (!field || value === undefined || value === '') return false;
    if (from === 'earlier') return !field.fresh;
    return from === 'register' || field.scope === 'enterprise';
  });
  return Object.fromEntries(kept);
};

/** A form at its start: from the first offer that has the field, each value with its source, none looked at yet. */
export const prefilled = (offers: readonly Offer[], today: string): Pick<FormState, 'form' | 'sources'> => {
  const form: Record<string, unknown> = {};
  const sources: Record<string, FieldSource> = {};
  for (const offer of offers) {
    for (const [name, value] of Object.entries(offered(offer))) {
      if (name in form) continue;
      form[name] = value;
      sources[name] = { from: offer.from, on: today, ...(offer.of && { of: offer.of }), v: 1, open: true };
    }
  }
  return { form, sources };
};
