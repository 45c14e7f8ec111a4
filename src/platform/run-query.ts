import type pg from 'pg';
import type { Fault, Result } from '#lib/result.ts';
import type { Clock } from './clock.ts';
import type { Context, Principal } from './command.ts';
import type { Endpoint } from './contract.ts';
import type { Sql } from './db/sql.ts';
import { BEGIN, openQuery, type QueryReader } from './db/tx.ts';
import type { Credential, Opening } from './opening.ts';
import { openingRules } from './opening-rules.ts';
import { rememberOpenings } from './remembered-openings.ts';

interface QueryParts<Actor extends Principal> {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly openRequest: (credential: Credential, now: Date, key: string | null) => Sql;
  readonly readOpening: (credential: Credential, row: Record<string, unknown>) => Opening<Actor>;
}

class NotAsRemembered extends Error {}

/**
 * Answers questions: nothing is written but the session's last-seen time. Whoever has asked before is asked for in one round trip with the
 * look-up of the session (decision 0009).
 */
export const createQueries = <Actor extends Principal>(parts: QueryParts<Actor>) => {
  const openings = rememberOpenings<Actor>();
  const { permitted, contextOf } = openingRules<Actor>(parts.clock);

  async function reading<Answer>(
    request: { credential: Credential; requestId: string },
    roles: Endpoint['roles'],
    whilePasswordIsDue: boolean,
    ask: (reader: QueryReader, context: Context<Actor>, opening: Opening<Actor>) => Promise<Result<Answer, Fault>>,
  ): Promise<Result<Answer, Fault>> {
    const { credential, requestId } = request;
    const remembered = openings.of(credential);
    if (remembered && permitted(roles, remembered.opening, whilePasswordIsDue).ok) {
      const statements = [BEGIN, parts.openRequest(credential, parts.clock.now(), null)];
      let found: Opening<Actor> | undefined;
      const check = ([, rows]: unknown[][]): void => {
        found = parts.readOpening(credential, rows?.[0] as Record<string, unknown>);
        if (!openings.same(found, remembered.text)) throw new NotAsRemembered();
      };
      try {
        return await asking({ statements, check }, async (query) => {
          const answer = await ask(query, contextOf(remembered.opening, requestId), remembered.opening);
          await query.opened();
          return answer;
        });
      } catch (error) {
        // Asked anew if the person is not who was remembered, or as long as that was not known.
        if (found && !(error instanceof NotAsRemembered)) throw error;
      }
    }
    const statements = [BEGIN, parts.openRequest(credential, parts.clock.now(), null)];
    let opening: Opening<Actor> | undefined;
    const check = ([, rows]: unknown[][]): void => {
      opening = parts.readOpening(credential, rows?.[0] as Record<string, unknown>);
      openings.keep(credential, opening);
    };
    return asking({ statements, check }, async (query) => {
      await query.opened();
      if (!opening) throw new Error('a request was not opened');
      const allowed = permitted(roles, opening, whilePasswordIsDue);
      return allowed.ok ? ask(query, contextOf(opening, requestId), opening) : allowed;
    });
  }

  async function asking<Answer>(
    opening: Parameters<typeof openQuery>[1],
    ask: (query: ReturnType<typeof openQuery>) => Promise<Answer>,
  ): Promise<Answer> {
    const client = await parts.pool.connect();
    const query = openQuery(client, opening);
    let broken = true;
    try {
      const answer = await ask(query);
      broken = false;
      return answer;
    } finally {
      // The answer does not wait for the end of a transaction that wrote nothing of the caller's.
      if (!broken && query.ended()) client.release();
      else
        client.query(broken ? 'rollback' : 'commit').then(
          () => client.release(),
          (error: Error) => client.release(error),
        );
    }
  }

  return reading;
};
