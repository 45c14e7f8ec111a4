/**
 * The fields of the registration form (企业安全生产评估登记表, 攀安监〔2009〕166号 三、第二阶段（一）), in the order of the paper, with unit and
 * limit. What decides the receiving body (name, credit code, affiliation, division, supervising body) comes from the register and is
 * not filled in here. `required`: the declaration is incomplete without it.
 */
export const registrationGroups = [
  'identity',
  'people',
  'economy',
  'certificates',
  'hazards',
  'record',
  'application',
] as const;
export type RegistrationGroup = (typeof registrationGroups)[number];

interface Common {
  readonly name: string;
  readonly group: RegistrationGroup;
  readonly required?: true;
}

export type RegistrationField = Common &
  (
    | { readonly kind: 'text'; readonly max: number; readonly lines?: true }
    | { readonly kind: 'phone' | 'email' | 'day' | 'yesNo' }
    /** A whole number. */
    | { readonly kind: 'count'; readonly max: number; readonly unit: 'persons' | 'times' | 'places' }
    /** 万元 (ten thousand yuan), up to two decimals. */
    | { readonly kind: 'money'; readonly max: number; readonly unit: 'wan-yuan' }
    | { readonly kind: 'choice' | 'choices'; readonly options: readonly string[] }
  );

const MOST_PERSONS = 200_000;
const MOST_WAN_YUAN = 100_000_000;

export const registrationFields = [
  { name: 'address', group: 'identity', kind: 'text', max: 200, required: true },
  { name: 'township', group: 'identity', kind: 'text', max: 60 },
  {
    name: 'ownership',
    group: 'identity',
    kind: 'choice',
    options: ['state', 'collective', 'private', 'joint-stock', 'foreign', 'other'],
    required: true,
  },
  { name: 'groupName', group: 'identity', kind: 'text', max: 100 },
  { name: 'formerName', group: 'identity', kind: 'text', max: 100 },
  { name: 'foundedOn', group: 'identity', kind: 'day' },
  { name: 'mainProducts', group: 'identity', kind: 'text', max: 200, required: true },

  { name: 'legalRepresentative', group: 'people', kind: 'text', max: 40, required: true },
  { name: 'legalRepresentativePhone', group: 'people', kind: 'phone' },
  { name: 'principal', group: 'people', kind: 'text', max: 40, required: true },
  { name: 'safetyDirector', group: 'people', kind: 'text', max: 40 },
  { name: 'contactName', group: 'people', kind: 'text', max: 40, required: true },
  { name: 'contactPhone', group: 'people', kind: 'phone', required: true },
  { name: 'contactEmail', group: 'people', kind: 'email' },
  { name: 'safetyOrganisation', group: 'people', kind: 'text', max: 100, required: true },
  { name: 'staffCount', group: 'people', kind: 'count', max: MOST_PERSONS, unit: 'persons', required: true },
  { name: 'fullTimeSafetyStaff', group: 'people', kind: 'count', max: MOST_PERSONS, unit: 'persons', required: true },
  { name: 'partTimeSafetyStaff', group: 'people', kind: 'count', max: MOST_PERSONS, unit: 'persons' },
  { name: 'specialOperators', group: 'people', kind: 'count', max: MOST_PERSONS, unit: 'persons', required: true },
  { name: 'safetyEngineers', group: 'people', kind: 'count', max: MOST_PERSONS, unit: 'persons', required: true },
  { name: 'shiftSystem', group: 'people', kind: 'text', max: 60 },

  { name: 'fixedAssets', group: 'economy', kind: 'money', max: MOST_WAN_YUAN, unit: 'wan-yuan', required: true },
  { name: 'revenue', group: 'economy', kind: 'money', max: MOST_WAN_YUAN, unit: 'wan-yuan', required: true },
  { name: 'safetyInvestment', group: 'economy', kind: 'money', max: MOST_WAN_YUAN, unit: 'wan-yuan', required: true },
  {
    name: 'scale',
    group: 'economy',
    kind: 'choice',
    options: ['large', 'medium', 'small', 'micro'],
    required: true,
  },
  { name: 'aboveScale', group: 'economy', kind: 'yesNo' },

  { name: 'majorHazardSources', group: 'hazards', kind: 'count', max: 1_000, unit: 'places', required: true },
  { name: 'majorHazardNote', group: 'hazards', kind: 'text', max: 500, lines: true },
  {
    name: 'specialHazards',
    group: 'hazards',
    kind: 'choices',
    options: [
      'mine',
      'tailings-pond',
      'hazardous-process',
      'tank-farm',
      'confined-space',
      'combustible-dust',
      'special-equipment',
      'gas',
      'molten-metal',
      'deep-well-casting',
      'liquid-ammonia',
      'explosives',
    ],
  },
  { name: 'specialAreas', group: 'hazards', kind: 'text', max: 500, lines: true },

  { name: 'deaths', group: 'record', kind: 'count', max: 10_000, unit: 'persons', required: true },
  { name: 'seriousInjuries', group: 'record', kind: 'count', max: 10_000, unit: 'persons', required: true },
  { name: 'occupationalDiseases', group: 'record', kind: 'count', max: 10_000, unit: 'persons', required: true },
  { name: 'penalties', group: 'record', kind: 'count', max: 1_000, unit: 'times', required: true },
  { name: 'recordNote', group: 'record', kind: 'text', max: 500, lines: true },
  { name: 'liabilityInsurance', group: 'record', kind: 'yesNo', required: true },

  {
    name: 'nature',
    group: 'application',
    kind: 'choice',
    options: ['first', 'repeated', 'extension'],
    required: true,
  },
  { name: 'previousClass', group: 'application', kind: 'text', max: 20 },
  { name: 'assessedFrom', group: 'application', kind: 'day', required: true },
  { name: 'assessedTo', group: 'application', kind: 'day', required: true },
  { name: 'teamLeader', group: 'application', kind: 'text', max: 40, required: true },
  { name: 'teamMembers', group: 'application', kind: 'text', max: 500, lines: true, required: true },
] as const satisfies readonly RegistrationField[];

type Fields = (typeof registrationFields)[number];
export type FieldName = Fields['name'];

type ValueOf<Kind> = Kind extends 'count'
  ? number
  : Kind extends 'yesNo'
    ? boolean
    : Kind extends 'choices'
      ? readonly string[]
      : string;

export const certificateKinds = [
  'business-licence',
  'work-safety-permit',
  'mining-permit',
  'hazardous-chemicals-permit',
  'fireworks-permit',
  'standardisation',
  'occupational-health-system',
  'other',
] as const;

/** One licence or certificate, as far as it is filled in; without `to` it runs without end. */
export interface Certificate {
  readonly kind?: (typeof certificateKinds)[number];
  readonly number?: string;
  readonly issuer?: string;
  readonly from?: string;
  readonly to?: string;
}

export const MOST_CERTIFICATES = 12;

/** The form as far as it is filled in: whole numbers as numbers, 万元 as a decimal text, days as `YYYY-MM-DD`. */
export type Registration = {
  readonly [F in Fields as F['name']]?: ValueOf<F['kind']>;
} & { readonly certificates?: readonly Certificate[] };
