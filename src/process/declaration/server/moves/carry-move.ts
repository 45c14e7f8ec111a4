import type { Context } from '#parties/access/command.ts';
import type { Outcome } from '#platform/command.ts';
import { joined, json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import type { DeclarationMoved } from '../../declaration.events.ts';
import type { CarryReport } from '../../domain/carry-draft.ts';
import type { Standing } from './standing.ts';

/** One move as it is carried out and written down. */
export interface Move {
  readonly cause: 'register-change' | 'direction' | 'direction-withdrawn';
  readonly changeId: string | null;
  readonly rule: string;
  readonly editionRule: string;
  readonly to: string;
  readonly byRule: string | null;
  /** Stands from now on; null where the rule decides. */
  readonly directedBodyId: string | null;
  readonly reason: string;
  readonly basis: string;
  readonly edition?: {
    readonly industry: string;
    readonly hash: string;
    readonly report: Partial<CarryReport>;
    /** What a reviewer had sent back, under the ids of the new edition. */
    readonly returnedItems?: readonly { readonly itemId: string; readonly comment: string }[];
  };
}

export type Moved = Outcome<null> & { readonly command: string };

/**
 * Moves a declaration that is locked: what is in the enterprise's hands is expected by the other body, what was handed in goes there and
 * waits anew. A move by which it stays where it is is only written down. The statements travel with the commit.
 */
export const carryMove = (tx: Tx, { actor, now }: Context, standing: Standing, move: Move): Moved => {
  const { cityId } = actor;
  const { declarationId, submissionId, holderId, state } = standing;
  const moveId = newId();
  const { edition } = move;
  tx.later(sql`insert into declaration_moves (city_id, move_id, declaration_id, cause, change_id, rule, edition_rule, state_before, review_before, from_body,
      to_body, rule_body, reason, basis, from_edition, to_edition, report, moved_by, moved_by_name, moved_at)
    values (${cityId}, ${moveId}, ${declarationId}, ${move.cause}, ${move.changeId}, ${move.rule}, ${move.editionRule}, ${state}, ${standing.reviewState},
      ${holderId}, ${move.to}, ${move.byRule}, ${move.reason}, ${move.basis}, ${edition ? standing.editionHash : null}, ${edition?.hash ?? null},
      ${json(edition?.report ?? {})}::jsonb, ${actor.accountId}, ${actor.name}, ${now})`);
  const goes = move.to !== holderId;
  const submitted = state === 'submitted';
  const sets = [sql`directed_body_id = ${move.directedBodyId}`, sql`version = version + 1`];
  if (goes && submitted)
    sets.push(sql`receiving_body_id = ${move.to}, expected_body_id = ${move.to}, review_begun_at = null`);
  if (goes && !submitted) sets.push(sql`receiving_body_id = null, expected_body_id = ${move.to}`);
  if (edition) sets.push(sql`industry = ${edition.industry}, edition_hash = ${edition.hash}`);
  if (edition?.returnedItems) sets.push(sql`returned_items = ${json(edition.returnedItems)}::jsonb`);
  if (goes || edition) sets.push(sql`changed_at = ${now}`);
  // The version counts up, so that whoever checked before where it goes is asked to look again.
  tx.later(sql`update declarations set ${joined(sets, ',')}
    where city_id = ${cityId} and declaration_id = ${declarationId}`);
  const event: DeclarationMoved = {
    type: 'declaration.moved',
    declarationId,
    submissionId: submissionId ?? '',
    moveId,
    fromBodyId: holderId,
    toBodyId: move.to,
    reviewState: standing.reviewState,
    reason: move.reason,
  };
  return {
    command: 'declaration.move',
    done: null,
    subject: { type: 'declaration', id: declarationId },
    record: {
      moveId,
      cause: move.cause,
      change: move.changeId,
      rule: move.rule,
      edition: move.editionRule,
      from: holderId,
      to: move.to,
      byRule: move.byRule,
      directedTo: move.directedBodyId,
      stateBefore: state,
      reviewBefore: standing.reviewState,
      reason: move.reason,
      basis: move.basis,
      ...(edition ? { fromEdition: standing.editionHash, toEdition: edition.hash, ...edition.report } : {}),
    },
    events: goes && submitted ? [event] : [],
  };
};
