import type { Translate } from '#platform/text.ts';
import { type ComparisonKey, comparisonTexts } from './comparison.text.ts';
import type { Deduction, Edition, EditionDifference, Effect, FieldChange, Floor, Item } from './domain/index.ts';
import { effectText, elementTitle, pointsText } from './edition-words.ts';
import type { StandardsKey } from './standards.text.ts';

export interface DifferenceWords {
  readonly t: Translate<ComparisonKey>;
  readonly standards: Translate<StandardsKey>;
}

const isKey = (key: string): key is ComparisonKey => Object.hasOwn(comparisonTexts['zh-CN'], key);

/** What a member is called; one that no edition should have goes by its own name. */
export const fieldName = (field: string, t: Translate<ComparisonKey>): string => {
  const key = `comparison.field.${field}`;
  return isKey(key) ? t(key) : field;
};

const deductionText = (rule: Deduction, edition: Edition, t: Translate<ComparisonKey>): string => {
  if ('all' in rule) return t('comparison.value.deduct-all', { text: rule.text });
  const points = pointsText(rule.units, edition);
  return rule.per === undefined
    ? t('comparison.value.deduct', { text: rule.text, points })
    : t('comparison.value.deduct-per', { text: rule.text, per: rule.per, points });
};

const CHOICES: Readonly<Record<string, Readonly<Record<string, ComparisonKey>>>> = {
  scoring: { points: 'comparison.value.by-points', met: 'comparison.value.met' },
  na: { allowed: 'comparison.value.allowed', forbidden: 'comparison.value.forbidden' },
  scope: { industry: 'comparison.value.industry', general: 'comparison.value.general' },
  compare: { printed: 'comparison.value.printed', exact: 'comparison.value.exact' },
};

const effectsText = (effects: readonly Effect[], edition: Edition, { standards }: DifferenceWords): string =>
  effects.map((effect) => effectText(edition, effect, standards)).join(standards('trace.separator'));

/** A member's value as people read it, in the words of the edition that it stands in; '' where it is absent. */
export const fieldText = (field: string, value: unknown, edition: Edition, words: DifferenceWords): string => {
  const { t, standards } = words;
  if (value === undefined || value === null) return '';
  if (field === 'full' || field === 'total')
    return t('comparison.value.points', { points: pointsText(value as number, edition) });
  if (field === 'kind') return standards(`standards.kind.${value as 'scored' | 'mandatory' | 'veto'}`);
  if (field === 'onFail' || field === 'effects') return effectsText(value as Effect[], edition, words);
  if (field === 'deductions') {
    return (value as Deduction[]).map((rule) => deductionText(rule, edition, t)).join('\n');
  }
  if (field === 'floor') {
    const { percent, effects } = value as Floor;
    return t('comparison.value.floor', { percent, effects: effectsText(effects, edition, words) });
  }
  if (field === 'element' || field === 'parent') return elementTitle(edition, value as string);
  const choice = CHOICES[field]?.[String(value)];
  if (choice !== undefined) return t(choice);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The members of an item that say something to people, in the order of the paper form. */
export const WHOLE_ITEM = [
  'text',
  'full',
  'kind',
  'deduction',
  'deductions',
  'onFail',
  'naWhen',
  'method',
  'evidence',
  'basis',
] as const satisfies readonly (keyof Item)[];

/** A change of something else than an item, as one block of the page or one paragraph of the terminal. */
export interface OtherChange {
  readonly key: string;
  readonly what: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly fields: readonly FieldChange[];
}

/** What changes beside the items: head, classes, elements, gates, in this order. */
export const otherChanges = (
  { head, classes, elements, gates }: EditionDifference,
  { t }: DifferenceWords,
): OtherChange[] => {
  const blocks: OtherChange[] =
    head.length > 0 ? [{ key: 'head', what: t('comparison.what.head'), kind: 'changed', fields: head }] : [];
  const add = <T extends object>(
    type: 'class' | 'element' | 'gate',
    list: {
      added: readonly T[];
      removed: readonly T[];
      changed: readonly { after: T; fields: readonly FieldChange[] }[];
    },
    nameOf: (each: T) => string,
  ) => {
    const block = (each: T, kind: OtherChange['kind'], fields: readonly FieldChange[]) => {
      const name = nameOf(each);
      const what = t(`comparison.what.${type}`, { name });
      blocks.push({
        key: `${type} ${kind} ${name} ${blocks.length}`,
        what: t(`comparison.what.${kind}`, { what }),
        kind,
        fields,
      });
    };
    const members = (each: T) => Object.entries(each).filter(([, value]) => value !== null && value !== undefined);
    for (const { after, fields } of list.changed) block(after, 'changed', fields);
    for (const each of list.added) {
      block(
        each,
        'added',
        members(each).map(([field, after]) => ({ field, before: undefined, after })),
      );
    }
    for (const each of list.removed) {
      block(
        each,
        'removed',
        members(each).map(([field, before]) => ({ field, before, after: undefined })),
      );
    }
  };
  add('class', classes, ({ code, name }) => name ?? code);
  add('element', elements, ({ id, clause, title }) => [clause, title].filter(Boolean).join(' ') || id);
  add('gate', gates, ({ id, title }) => title ?? id);
  return blocks;
};
