import type { CheckRule } from './check-input.ts';

/** Industries, and hazards of the unit, that a licence goes with. */
const GOES_WITH: Readonly<
  Record<string, { readonly industries: readonly string[]; readonly hazards: readonly string[] }>
> = {
  'mining-permit': {
    industries: ['opencast-mine', 'underground-mine', 'coal-mine', 'tailings-pond'],
    hazards: ['mine', 'tailings-pond'],
  },
  'hazardous-chemicals-permit': {
    industries: ['hazardous-chemicals'],
    hazards: ['hazardous-process', 'tank-farm', 'key-chemicals'],
  },
  'fireworks-permit': { industries: ['fireworks'], hazards: ['explosives'] },
};

/** No licence of a trade that the unit does not say it carries on. */
export const licencesFitIndustry: CheckRule = {
  code: 'licencesFitIndustry',
  level: 'warning',
  find: ({ form, setting }) =>
    (form.certificates ?? []).flatMap(({ kind = '' }, at) => {
      const fits = GOES_WITH[kind];
      if (!fits || fits.industries.includes(setting.industry)) return [];
      if (fits.hazards.some((hazard) => form.specialHazards?.includes(hazard))) return [];
      return [{ path: `registration.certificates.${at}.kind`, code: `checks.licenceOfOtherTrade.${kind}` }];
    }),
};
