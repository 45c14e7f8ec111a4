import type { Issue } from '#lib/result.ts';
import { type CheckRule, inForm } from './check-input.ts';

/** The self-assessment was made in this campaign and is over. */
export const assessedInCampaign: CheckRule = {
  code: 'assessedInCampaign',
  level: 'error',
  find: ({ form, today, setting: { campaign } }) => {
    const { assessedFrom = '', assessedTo = '' } = form;
    const { startsOn } = campaign;
    const found: Issue[] = [];
    if (assessedFrom !== '' && assessedFrom < startsOn)
      found.push({ path: inForm('assessedFrom'), code: 'registration.beforeCampaign', params: { startsOn } });
    if (assessedTo > today) found.push({ path: inForm('assessedTo'), code: 'registration.notYet', params: { today } });
    return found;
  },
};
