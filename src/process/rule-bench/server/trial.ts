import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { compile, type Edition, type Plan } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';

/** A published edition by its hash, or a document that need not be published. */
export type EditionGiven = { readonly hash: string } | { readonly edition: Edition };

/** What is tried out, and on whom. */
export interface Trial {
  readonly campaign: { readonly campaignId: string; readonly name: string };
  readonly industry: string;
  readonly hash: string;
  readonly title: string;
  readonly edition: Edition;
  readonly plan: Plan;
  readonly published: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param campaign its id or its name */
export const findTrial = async (
  reader: Reader,
  cityId: number,
  campaign: string,
  given: EditionGiven,
): Promise<Result<Trial, Refusal>> => {
  const found = await reader.row<Trial['campaign']>(
    sql`select campaign_id as "campaignId", name from campaigns where city_id = ${cityId}
      and (name = ${campaign} or campaign_id = ${UUID.test(campaign) ? campaign : null}::uuid)`,
  );
  if (!found) return refuse('rescore.campaignUnknown', 404, { campaign });
  const hash = 'hash' in given ? given.hash : editionHash(given.edition);
  const known = await reader.row(
    sql`select 1 as known from editions where city_id = ${cityId} and edition_hash = ${hash}`,
  );
  if (known) {
    const { edition, plan, industry, title } = await editionByHash(reader, cityId, hash);
    return ok({ campaign: found, industry, hash, title, edition, plan, published: true });
  }
  if ('hash' in given) return refuse('rescore.editionUnknown', 404, { hash });
  const { edition } = given;
  const { industry, title = '' } = edition;
  if (industry === undefined) return refuse('rescore.industryMissing', 422);
  return ok({ campaign: found, industry, hash, title, edition, plan: compile(edition), published: false });
};
