import type { Scheme } from '#process/campaign/domain/scheme.ts';
import type { FormSetting } from '../domain/registration/shown-fields.ts';

/** What decides which parts of the registration form a unit has, and what may be filled in. */
export const formSetting = (
  unit: { readonly industry: string; readonly startsOn: string; readonly endsOn: string },
  scheme: Scheme,
): FormSetting => ({
  industry: unit.industry,
  townshipOpinion: scheme.registration?.townshipOpinion.value ?? false,
  classes: scheme.classes.filter(({ rank }) => rank !== undefined).map(({ code }) => code),
  campaign: { startsOn: unit.startsOn, endsOn: unit.endsOn },
});
