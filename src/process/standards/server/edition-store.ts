import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { compile, type Edition, type Plan, parseEdition } from '../domain/index.ts';

export interface StoredEdition {
  readonly hash: string;
  readonly industry: string;
  readonly title: string;
  readonly edition: Edition;
  readonly plan: Plan;
}

// A published edition never changes, so what was read and compiled once stays true under its hash.
const known = new Map<string, StoredEdition>();

/** The published edition with this hash, compiled. @throws if the city has none: its hash comes from our own rows. */
export const editionByHash = async (reader: Reader, cityId: number, hash: string): Promise<StoredEdition> => {
  const cached = known.get(hash);
  if (cached) return cached;
  const row = await reader.one<{ industry: string; title: string; content: unknown }>(
    sql`select industry, title, content from editions where city_id = ${cityId} and edition_hash = ${hash}`,
  );
  const parsed = parseEdition(row.content);
  if (!parsed.ok)
    throw new Error(`published edition ${hash} no longer reads: ${JSON.stringify(parsed.error.issues[0])}`);
  const stored = { hash, industry: row.industry, title: row.title, edition: parsed.value, plan: compile(parsed.value) };
  known.set(hash, stored);
  return stored;
};
