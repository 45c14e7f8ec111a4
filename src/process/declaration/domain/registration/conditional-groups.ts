import { MOST_PERSONS } from './enterprise-fields.ts';
import type { Condition, RegistrationField, RegistrationGroup } from './field-kinds.ts';

/** Groups that only some units have. The others are there for every unit. */
export const conditionalGroups: Partial<Readonly<Record<RegistrationGroup, Condition>>> = {
  mine: { industries: ['opencast-mine', 'underground-mine', 'coal-mine'], hazards: ['mine'] },
  tailings: { industries: ['tailings-pond'], hazards: ['tailings-pond'] },
  chemicals: {
    industries: ['hazardous-chemicals'],
    hazards: ['hazardous-process', 'tank-farm', 'key-chemicals'],
  },
  metallurgy: { industries: ['metallurgy'], hazards: ['molten-metal', 'deep-well-casting'] },
  dust: { hazards: ['combustible-dust'] },
  ammonia: { hazards: ['liquid-ammonia'] },
  fireworks: { industries: ['fireworks'] },
};

export const mineFields = [
  {
    name: 'miningMethod',
    group: 'mine',
    scope: 'unit',
    kind: 'choice',
    options: ['opencast', 'underground', 'both'],
    required: true,
  },
  {
    name: 'annualOutput',
    group: 'mine',
    scope: 'unit',
    kind: 'decimal',
    max: 100_000,
    places: 2,
    unit: 'wan-tonnes-a-year',
    required: true,
  },
  {
    name: 'slopeHeight',
    group: 'mine',
    scope: 'unit',
    kind: 'decimal',
    max: 2_000,
    places: 1,
    unit: 'metres',
    required: true,
    when: { industries: ['opencast-mine'] },
  },
  {
    name: 'shaftDepth',
    group: 'mine',
    scope: 'unit',
    kind: 'decimal',
    max: 5_000,
    places: 1,
    unit: 'metres',
    required: true,
    when: { industries: ['underground-mine', 'coal-mine'] },
  },
  {
    name: 'mineGas',
    group: 'mine',
    scope: 'unit',
    kind: 'choice',
    options: ['low', 'high', 'outburst'],
    required: true,
    when: { industries: ['coal-mine'] },
  },
  {
    name: 'blasting',
    group: 'mine',
    scope: 'unit',
    kind: 'choice',
    options: ['none', 'own', 'contracted'],
    required: true,
  },
] as const satisfies readonly RegistrationField[];

export const tailingsFields = [
  {
    name: 'pondCapacity',
    group: 'tailings',
    scope: 'unit',
    kind: 'decimal',
    max: 1_000_000,
    places: 2,
    unit: 'wan-cubic-metres',
    required: true,
  },
  {
    name: 'damHeight',
    group: 'tailings',
    scope: 'unit',
    kind: 'decimal',
    max: 1_000,
    places: 1,
    unit: 'metres',
    required: true,
  },
  {
    name: 'pondGrade',
    group: 'tailings',
    scope: 'unit',
    kind: 'choice',
    options: ['first', 'second', 'third', 'fourth', 'fifth'],
    required: true,
  },
  {
    name: 'pondState',
    group: 'tailings',
    scope: 'unit',
    kind: 'choice',
    options: ['in-use', 'stopped', 'closed'],
    required: true,
  },
  {
    name: 'downstreamPeople',
    group: 'tailings',
    scope: 'unit',
    kind: 'count',
    max: 10_000_000,
    unit: 'persons',
    required: true,
  },
  {
    name: 'downstreamDistance',
    group: 'tailings',
    scope: 'unit',
    kind: 'decimal',
    max: 1_000_000,
    places: 0,
    unit: 'metres',
  },
] as const satisfies readonly RegistrationField[];

export const chemicalsFields = [
  {
    name: 'majorHazardGrade',
    group: 'chemicals',
    scope: 'unit',
    kind: 'choice',
    options: ['none', 'fourth', 'third', 'second', 'first'],
    required: true,
  },
  { name: 'keyProcesses', group: 'chemicals', scope: 'unit', kind: 'text', max: 300, lines: true, required: true },
  { name: 'keyChemicals', group: 'chemicals', scope: 'unit', kind: 'text', max: 300, lines: true, required: true },
  {
    name: 'tankVolume',
    group: 'chemicals',
    scope: 'unit',
    kind: 'decimal',
    max: 10_000_000,
    places: 1,
    unit: 'cubic-metres',
  },
] as const satisfies readonly RegistrationField[];

export const metallurgyFields = [
  { name: 'gasFacilities', group: 'metallurgy', scope: 'unit', kind: 'text', max: 300, lines: true, required: true },
  {
    name: 'ladleCapacity',
    group: 'metallurgy',
    scope: 'unit',
    kind: 'decimal',
    max: 2_000,
    places: 1,
    unit: 'tonnes',
    required: true,
  },
  { name: 'ladleCranes', group: 'metallurgy', scope: 'unit', kind: 'count', max: 1_000, unit: 'sets' },
  {
    name: 'castingWells',
    group: 'metallurgy',
    scope: 'unit',
    kind: 'count',
    max: 1_000,
    unit: 'places',
    required: true,
  },
] as const satisfies readonly RegistrationField[];

export const dustFields = [
  { name: 'dustKinds', group: 'dust', scope: 'unit', kind: 'text', max: 100, required: true },
  {
    name: 'dustWorkers',
    group: 'dust',
    scope: 'unit',
    kind: 'count',
    max: MOST_PERSONS,
    unit: 'persons',
    required: true,
  },
  { name: 'dustCollectors', group: 'dust', scope: 'unit', kind: 'count', max: 10_000, unit: 'sets', required: true },
] as const satisfies readonly RegistrationField[];

export const ammoniaFields = [
  {
    name: 'ammoniaAmount',
    group: 'ammonia',
    scope: 'unit',
    kind: 'decimal',
    max: 100_000,
    places: 2,
    unit: 'tonnes',
    required: true,
  },
  {
    name: 'ammoniaUse',
    group: 'ammonia',
    scope: 'unit',
    kind: 'choice',
    options: ['refrigeration', 'denitrification', 'production', 'other'],
    required: true,
  },
] as const satisfies readonly RegistrationField[];

export const fireworksFields = [
  {
    name: 'storeArea',
    group: 'fireworks',
    scope: 'unit',
    kind: 'decimal',
    max: 1_000_000,
    places: 1,
    unit: 'square-metres',
    required: true,
  },
  {
    name: 'storeLimit',
    group: 'fireworks',
    scope: 'unit',
    kind: 'count',
    max: 10_000_000,
    unit: 'cartons',
    required: true,
  },
] as const satisfies readonly RegistrationField[];
