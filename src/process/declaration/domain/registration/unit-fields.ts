import type { RegistrationField } from './field-kinds.ts';

export const hazardFields = [
  {
    name: 'specialHazards',
    group: 'hazards',
    scope: 'unit',
    kind: 'choices',
    options: [
      'mine',
      'tailings-pond',
      'hazardous-process',
      'tank-farm',
      'key-chemicals',
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
  {
    name: 'majorHazardSources',
    group: 'hazards',
    scope: 'unit',
    kind: 'count',
    max: 1_000,
    unit: 'places',
    required: true,
  },
  { name: 'majorHazardNote', group: 'hazards', scope: 'unit', kind: 'text', max: 500, lines: true },
  { name: 'specialAreas', group: 'hazards', scope: 'unit', kind: 'text', max: 500, lines: true },
] as const satisfies readonly RegistrationField[];

const MOST_CASES = 10_000;

export const recordFields = [
  {
    name: 'accidents',
    group: 'record',
    scope: 'unit',
    kind: 'rows',
    most: 3,
    required: true,
    columns: [
      { name: 'year', kind: 'count', max: 2_200, unit: 'year', required: true },
      { name: 'deaths', kind: 'count', max: MOST_CASES, unit: 'persons', required: true },
      { name: 'seriousInjuries', kind: 'count', max: MOST_CASES, unit: 'persons', required: true },
      { name: 'otherMajorAccidents', kind: 'count', max: MOST_CASES, unit: 'times', required: true },
      { name: 'occupationalDiseases', kind: 'count', max: MOST_CASES, unit: 'persons', required: true },
    ],
  },
  { name: 'penalties', group: 'record', scope: 'unit', kind: 'count', max: 1_000, unit: 'times', required: true },
  {
    name: 'majorHazardsFound',
    group: 'record',
    scope: 'unit',
    kind: 'count',
    max: 1_000,
    unit: 'places',
    required: true,
    fresh: true,
  },
  { name: 'majorHazardsOpen', group: 'record', scope: 'unit', kind: 'count', max: 1_000, unit: 'places', fresh: true },
  { name: 'recordNote', group: 'record', scope: 'unit', kind: 'text', max: 500, lines: true },
  {
    name: 'creditStatus',
    group: 'record',
    scope: 'enterprise',
    kind: 'choice',
    options: ['clear', 'listed', 'removed'],
    required: true,
  },
  { name: 'liabilityInsurance', group: 'record', scope: 'enterprise', kind: 'yesNo', required: true },
  { name: 'insurer', group: 'record', scope: 'enterprise', kind: 'text', max: 100 },
  { name: 'insuredTo', group: 'record', scope: 'enterprise', kind: 'day' },
] as const satisfies readonly RegistrationField[];

export const applicationFields = [
  {
    name: 'nature',
    group: 'application',
    scope: 'unit',
    kind: 'choice',
    options: ['first', 'repeated', 'extension'],
    required: true,
    fresh: true,
  },
  { name: 'classWanted', group: 'application', scope: 'unit', kind: 'class', required: true, fresh: true },
  { name: 'previousClass', group: 'application', scope: 'unit', kind: 'text', max: 20, fresh: true },
  { name: 'assessedFrom', group: 'application', scope: 'unit', kind: 'day', required: true, fresh: true },
  { name: 'assessedTo', group: 'application', scope: 'unit', kind: 'day', required: true, fresh: true },
  { name: 'teamLeader', group: 'application', scope: 'unit', kind: 'text', max: 40, required: true },
  {
    name: 'team',
    group: 'application',
    scope: 'unit',
    kind: 'rows',
    most: 30,
    required: true,
    columns: [
      { name: 'name', kind: 'text', max: 40, required: true },
      { name: 'department', kind: 'text', max: 60, required: true },
      { name: 'post', kind: 'text', max: 40 },
      { name: 'title', kind: 'text', max: 40 },
      { name: 'phone', kind: 'phone' },
    ],
  },
  { name: 'agreement', group: 'application', scope: 'unit', kind: 'yesNo', required: true, fresh: true },
] as const satisfies readonly RegistrationField[];

/** 附件: those of the paper form, one row each. */
export const attachmentKinds = [
  'business-licence',
  'permits',
  'rules',
  'organisation',
  'site-plan',
  'major-hazards',
  'emergency-plan',
  'report',
  'deductions',
] as const;

export const attachmentFields = [
  {
    name: 'attachments',
    group: 'attachments',
    scope: 'unit',
    kind: 'rows',
    most: attachmentKinds.length,
    fresh: true,
    columns: [
      { name: 'kind', kind: 'choice', options: attachmentKinds, required: true },
      { name: 'enclosed', kind: 'yesNo' },
      /** Number, place or remark: 见第 3 册. */
      { name: 'reference', kind: 'text', max: 100 },
      /** A file of the declaration, by its `evidenceId`. */
      { name: 'file', kind: 'text', max: 36 },
    ],
  },
] as const satisfies readonly RegistrationField[];

/** 乡镇（街道、开发区）意见, where the scheme asks for it before the declaration is handed in. */
export const townshipFields = [
  {
    name: 'townshipOpinion',
    group: 'township',
    scope: 'unit',
    kind: 'text',
    max: 500,
    lines: true,
    required: true,
    fresh: true,
  },
  { name: 'townshipOffice', group: 'township', scope: 'unit', kind: 'text', max: 60, required: true, fresh: true },
  { name: 'townshipSigner', group: 'township', scope: 'unit', kind: 'text', max: 40, required: true, fresh: true },
  { name: 'townshipOn', group: 'township', scope: 'unit', kind: 'day', required: true, fresh: true },
] as const satisfies readonly RegistrationField[];
