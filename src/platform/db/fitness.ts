import type { Client, Pool } from 'pg';
import { StartFault } from '#platform/start-fault.ts';

const byCodePoint = new Set(['C', 'POSIX', 'C.UTF-8', 'C.utf8']);

/** Refuses a server that is too old. */
export const checkServer = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  );
  const server = rows[0]!;
  if (server.number < 150_000) throw new StartFault('database.tooOld', { version: server.version });
};

/**
 * Refuses a database that sorts otherwise than by code point or whose character type knows no Chinese: under plain `C`,
 * pg_trgm finds no trigram in Chinese text and every search by name would be empty. The extension must be there.
 */
export const checkLocale = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{
    database: string;
    encoding: string;
    provider: string;
    collation: string;
    ctype: string;
    locale: string | null;
    trigrams: number;
  }>(
    `select datname as database, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datcollate as collation,
            datctype as ctype, to_jsonb(d)->>'datlocale' as locale, cardinality(show_trgm('露天矿')) as trigrams
       from pg_database d where datname = current_database()`,
  );
  const { database, encoding, provider, locale, collation, ctype, trigrams } = rows[0]!;
  const sorted = provider === 'b' ? locale === 'C.UTF-8' : provider === 'c' && byCodePoint.has(collation);
  if (encoding === 'UTF8' && sorted && trigrams > 0) return;
  throw new StartFault('database.locale', {
    database,
    encoding,
    collation: provider === 'i' ? 'ICU' : collation,
    ctype,
  });
};

/** Refuses a connection that runs as another role than it should, or that could see around row-level security. */
export const checkRole = async (pool: Pool, expected: string, variable: string): Promise<void> => {
  const { rows } = await pool.query<{ running: string; login: string; bypasses: boolean }>(
    `select current_user as running, session_user as login, bool_or(rolsuper or rolbypassrls) as bypasses
       from pg_roles where rolname in (current_user, session_user)`,
  );
  const { running, login, bypasses } = rows[0]!;
  if (bypasses) throw new StartFault('database.bypass', { user: login });
  if (running !== expected) throw new StartFault('database.wrongRole', { found: running, expected, variable });
};
