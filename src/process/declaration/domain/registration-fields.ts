/**
 * The fields of the registration form (企业安全生产评估登记表, 攀安监〔2009〕166号 三、第二阶段（一）), in the order of the paper, with unit and
 * limit. What decides the receiving body (name, credit code, affiliation, division, supervising body) comes from the register and is
 * not filled in here.
 */
import {
  ammoniaFields,
  chemicalsFields,
  dustFields,
  fireworksFields,
  metallurgyFields,
  mineFields,
  tailingsFields,
} from './registration/conditional-groups.ts';
import { certificateFields, economyFields, identityFields, peopleFields } from './registration/enterprise-fields.ts';
import type { RegistrationField, ValueOf } from './registration/field-kinds.ts';
import {
  applicationFields,
  attachmentFields,
  hazardFields,
  recordFields,
  townshipFields,
} from './registration/unit-fields.ts';

export {
  type Column,
  type Kind,
  type RegistrationField,
  type RegistrationGroup,
  registrationGroups,
  type Unit,
} from './registration/field-kinds.ts';
export { attachmentKinds } from './registration/unit-fields.ts';

const all = [
  ...identityFields,
  ...peopleFields,
  ...economyFields,
  ...certificateFields,
  ...hazardFields,
  ...mineFields,
  ...tailingsFields,
  ...chemicalsFields,
  ...metallurgyFields,
  ...dustFields,
  ...ammoniaFields,
  ...fireworksFields,
  ...recordFields,
  ...applicationFields,
  ...attachmentFields,
  ...townshipFields,
] as const;

type Fields = (typeof all)[number];
export type FieldName = Fields['name'];

export const registrationFields: readonly (RegistrationField & { readonly name: FieldName })[] = all;

const byName = new Map(registrationFields.map((field) => [field.name as string, field]));

/** The field of this name; undefined if the form has none. */
export const fieldOf = (name: string): (typeof registrationFields)[number] | undefined => byName.get(name);

/** The form as far as it is filled in: whole numbers as numbers, decimals as texts, days as `YYYY-MM-DD`. */
export type Registration = { readonly [F in Fields as F['name']]?: ValueOf<F> };

/** One licence or certificate, as far as it is filled in; without `to` it runs without end. */
export type Certificate = NonNullable<Registration['certificates']>[number];

/** Of earlier forms: sums over three years and a text, which tables have taken the place of. Only submissions hold them still. */
export const retiredFields = ['deaths', 'seriousInjuries', 'occupationalDiseases', 'teamMembers'] as const;
