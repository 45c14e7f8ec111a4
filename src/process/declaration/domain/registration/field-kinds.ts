/** In the order of the paper; those of `conditional-groups.ts` are there only for units that they concern. */
export const registrationGroups = [
  'identity',
  'people',
  'economy',
  'certificates',
  'hazards',
  'mine',
  'tailings',
  'chemicals',
  'metallurgy',
  'dust',
  'ammonia',
  'fireworks',
  'record',
  'application',
  'attachments',
  'township',
] as const;
export type RegistrationGroup = (typeof registrationGroups)[number];

/** Met if one of its parts is: the unit's industry, or a hazard that is ticked in the form. */
export interface Condition {
  readonly industries?: readonly string[];
  readonly hazards?: readonly string[];
}

export type Unit =
  | 'persons'
  | 'times'
  | 'places'
  | 'sets'
  | 'year'
  | 'wan-yuan'
  | 'degrees'
  | 'metres'
  | 'square-metres'
  | 'cubic-metres'
  | 'wan-cubic-metres'
  | 'tonnes'
  | 'wan-tonnes-a-year'
  | 'cartons';

/** What a value is. All are written by people, so all can be wrong: `registration-values.ts` says how. */
export type Kind =
  | { readonly kind: 'text'; readonly max: number; readonly lines?: true }
  | { readonly kind: 'phone' | 'email' | 'day' | 'yesNo' }
  /** Code of GB/T 4754 (国民经济行业分类): four digits, with or without the letter of the section. */
  | { readonly kind: 'industryClass' }
  /** Code of a class of the scheme. */
  | { readonly kind: 'class' }
  /** A whole number. */
  | { readonly kind: 'count'; readonly max: number; readonly unit: Unit }
  /** 万元 (ten thousand yuan), up to two decimals, as a decimal text. */
  | { readonly kind: 'money'; readonly max: number; readonly unit: 'wan-yuan' }
  /** A number with up to `places` decimals, as a decimal text. */
  | {
      readonly kind: 'decimal';
      readonly min?: number;
      readonly max: number;
      readonly places: number;
      readonly unit: Unit;
    }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly string[] };

export type Column = Kind & {
  readonly name: string;
  /** The row is incomplete without it. */
  readonly required?: true;
};

interface Common {
  readonly name: string;
  readonly group: RegistrationGroup;
  /** `enterprise`: the same for all its units, and taken over from one form to the next. */
  readonly scope: 'enterprise' | 'unit';
  /** The declaration is incomplete without it, as long as the field is shown. */
  readonly required?: true;
  /** Shown only then, on top of the condition of its group. */
  readonly when?: Condition;
  /** Of this campaign alone: an earlier form says nothing about it. */
  readonly fresh?: true;
}

export type RegistrationField = Common &
  (Kind | { readonly kind: 'rows'; readonly most: number; readonly columns: readonly Column[] });

type ScalarOf<K extends string> = K extends 'count'
  ? number
  : K extends 'yesNo'
    ? boolean
    : K extends 'choices'
      ? readonly string[]
      : string;

type RowOf<Columns> = Columns extends readonly (infer C)[]
  ? { readonly [One in Extract<C, Column> as One['name']]?: ScalarOf<One['kind']> }
  : never;

/** What a field holds once it is read. */
export type ValueOf<Field> = Field extends { readonly kind: 'rows'; readonly columns: infer Columns }
  ? readonly RowOf<Columns>[]
  : Field extends { readonly kind: infer K extends string }
    ? ScalarOf<K>
    : never;
