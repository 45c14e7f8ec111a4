import type { Context } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { mayDo } from '../../domain/draft-states.ts';
import type { draftingContract } from '../../drafting.contract.ts';
import { draftById, titleOf } from './draft-record.ts';
import { changesBetween } from './figures.ts';
import { draftFaults, type ReadIndustryRules } from './industry-rules.ts';
import { outdated, publicationObstacle } from './publication-obstacle.ts';
import { hashOfContent } from './publish-draft.ts';
import { asAnswer } from './save-draft.ts';
import { type DraftRow, drafts, listedDraft } from './standards.queries.ts';
import { editionInForce, publishedEdition } from './terms.queries.ts';

/** A draft with its faults; undefined if the city has none with this id. */
export const readDraft = async (
  reader: Reader,
  { actor }: Context,
  draftId: string,
  readRules: ReadIndustryRules,
): Promise<AnswerOf<typeof draftingContract.draft> | undefined> => {
  const { cityId, roles } = actor;
  const draft = await draftById(reader, cityId, draftId);
  if (!draft) return undefined;
  const listed = await reader.one<DraftRow>(drafts(sql`d.city_id = ${cityId} and d.draft_id = ${draftId}`));
  const { publishedHash } = await reader.one<{ publishedHash: string | null }>(
    sql`select published_hash as "publishedHash" from edition_drafts where city_id = ${cityId} and draft_id = ${draftId}`,
  );
  const rules = await readRules(reader, cityId);
  const inForce = await editionInForce(reader, cityId, draft.industry);
  return {
    ...listedDraft(listed, rules),
    industry: draft.industry,
    industryName: rules.names.get(draft.industry) ?? draft.industry,
    state: draft.state,
    content: draft.content,
    faults: draftFaults(draft.content, draft.industry, rules).map(asAnswer),
    inForce: inForce ? { hash: inForce.hash, title: inForce.title } : null,
    publishedHash,
    maySave: mayDo('save', draft.state, roles),
    mayDiscard: mayDo('discard', draft.state, roles),
    mayPublish: mayDo('publish', draft.state, roles),
  };
};

/** What publishing a draft would do; undefined if the city has none with this id. */
export const publicationOf = async (
  reader: Reader,
  context: Context,
  draftId: string,
  readRules: ReadIndustryRules,
): Promise<AnswerOf<typeof draftingContract.publication> | undefined> => {
  const { cityId } = context.actor;
  const draft = await draftById(reader, cityId, draftId);
  if (!draft) return undefined;
  const rules = await readRules(reader, cityId);
  const faults = draftFaults(draft.content, draft.industry, rules);
  const inForce = await editionInForce(reader, cityId, draft.industry);
  const former = inForce ? await publishedEdition(reader, cityId, inForce.hash) : undefined;
  const obstacle = await publicationObstacle(reader, context, draft, hashOfContent(draft.content), rules);
  const behind = await outdated(reader, cityId, draft, inForce);
  return {
    version: draft.version,
    faults: faults.map(asAnswer),
    replaces: inForce ? { hash: inForce.hash, title: inForce.title } : null,
    changes: former ? changesBetween(former.content, draft.content) : null,
    outdated: behind !== undefined,
    confirmation: titleOf(draft.content, draft.title),
    refusal: obstacle.ok ? null : asAnswer({ code: obstacle.error.code, params: obstacle.error.params }),
  };
};
