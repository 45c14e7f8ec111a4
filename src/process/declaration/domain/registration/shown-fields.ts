import {
  fieldOf,
  type Registration,
  type RegistrationGroup,
  registrationFields,
  registrationGroups,
} from '../registration-fields.ts';
import { conditionalGroups } from './conditional-groups.ts';
import type { Condition } from './field-kinds.ts';

/** What decides, beside the form itself, which parts of it a unit has. */
export interface FormSetting {
  readonly industry: string;
  /** Whether the scheme asks for the township's opinion before the declaration is handed in. */
  readonly townshipOpinion: boolean;
  /** Codes of the classes that may be applied for. */
  readonly classes: readonly string[];
  readonly campaign: { readonly startsOn: string; readonly endsOn: string };
}

type Deciding = Pick<FormSetting, 'industry' | 'townshipOpinion'>;

const met = (condition: Condition | undefined, form: Registration, { industry }: Deciding): boolean =>
  condition === undefined ||
  (condition.industries?.includes(industry) ?? false) ||
  (condition.hazards?.some((hazard) => form.specialHazards?.includes(hazard)) ?? false);

const hasGroup = (group: RegistrationGroup, form: Registration, setting: Deciding): boolean =>
  group === 'township' ? setting.townshipOpinion : met(conditionalGroups[group], form, setting);

/** The groups that this unit has to fill in, in the order of the paper. */
export const shownGroups = (form: Registration, setting: Deciding): readonly RegistrationGroup[] =>
  registrationGroups.filter((group) => hasGroup(group, form, setting));

/** The fields that this unit has to fill in, in the order of the paper. */
export const shownFields = (form: Registration, setting: Deciding): typeof registrationFields => {
  const groups = new Set(shownGroups(form, setting));
  return registrationFields.filter((field) => groups.has(field.group) && met(field.when, form, setting));
};

/** Whether nothing stands in a field or a cell. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const notShown = (form: Registration, setting: Deciding): readonly string[] => {
  const shown = new Set<string>(shownFields(form, setting).map(({ name }) => name));
  return Object.keys(form).filter((name) => fieldOf(name) !== undefined && !shown.has(name));
};

/** Fields that hold a value and are not shown: kept in the working copy, not handed in. */
export const hiddenValues = (form: Registration, setting: Deciding): readonly string[] =>
  notShown(form, setting).filter((name) => !isEmpty(form[name as keyof Registration]));

/** The form as it is handed in: without what this unit does not have. */
export const submittedForm = (form: Registration, setting: Deciding): Registration => {
  const hidden = new Set(notShown(form, setting));
  if (hidden.size === 0) return form;
  return Object.fromEntries(Object.entries(form).filter(([name]) => !hidden.has(name)));
};
