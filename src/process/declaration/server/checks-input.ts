import type { Scheme } from '#process/campaign/domain/scheme.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import type { CheckInput } from '../domain/checks/index.ts';
import type { DraftItems } from '../domain/draft-answers.ts';
import { submittedForm } from '../domain/registration/shown-fields.ts';
import { formSetting } from './form-setting.ts';
import type { LoadedDeclaration } from './load-declaration.ts';

/** The working copy as the checks look at it. */
export const checkInputOf = (
  found: LoadedDeclaration,
  scheme: Scheme,
  edition: Edition,
  drafts: DraftItems,
  today: string,
): CheckInput => {
  const setting = formSetting(found, scheme);
  return {
    today,
    setting,
    creditCode: found.creditCode,
    form: submittedForm(found.registration, setting),
    sources: found.registrationSources,
    edition,
    drafts,
    evidence: found.evidence,
    evidenceRequired: scheme.registration?.evidenceRequired.value ?? 'none',
    measures: found.measures,
    report: found.report,
  };
};
