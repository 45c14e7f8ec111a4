import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { record } from '#support/audit/server/record.ts';
import { type DeclarationState, transition } from '../domain/states.ts';

export interface Correction {
  readonly declarationId: string;
  /** Last day on which the corrected declaration counts as on time. */
  readonly dueOn: PlainDate;
  readonly reason: string;
  /** The items to be corrected, each with what the reviewer wrote about it. */
  readonly items: readonly { readonly itemId: string; readonly comment: string }[];
}

/**
 * Gives a submitted declaration back to its enterprise for correction (退回补正) on the same record: its working copy opens again as
 * it was submitted. Part of the caller's transaction, with an audit row of its own; one round trip.
 * @returns `declaration.notSubmitted` (409) unless it is submitted, `input.noSuchRecord` (404) if there is none
 */
export const reopenForCorrection = async (
  tx: Tx,
  context: Context,
  { declarationId, dueOn, reason, items }: Correction,
): Promise<Result<null, Fault>> => {
  const { cityId } = context.actor;
  const declaration = await tx.row<{ state: DeclarationState }>(
    sql`select state from declarations where city_id = ${cityId} and declaration_id = ${declarationId} for update`,
  );
  if (!declaration) return refuse('input.noSuchRecord', 404);
  const step = transition(declaration.state, 'return');
  if (!step) return refuse('declaration.notSubmitted', 409, { state: declaration.state });
  tx.later(sql`update declarations set state = ${step.to}, version = version + 1, review_begun_at = null,
      returned_reason = ${reason}, returned_items = ${json(items)}::jsonb, returned_due_on = ${dueOn}, correction_note = '', changed_at = ${context.now}
    where city_id = ${cityId} and declaration_id = ${declarationId}`);
  const rows = record({
    context,
    command: 'declaration.reopen-for-correction',
    subject: { type: 'declaration', id: declarationId },
    record: { state: step.to, dueOn, reason, items },
  });
  for (const row of rows) tx.later(row);
  return ok(null);
};
