import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { evidenceLimits } from '../../domain/evidence-limits.ts';

/**
 * Whether items take another file, and the declaration another one in all. Refusals: `declaration.tooManyFiles` {limit, item} of the first
 * item that is full, `declaration.tooManyFilesInAll` {limit}.
 */
export const roomFor = async (
  reader: Reader,
  cityId: number,
  declarationId: string,
  itemIds: readonly string[],
  isNew: boolean,
): Promise<Result<void, Refusal>> => {
  const [full, [all]] = await reader.together<[{ itemId: string }, { count: number }]>(
    sql`select item_id as "itemId" from evidence
      where city_id = ${cityId} and declaration_id = ${declarationId} and item_id = any(${itemIds}) and removed_at is null
      group by item_id having count(*) >= ${evidenceLimits.perItem} order by item_id`,
    sql`select count(*) from evidence_files
      where city_id = ${cityId} and declaration_id = ${declarationId} and removed_at is null`,
  );
  const [first] = full;
  if (first)
    return refuse('declaration.tooManyFiles', 409, { limit: evidenceLimits.perItem, item: first.itemId }, 'final');
  const { perDeclaration: limit } = evidenceLimits;
  if (isNew && (all?.count ?? 0) >= limit) return refuse('declaration.tooManyFilesInAll', 409, { limit }, 'final');
  return ok(undefined);
};
