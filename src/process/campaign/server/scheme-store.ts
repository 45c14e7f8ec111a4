import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { parseScheme, type Scheme } from '../domain/scheme.ts';

const known = new Map<string, Scheme>();

/** The published scheme with this hash. @throws if the city has none. */
export const schemeByHash = async (reader: Reader, cityId: number, hash: string): Promise<Scheme> => {
  const cached = known.get(hash);
  if (cached) return cached;
  const row = await reader.one<{ content: unknown }>(
    sql`select content from schemes where city_id = ${cityId} and scheme_hash = ${hash}`,
  );
  const parsed = parseScheme(row.content);
  if (!parsed.ok)
    throw new Error(`published scheme ${hash} no longer reads: ${JSON.stringify(parsed.error.issues[0])}`);
  known.set(hash, parsed.value);
  return parsed.value;
};

/** The scheme that a campaign was opened from. */
export const schemeOfCampaign = async (reader: Reader, cityId: number, campaignId: string): Promise<Scheme> => {
  const row = await reader.one<{ scheme_hash: string }>(
    sql`select scheme_hash from campaigns where city_id = ${cityId} and campaign_id = ${campaignId}`,
  );
  return schemeByHash(reader, cityId, row.scheme_hash);
};
