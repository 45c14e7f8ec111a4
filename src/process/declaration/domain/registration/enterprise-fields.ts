import type { RegistrationField } from './field-kinds.ts';

export const MOST_PERSONS = 200_000;
const MOST_WAN_YUAN = 100_000_000;

export const identityFields = [
  { name: 'address', group: 'identity', scope: 'enterprise', kind: 'text', max: 200, required: true },
  {
    name: 'ownership',
    group: 'identity',
    scope: 'enterprise',
    kind: 'choice',
    options: ['state', 'collective', 'private', 'joint-stock', 'foreign', 'other'],
    required: true,
  },
  { name: 'groupName', group: 'identity', scope: 'enterprise', kind: 'text', max: 100 },
  { name: 'formerName', group: 'identity', scope: 'enterprise', kind: 'text', max: 100 },
  { name: 'foundedOn', group: 'identity', scope: 'enterprise', kind: 'day' },
  { name: 'industryClass', group: 'identity', scope: 'unit', kind: 'industryClass', required: true },
  { name: 'mainProducts', group: 'identity', scope: 'unit', kind: 'text', max: 200, required: true },
  { name: 'unitAddress', group: 'identity', scope: 'unit', kind: 'text', max: 200 },
  { name: 'township', group: 'identity', scope: 'unit', kind: 'text', max: 60 },
  {
    name: 'longitude',
    group: 'identity',
    scope: 'unit',
    kind: 'decimal',
    min: 73,
    max: 136,
    places: 6,
    unit: 'degrees',
  },
  { name: 'latitude', group: 'identity', scope: 'unit', kind: 'decimal', min: 3, max: 54, places: 6, unit: 'degrees' },
] as const satisfies readonly RegistrationField[];

export const peopleFields = [
  { name: 'legalRepresentative', group: 'people', scope: 'enterprise', kind: 'text', max: 40, required: true },
  { name: 'legalRepresentativePhone', group: 'people', scope: 'enterprise', kind: 'phone', required: true },
  { name: 'fax', group: 'people', scope: 'enterprise', kind: 'phone' },
  { name: 'principal', group: 'people', scope: 'enterprise', kind: 'text', max: 40, required: true },
  { name: 'principalCertificate', group: 'people', scope: 'enterprise', kind: 'text', max: 60 },
  { name: 'principalCertificateTo', group: 'people', scope: 'enterprise', kind: 'day' },
  { name: 'safetyDirector', group: 'people', scope: 'enterprise', kind: 'text', max: 40 },
  { name: 'contactName', group: 'people', scope: 'unit', kind: 'text', max: 40, required: true },
  { name: 'contactPhone', group: 'people', scope: 'unit', kind: 'phone', required: true },
  { name: 'contactMobile', group: 'people', scope: 'unit', kind: 'phone' },
  { name: 'contactEmail', group: 'people', scope: 'unit', kind: 'email' },
  { name: 'safetyOrganisation', group: 'people', scope: 'enterprise', kind: 'text', max: 100, required: true },
  {
    name: 'staffCount',
    group: 'people',
    scope: 'enterprise',
    kind: 'count',
    max: MOST_PERSONS,
    unit: 'persons',
    required: true,
  },
  { name: 'unitStaffCount', group: 'people', scope: 'unit', kind: 'count', max: MOST_PERSONS, unit: 'persons' },
  {
    name: 'fullTimeSafetyStaff',
    group: 'people',
    scope: 'enterprise',
    kind: 'count',
    max: MOST_PERSONS,
    unit: 'persons',
    required: true,
  },
  {
    name: 'partTimeSafetyStaff',
    group: 'people',
    scope: 'enterprise',
    kind: 'count',
    max: MOST_PERSONS,
    unit: 'persons',
    required: true,
  },
  {
    name: 'certifiedSafetyStaff',
    group: 'people',
    scope: 'enterprise',
    kind: 'count',
    max: MOST_PERSONS,
    unit: 'persons',
  },
  {
    name: 'specialOperators',
    group: 'people',
    scope: 'enterprise',
    kind: 'count',
    max: MOST_PERSONS,
    unit: 'persons',
    required: true,
  },
  {
    name: 'safetyEngineers',
    group: 'people',
    scope: 'enterprise',
    kind: 'count',
    max: MOST_PERSONS,
    unit: 'persons',
    required: true,
  },
  { name: 'shiftWorkers', group: 'people', scope: 'unit', kind: 'count', max: MOST_PERSONS, unit: 'persons' },
  { name: 'shiftSystem', group: 'people', scope: 'unit', kind: 'text', max: 60, required: true },
] as const satisfies readonly RegistrationField[];

export const economyFields = [
  {
    name: 'fixedAssets',
    group: 'economy',
    scope: 'enterprise',
    kind: 'money',
    max: MOST_WAN_YUAN,
    unit: 'wan-yuan',
    required: true,
  },
  {
    name: 'revenue',
    group: 'economy',
    scope: 'enterprise',
    kind: 'money',
    max: MOST_WAN_YUAN,
    unit: 'wan-yuan',
    required: true,
  },
  {
    name: 'safetyInvestment',
    group: 'economy',
    scope: 'enterprise',
    kind: 'money',
    max: MOST_WAN_YUAN,
    unit: 'wan-yuan',
    required: true,
  },
  {
    name: 'scale',
    group: 'economy',
    scope: 'enterprise',
    kind: 'choice',
    options: ['large', 'medium', 'small', 'micro'],
    required: true,
  },
  { name: 'aboveScale', group: 'economy', scope: 'enterprise', kind: 'yesNo' },
] as const satisfies readonly RegistrationField[];

const certificateKinds = [
  'business-licence',
  'work-safety-permit',
  'mining-permit',
  'hazardous-chemicals-permit',
  'fireworks-permit',
  'standardisation',
  'occupational-health-system',
  'other',
] as const;

const MOST_CERTIFICATES = 12;

export const certificateFields = [
  {
    name: 'certificates',
    group: 'certificates',
    scope: 'unit',
    kind: 'rows',
    most: MOST_CERTIFICATES,
    required: true,
    columns: [
      { name: 'kind', kind: 'choice', options: certificateKinds, required: true },
      { name: 'number', kind: 'text', max: 60, required: true },
      { name: 'issuer', kind: 'text', max: 100, required: true },
      { name: 'from', kind: 'day', required: true },
      /** Blank: it runs without end. */
      { name: 'to', kind: 'day' },
    ],
  },
  { name: 'licenceNote', group: 'certificates', scope: 'unit', kind: 'text', max: 500, lines: true },
  {
    name: 'standardisationGrade',
    group: 'certificates',
    scope: 'unit',
    kind: 'choice',
    options: ['none', 'first', 'second', 'third'],
    required: true,
  },
  { name: 'standardisationSpeciality', group: 'certificates', scope: 'unit', kind: 'text', max: 60 },
  { name: 'standardisationOn', group: 'certificates', scope: 'unit', kind: 'day' },
] as const satisfies readonly RegistrationField[];
