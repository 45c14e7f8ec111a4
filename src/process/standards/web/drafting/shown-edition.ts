import { type Draft, textOf } from '../../domain/draft-editing.ts';
import type { Edition, Effect } from '../../domain/edition.ts';
import { isCount, isObject, type JsonObject, own } from '../../domain/reading.ts';

const EFFECTS: readonly string[] = ['cap', 'down', 'zero', 'refuse', 'status'];

const effectsOf = (value: unknown): readonly Effect[] =>
  (Array.isArray(value) ? value : []).filter(
    (effect: unknown) => isObject(effect) && EFFECTS.filter((kind) => Object.hasOwn(effect, kind)).length === 1,
  ) as Effect[];

const textsOf = (member: JsonObject, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => (textOf(own(member, name)) === '' ? [] : [[name, textOf(own(member, name))]])),
  );

const choice = (value: unknown, choices: readonly string[]): string =>
  typeof value === 'string' && choices.includes(value) ? value : choices[0]!;

/** A draft as an edition to look at: what does not read is left out, missing points are none. Not for scoring. */
export const shownEdition = (draft: Draft): Edition =>
  ({
    format: 'anping-edition-v1',
    unitsPerPoint: positive(own(draft, 'unitsPerPoint')),
    scale: positive(own(draft, 'scale')),
    digits: isCount(own(draft, 'digits')) ? own(draft, 'digits') : 0,
    compare: choice(own(draft, 'compare'), ['printed', 'exact']),
    ...textsOf(draft, ['title', 'industry', 'issued', 'notice', 'basis']),
    ...(isCount(own(draft, 'total')) && { total: own(draft, 'total') }),
    classes: draft.classes.map((one) => ({
      code: one.code,
      ...(own(one, 'rank') !== undefined && { rank: own(one, 'rank') }),
      ...textsOf(one, ['from', 'name', 'colour', 'meaning', 'basis']),
    })),
    elements: draft.elements.map((element) => {
      const floor = own(element, 'floor');
      return {
        id: element.id,
        parent: element.parent,
        ...textsOf(element, ['title', 'clause']),
        ...(isObject(floor) && {
          floor: { percent: isCount(floor.percent) ? floor.percent : 0, effects: effectsOf(floor.effects) },
        }),
        ...(isCount(own(element, 'full')) && { full: own(element, 'full') }),
      };
    }),
    items: draft.items.map((item) => ({
      id: item.id,
      element: item.element,
      full: isCount(own(item, 'full')) ? own(item, 'full') : 0,
      kind: choice(own(item, 'kind'), ['scored', 'mandatory', 'veto']),
      scoring: choice(own(item, 'scoring'), ['points', 'met']),
      na: choice(own(item, 'na'), ['allowed', 'forbidden']),
      onFail: effectsOf(own(item, 'onFail')),
      ...textsOf(item, ['clause', 'naWhen', 'text', 'deduction', 'method', 'evidence', 'basis']),
      ...(own(item, 'scope') !== undefined && { scope: choice(own(item, 'scope'), ['general', 'industry']) }),
      deductions: rulesOf(own(item, 'deductions')),
    })),
    gates: draft.gates.map((gate) => ({
      id: gate.id,
      fact: textOf(own(gate, 'fact')),
      atLeast: isCount(own(gate, 'atLeast')) ? own(gate, 'atLeast') : 0,
      months: isCount(own(gate, 'months')) ? own(gate, 'months') : 0,
      effects: effectsOf(own(gate, 'effects')),
      ...textsOf(gate, ['title', 'basis']),
    })),
  }) as unknown as Edition;

const positive = (value: unknown): number => (isCount(value) && value > 0 ? value : 1);

const rulesOf = (value: unknown): readonly JsonObject[] =>
  (Array.isArray(value) ? value : []).filter(
    (rule: unknown) => isObject(rule) && typeof rule.text === 'string' && (rule.all === true || isCount(rule.units)),
  );
