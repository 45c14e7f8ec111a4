import type { Issue } from '#lib/result.ts';
import { answersComplete } from './answers-complete.ts';
import { assessedInCampaign } from './assessed-in-campaign.ts';
import { attachments } from './attachments.ts';
import type { CheckInput, CheckRule } from './check-input.ts';
import { classWanted } from './class-wanted.ts';
import { creditCode } from './credit-code.ts';
import { datesInOrder } from './dates-in-order.ts';
import { evidenceMissing, evidenceRequired } from './evidence.ts';
import { formComplete } from './form-complete.ts';
import { hazardsFitIndustry } from './hazards-fit-industry.ts';
import { hazardsFitSections } from './hazards-fit-sections.ts';
import { insured } from './insured.ts';
import { licencesFitIndustry } from './licences-fit-industry.ts';
import { licencesExplained, licencesHeld } from './licences-held.ts';
import { lossesRectified } from './losses-rectified.ts';
import { naReasons } from './na-reasons.ts';
import { principalCertified } from './principal-certified.ts';
import { recordExplained } from './record-explained.ts';
import { reportWritten } from './report-written.ts';
import { safetyStaff } from './safety-staff.ts';
import { staffCounts } from './staff-counts.ts';
import { teamLeader } from './team-leader.ts';
import { validity } from './validity.ts';
import { valuesConfirmed } from './values-confirmed.ts';

export type { CheckInput, CheckRule } from './check-input.ts';

/** Everything that is looked at before a declaration is handed in, in the order in which it is told. */
export const checkRules: readonly CheckRule[] = [
  formComplete,
  valuesConfirmed,
  staffCounts,
  datesInOrder,
  assessedInCampaign,
  licencesHeld,
  hazardsFitSections,
  teamLeader,
  answersComplete,
  evidenceRequired,
  licencesExplained,
  licencesFitIndustry,
  validity,
  hazardsFitIndustry,
  safetyStaff,
  principalCertified,
  insured,
  creditCode,
  recordExplained,
  attachments,
  classWanted,
  naReasons,
  evidenceMissing,
  lossesRectified,
  reportWritten,
];

export interface Checked {
  /** Keep the declaration from being handed in. */
  readonly errors: readonly Issue[];
  /** Shown, and accepted by whoever hands it in all the same. */
  readonly warnings: readonly Issue[];
}

const foundBy = (level: CheckRule['level'], input: CheckInput): readonly Issue[] => {
  const found: Issue[] = [];
  for (const rule of checkRules) if (rule.level === level) found.push(...rule.find(input));
  return found;
};

export const errorsOf = (input: CheckInput): readonly Issue[] => foundBy('error', input);
export const warningsOf = (input: CheckInput): readonly Issue[] => foundBy('warning', input);
export const checks = (input: CheckInput): Checked => ({ errors: errorsOf(input), warnings: warningsOf(input) });
