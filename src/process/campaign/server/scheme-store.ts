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

// A campaign keeps the scheme that it was opened from.
const ofCampaigns = new Map<string, string>();

/** The scheme that a campaign was opened from; undefined if the city has no such campaign. */
export const schemeIfCampaign = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
): Promise<Scheme | undefined> => {
  const key = `${cityId} ${campaignId}`;
  let hash = ofCampaigns.get(key);
  if (hash === undefined) {
    const row = await reader.row<{ hash: string }>(
      sql`select scheme_hash as hash from campaigns where city_id = ${cityId} and campaign_id = ${campaignId}`,
    );
    if (!row) return undefined;
    hash = row.hash;
    ofCampaigns.set(key, hash);
  }
  return schemeByHash(reader, cityId, hash);
};

/** The same of a campaign that is known to exist. @throws if it does not */
export const schemeOfCampaign = async (reader: Reader, cityId: number, campaignId: string): Promise<Scheme> => {
  const scheme = await schemeIfCampaign(reader, cityId, campaignId);
  if (!scheme) throw new Error(`no campaign ${campaignId}`);
  return scheme;
};
