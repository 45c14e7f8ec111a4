import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Reader } from '#platform/db/tx.ts';
import { consultationFinished } from '../consultation/unanswered-comments.ts';
import { closed, type Draft } from './draft-record.ts';
import type { IndustryRules } from './industry-rules.ts';
import { type InForce, publishedEdition } from './terms.queries.ts';

/** What stands against publishing a draft whatever is typed or ticked, apart from its faults. */
export const publicationObstacle = async (
  reader: Reader,
  { actor, today }: Context,
  draft: Draft,
  hash: string | null,
  { names }: IndustryRules,
): Promise<Result<null, Refusal>> => {
  const over = closed(draft.state);
  if (over) return refuse(over, 409, undefined, 'final');
  if (draft.changedBy !== null && draft.changedBy === actor.accountId)
    return refuse('drafting.sameAsEditor', 409, { name: draft.changedByName }, 'final');
  if (!names.has(draft.industry)) return refuse('drafting.industryUnknown', 409, { industry: draft.industry }, 'final');
  const heard = await consultationFinished(reader, actor.cityId, draft.draftId, today);
  if (!heard.ok && heard.error.kind === 'refusal') return { ok: false, error: heard.error };
  const twin = hash === null ? undefined : await publishedEdition(reader, actor.cityId, hash);
  return twin ? refuse('drafting.publishedAlready', 409, { title: twin.title }, 'final') : ok(null);
};

/** Why a draft no longer starts from what is in force, a thing that a person may accept; undefined if it does. */
export const outdated = async (
  reader: Reader,
  cityId: number,
  draft: Draft,
  inForce: InForce | undefined,
): Promise<Refusal | undefined> => {
  if (draft.basedOn === null) {
    const newer = inForce && inForce.inForceFrom > draft.createdAt ? inForce : undefined;
    return newer && refuse('drafting.newerInForce', 409, { title: newer.title }, 'conflict').error;
  }
  if (inForce?.hash === draft.basedOn) return undefined;
  const based = await publishedEdition(reader, cityId, draft.basedOn);
  return refuse('drafting.basedOnFormer', 409, { title: based?.title ?? '' }, 'conflict').error;
};
