import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { movesDeclarations } from '#parties/enterprises/domain/register-change/fields.ts';
import type { RegisterChanged } from '#parties/enterprises/register-change.events.ts';
import type { DomainEvent } from '#platform/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { carryDraft } from '../../domain/carry-draft.ts';
import { loadWorkingCopies } from '../revision/load-undecided.ts';
import { moveWorkingCopy } from '../revision/move-working-copy.ts';
import { carryMove, type Move, type Moved } from './carry-move.ts';
import { editionsFor } from './edition-of-campaign.ts';
import { type PlannedMove, planMove } from './plan-move.ts';
import { concernedBy, lockStanding, type Standing } from './standing.ts';

interface Planned {
  readonly standing: Standing;
  readonly plan: PlannedMove;
  readonly toEdition: string | undefined;
}

/** What stands in the way of a change: a standard that cannot be changed now, or a choice that was not made. */
const hindrance = (planned: readonly Planned[], { reviews }: RegisterChanged): Result<null, Fault> => {
  for (const { standing, plan } of planned) {
    const about = { unit: standing.unitName, campaign: standing.campaignName };
    if (plan.edition === 'blocked') return refuse(`move.industryOpen.${standing.stage}`, 409, about, 'final');
    if (plan.edition === 'none') return refuse('move.noEdition', 409, about, 'final');
  }
  const open = planned.filter(({ standing, plan }) => plan.rule === 'choose' && !reviews[standing.declarationId]);
  if (open.length === 0) return ok(null);
  const units = open.map(({ standing }) => standing.unitName).join('、');
  return refuse('move.choiceMissing', 409, { units });
};

/** Answers of the working copy under the standard of the new industry; what has no place there stays with the move. */
const toOtherEdition = async (
  tx: Tx,
  context: Context,
  { standing, plan, toEdition }: Planned,
): Promise<Move['edition']> => {
  if (!toEdition || (plan.edition !== 'switches' && plan.edition !== 'carries')) return undefined;
  const { cityId } = context.actor;
  const industry = standing.unitIndustry;
  const [copy] = await loadWorkingCopies(tx, cityId, [standing.declarationId]);
  if (!copy || plan.edition === 'switches') return { industry, hash: toEdition, report: {} };
  const editions = [
    await editionByHash(tx, cityId, standing.editionHash),
    await editionByHash(tx, cityId, toEdition),
  ] as const;
  const draft = carryDraft(...editions, copy.sections);
  moveWorkingCopy(tx, context, copy, draft);
  const returnedItems = copy.returnedItems?.flatMap(({ itemId, comment }) => {
    const now = draft.successors.get(itemId);
    return now === undefined ? [] : [{ itemId: now, comment }];
  });
  return { industry, hash: toEdition, report: draft.report, ...(returnedItems ? { returnedItems } : {}) };
};

/** What is written down of a plan: where the office chose to keep it, the declaration is directed to the body that has it. */
const moveOf = (
  { standing, plan }: Planned,
  { changeId, reason, reviews }: RegisterChanged,
  edition: Move['edition'],
): Move | null => {
  const choice = plan.rule === 'choose' ? reviews[standing.declarationId] : undefined;
  const still = plan.rule === 'unchanged' || plan.rule === 'unknown' || plan.rule === 'stays' || choice === 'keep';
  if ((plan.rule === 'unchanged' || plan.rule === 'unknown') && !edition && plan.edition === 'same') return null;
  return {
    cause: 'register-change',
    changeId,
    rule: choice === 'keep' ? 'kept' : choice === 'move' ? 'carried' : plan.rule,
    editionRule: plan.edition,
    to: still ? standing.holderId : plan.to,
    byRule: plan.byRule,
    directedBodyId: choice === 'keep' ? standing.holderId : standing.directedBodyId,
    reason,
    basis: '',
    ...(edition ? { edition } : {}),
  };
};

/**
 * The register was changed: declarations under way follow by the table of `domain/moves/rules.ts`, each move is written down. Refused where one of them
 * cannot follow now, or where its review has begun and nobody chose.
 */
export const followRegisterChange = async (
  tx: Tx,
  event: DomainEvent,
  context: Context,
): Promise<Result<readonly Moved[], Fault>> => {
  const changed = event as RegisterChanged;
  if (!movesDeclarations(changed.fields)) return ok([]);
  const { cityId } = context.actor;
  const ofEnterprise = changed.fields.includes('affiliation');
  const found = await lockStanding(tx, cityId, concernedBy(changed, ofEnterprise, context.today));
  const ids = found.map(({ declarationId }) => declarationId);
  const own = found.find(({ unitId }) => unitId === changed.unitId);
  const editions = own ? await editionsFor(tx, cityId, ids, own.unitIndustry) : new Map<string, string>();
  const planned: Planned[] = [];
  for (const standing of found) {
    const toEdition = editions.get(standing.declarationId);
    const otherIndustry = changed.fields.includes('industry') && standing.unitId === changed.unitId;
    const values = { ...standing, industry: otherIndustry ? standing.unitIndustry : standing.industry };
    const scheme = await schemeByHash(tx, cityId, standing.schemeHash);
    planned.push({ standing, plan: planMove(standing, values, scheme, () => toEdition), toEdition });
  }
  const hindered = hindrance(planned, changed);
  if (!hindered.ok) return hindered;
  const moved: Moved[] = [];
  for (const each of planned) {
    const move = moveOf(each, changed, await toOtherEdition(tx, context, each));
    if (move) moved.push(carryMove(tx, context, each.standing, move));
  }
  return ok(moved);
};
