import type { Issue } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { draftingContract } from '../../drafting.contract.ts';
import { type Content, draftById } from './draft-record.ts';
import { changesBetween, figuresOfContent } from './figures.ts';
import { draftFaults, type ReadIndustryRules } from './industry-rules.ts';
import { asAnswer } from './save-draft.ts';
import { editionInForce, publishedEdition } from './terms.queries.ts';

interface Row {
  importId: string;
  draftId: string | null;
  industry: string;
  fileName: string;
  state: 'previewed' | 'taken-over';
  createdBy: string;
  createdAt: Date;
  errors: Issue[];
  errorCount: number;
  content: Content;
}

/** An uploaded workbook; undefined if the city has none with this id. */
export const readImport = async (
  reader: Reader,
  { actor }: Context,
  importId: string,
  readRules: ReadIndustryRules,
): Promise<AnswerOf<typeof draftingContract.editionImport> | undefined> => {
  const { cityId } = actor;
  const found = await reader.row<Row>(sql`
    select import_id as "importId", draft_id as "draftId", industry, file_name as "fileName", state, created_by_name as "createdBy",
      created_at as "createdAt", errors, error_count as "errorCount", content
    from edition_imports where city_id = ${cityId} and import_id = ${importId}`);
  if (!found) return undefined;
  const { content, errors, createdAt, ...row } = found;
  const rules = await readRules(reader, cityId);
  const draft = row.draftId === null ? undefined : await draftById(reader, cityId, row.draftId);
  const inForce = row.draftId === null ? await editionInForce(reader, cityId, row.industry) : undefined;
  const former = inForce ? (await publishedEdition(reader, cityId, inForce.hash))?.content : draft?.content;
  const whole = row.errorCount === 0;
  return {
    ...row,
    industryName: rules.names.get(row.industry) ?? row.industry,
    createdAt: createdAt.toISOString(),
    errors: errors.map(asAnswer),
    faults: whole ? draftFaults(content, row.industry, rules).map(asAnswer) : [],
    figures: whole ? figuresOfContent(content) : null,
    changes: whole && former ? changesBetween(former, content) : null,
    draftVersion: draft?.version ?? null,
    mayTakeOver:
      hasRole(actor, 'city-office') &&
      whole &&
      row.state === 'previewed' &&
      (draft?.state ?? 'drafting') === 'drafting',
  };
};
