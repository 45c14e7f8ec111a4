import type { Registration, RegistrationGroup } from '../registration-fields.ts';
import { registrationGaps } from './gaps.ts';
import { type FormSetting, shownFields, shownGroups } from './shown-fields.ts';

export interface GroupProgress {
  readonly group: RegistrationGroup;
  /** Fields that must be filled in. */
  readonly total: number;
  readonly done: number;
}

/** How far each group is that this unit has; a group without required fields is done. */
export const groupProgress = (form: Registration, setting: FormSetting): readonly GroupProgress[] => {
  const lacking = new Set(registrationGaps(form, setting).map(({ path }) => path.split('.')[0]));
  const fields = shownFields(form, setting);
  return shownGroups(form, setting).map((group) => {
    const asked = fields.filter((field) => field.group === group && (field.required || lacking.has(field.name)));
    return { group, total: asked.length, done: asked.filter(({ name }) => !lacking.has(name)).length };
  });
};
