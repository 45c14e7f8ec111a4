import type { Context } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import type { CarriedDraft } from '../../domain/carry-draft.ts';
import type { Undecided } from './load-undecided.ts';

/** Answers, measures and files of the working copy under the new edition; the files that it holds then, in order of item and id. */
export const moveWorkingCopy = (
  tx: Tx,
  { actor: { cityId }, now }: Context,
  { declarationId, evidence, measures }: Undecided,
  { sections, version, successors }: CarriedDraft,
): Undecided['evidence'] => {
  tx.later(sql`delete from draft_sections where city_id = ${cityId} and declaration_id = ${declarationId}`);
  tx.later(sql`insert into draft_sections (city_id, declaration_id, element_id, answers, version, updated_at)
    select ${cityId}, ${declarationId}, s.key, s.value, ${version}, ${now} from json_each(${json(sections)}::json) s`);
  const moved = measures.flatMap((row) => {
    const itemId = successors.get(row.item_id);
    return itemId === undefined ? [] : [{ ...row, item_id: itemId }];
  });
  tx.later(sql`delete from rectifications where city_id = ${cityId} and declaration_id = ${declarationId}`);
  if (moved.length > 0)
    tx.later(
      sql`insert into rectifications select * from json_populate_recordset(null::rectifications, ${json(moved)}::json)`,
    );
  const held = evidence.flatMap((file) => {
    const itemId = successors.get(file.itemId);
    if (itemId === file.itemId) return [file];
    // A submission may hold the row as it is: it only leaves the working copy, and another one stands for it there.
    tx.later(
      sql`update evidence set removed_at = ${now} where city_id = ${cityId} and evidence_id = ${file.evidenceId}`,
    );
    if (itemId === undefined) return [];
    const evidenceId = newId();
    tx.later(sql`insert into evidence (city_id, evidence_id, declaration_id, item_id, file_id, file_digest, file_name, media_type, size_bytes, uploaded_by, uploaded_at)
      select city_id, ${evidenceId}, declaration_id, ${itemId}, file_id, file_digest, file_name, media_type, size_bytes, uploaded_by, uploaded_at
      from evidence where city_id = ${cityId} and evidence_id = ${file.evidenceId}`);
    return [{ ...file, evidenceId, itemId }];
  });
  const place = ({ itemId, evidenceId }: { itemId: string; evidenceId: string }) => `${itemId}\u0000${evidenceId}`;
  return held.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
};
