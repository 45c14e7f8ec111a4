import { addDays, plainDate } from '#lib/plain-date.ts';
import type { Issue } from '#lib/result.ts';
import type { CheckRule } from './check-input.ts';
import { neededLicences } from './needed-licences.ts';

/** So many days ahead an end is told: a work safety permit is renewed three months before (安全生产许可证条例 第九条). */
const AHEAD_DAYS = 90;

/** What has run out or soon will: certificates that the trade does not depend on, the principal's, the insurance. */
export const validity: CheckRule = {
  code: 'validity',
  level: 'warning',
  find: ({ form, today, setting }) => {
    const soon = addDays(plainDate(today), AHEAD_DAYS);
    const needed = new Set((neededLicences[setting.industry] ?? []).flatMap(({ oneOf }) => oneOf));
    const issue = (path: string, to: string | undefined, tellExpired: boolean): readonly Issue[] => {
      if (!to || to > soon || (to < today && !tellExpired)) return [];
      return [
        { path: `registration.${path}`, code: to < today ? 'checks.expired' : 'checks.expiresSoon', params: { to } },
      ];
    };
    return [
      ...(form.certificates ?? []).flatMap(({ kind, to }, at) =>
        issue(`certificates.${at}.to`, to, kind === undefined || !needed.has(kind)),
      ),
      ...issue('principalCertificateTo', form.principalCertificateTo, true),
      ...(form.liabilityInsurance ? issue('insuredTo', form.insuredTo, true) : []),
    ];
  },
};
