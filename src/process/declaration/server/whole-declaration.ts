import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, type Issue, issues, ok, type Result, refuse } from '#lib/result.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Route } from '#process/campaign/domain/route.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { editionByHash, type StoredEdition } from '#process/standards/server/edition-store.ts';
import { type CheckInput, errorsOf } from '../domain/checks/index.ts';
import { type Deadline, deadlineOf, timeliness } from '../domain/deadline.ts';
import { allFromStored, type DraftItems } from '../domain/draft-answers.ts';
import { checkInputOf } from './checks-input.ts';
import type { LoadedDeclaration } from './load-declaration.ts';
import { routeOf } from './register-entry.ts';
import { correctionFaults } from './resubmission/correction-faults.ts';

/** A declaration that nothing keeps from being submitted today. */
export interface WholeDeclaration {
  readonly stored: StoredEdition;
  readonly scheme: Scheme;
  readonly route: Route;
  readonly deadline: Deadline;
  readonly late: boolean;
  readonly drafts: DraftItems;
  /** For the warnings, which are told once the class is known. */
  readonly checked: CheckInput;
}

/**
 * Checks a working copy as it is handed over for signature or submitted: where it goes, whether it is in time, what is missing.
 * Issues are the errors of `domain/checks`, and at `register.<field>`, `correction`; refused with `declaration.tooEarly`, `declaration.closed` (409).
 * @param also what the caller has found wrong itself, to be told together with the gaps
 */
export const wholeDeclaration = async (
  tx: Tx,
  cityId: number,
  found: LoadedDeclaration,
  today: PlainDate,
  also: readonly Issue[] = [],
): Promise<Result<WholeDeclaration, Fault>> => {
  const stored = await editionByHash(tx, cityId, found.editionHash);
  const scheme = await schemeByHash(tx, cityId, found.schemeHash);
  const route = routeOf(found, scheme);
  if (!route.ok) return route;
  const deadline = deadlineOf({
    phase: found.phase,
    bodyId: route.value.body,
    industry: found.industry,
    campaign: { startsOn: found.startsOn, endsOn: found.endsOn },
    reviewEndsOn: found.reviewEndsOn,
    correctionDueOn: found.returnedDueOn,
    afterTerm: scheme.lateness?.afterTerm.value,
  });
  const when = timeliness(deadline, today);
  if (when === 'too-early') return refuse('declaration.tooEarly', 409, { opensOn: deadline.opensOn }, 'retry');
  if (when === 'closed') return refuse('declaration.closed', 409, { closesOn: deadline.closesOn }, 'final');

  const { edition } = stored;
  const drafts = allFromStored(Object.values(found.sections).map((section) => section.stored));
  const checked = checkInputOf(found, scheme, edition, drafts, today);
  const missing = [
    ...errorsOf(checked),
    ...(await correctionFaults(tx, cityId, found, drafts, edition, scheme)),
    ...also,
  ];
  if (missing.length > 0) return issues(missing);
  return ok({ stored, scheme, route: route.value, deadline, late: when === 'late', drafts, checked });
};
