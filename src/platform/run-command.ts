import { createHash } from 'node:crypto';
import type pg from 'pg';
import { dayOf } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Clock } from './clock.ts';
import type { Command, Context, DomainEvent, Outcome, Principal, Read } from './command.ts';
import type { Endpoint } from './contract.ts';
import { runTogether } from './db/batch.ts';
import { type Sql, sql } from './db/sql.ts';
import { BEGIN, COMMIT, openTx, type QueryReader, type Reader, type Tx } from './db/tx.ts';
import type { Credential, Opening } from './opening.ts';
import { openingRules } from './opening-rules.ts';
import { createQueries } from './run-query.ts';

interface Begun {
  /** The row that the opening statement answered with. */
  readonly found: Record<string, unknown>;
  /** The rows of the statements that came with it. */
  readonly ahead: Tx['ahead'];
}

interface Opened<Actor extends Principal> {
  readonly context: Context<Actor>;
  readonly stored: Opening<Actor>['stored'];
  readonly ahead: Begun['ahead'];
}

export interface AuditEntry {
  readonly context: Context;
  readonly command: string;
  readonly subject: Outcome<unknown>['subject'];
  readonly record: Outcome<unknown>['record'];
}

export type Reaction<Actor extends Principal> = (
  tx: Tx,
  event: DomainEvent,
  context: Context<Actor>,
) => Promise<Result<readonly (Outcome<unknown> & { readonly command: string })[], Fault>>;

/** What the runner is given by `app`, so that it knows no business. */
export interface RunnerParts<Actor extends Principal> {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly openRequest: (credential: Credential, now: Date, key: string | null) => Sql;
  readonly readOpening: (credential: Credential, row: Record<string, unknown>) => Opening<Actor>;
  /** Tells the database in which city an actor acts who did not come by a session. */
  readonly actAs: (actor: Actor, key: string | null) => Sql;
  readonly record: (entry: AuditEntry) => readonly Sql[];
  readonly react: Reaction<Actor>;
}

export interface Idempotency {
  readonly key: string;
  readonly digest: string;
}

export const digestOf = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest('hex');

const PG = {
  unique: '23505',
  exclusion: '23P01',
  check: '23514',
  foreign: '23503',
  deadlock: '40P01',
  serialization: '40001',
};

class RolledBack extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super('rolled back');
    this.fault = fault;
  }
}

/** The one place where a request succeeds or rolls back: permission → transaction → run → audit → commit → after-commit. */
export const createRunner = <Actor extends Principal>(parts: RunnerParts<Actor>) => {
  const { permitted, contextOf } = openingRules<Actor>(parts.clock);
  const reading = createQueries(parts);

  const begin = async (client: pg.PoolClient, opening: Sql, further: readonly Sql[] = []): Promise<Begun> => {
    const [, rows, ...ahead] = await runTogether(client, [BEGIN, opening, ...further]);
    return { found: rows?.[0] as Record<string, unknown>, ahead };
  };

  const open = async (
    client: pg.PoolClient,
    credential: Credential,
    key: string | null,
    further: readonly Sql[] = [],
  ): Promise<Opening<Actor> & { readonly ahead: Begun['ahead'] }> => {
    const { found, ahead } = await begin(client, parts.openRequest(credential, parts.clock.now(), key), further);
    return { ...parts.readOpening(credential, found), ahead };
  };

  const inTransaction = async <Done>(
    client: pg.PoolClient,
    command: Pick<Command<Actor, never, Done, never>, 'name' | 'constraints' | 'leavesNoTrace'>,
    context: Context<Actor>,
    idempotency: Idempotency | null,
    ahead: Begun['ahead'],
    run: (tx: Tx) => Promise<Result<Outcome<Done>, Fault>>,
  ): Promise<Outcome<Done>> => {
    const tx = openTx(client, ahead);
    const result = await run(tx);
    if (!result.ok) throw new RolledBack(result.error);
    const outcome = result.value;
    const silent = command.leavesNoTrace?.(outcome.done) ?? false;
    const audits: AuditEntry[] = silent
      ? []
      : [
          {
            context: outcome.by ? { ...context, actor: { ...context.actor, ...outcome.by } } : context,
            command: command.name,
            subject: outcome.subject,
            record: outcome.record,
          },
        ];
    for (const { command: name, subject, record } of outcome.further ?? []) {
      audits.push({ context, command: name, subject, record });
    }
    const events = [...(outcome.events ?? [])];
    for (let event = events.shift(); event; event = events.shift()) {
      const reaction = await parts.react(tx, event, context);
      if (!reaction.ok) throw new RolledBack(reaction.error);
      for (const further of reaction.value) {
        audits.push({ context, command: further.command, subject: further.subject, record: further.record });
        events.push(...(further.events ?? []));
      }
    }
    const closing = [...tx.pending()];
    for (const entry of audits) closing.push(...parts.record(entry));
    if (idempotency) {
      closing.push(
        sql`insert into idempotency_keys (city_id, actor, key, command, body_digest, answer, answered_at)
          values (${context.actor.cityId}, ${context.actor.accountId ?? 'public'}, ${idempotency.key}, ${command.name},
            ${idempotency.digest}, ${JSON.stringify(outcome.done)}, ${context.now})`,
      );
    }
    await runTogether(client, [...closing, COMMIT]);
    return outcome;
  };

  const asFault = (
    error: unknown,
    constraints: Command<Actor, never, unknown, never>['constraints'],
  ): Fault | 'again' | null => {
    if (error instanceof RolledBack) return error.fault;
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === PG.deadlock || code === PG.serialization)
      return faultOf(refuse('platform.busy', 409, undefined, 'retry'));
    if (constraint === 'idempotency_keys_once') return 'again';
    const known = constraint ? constraints?.[constraint] : undefined;
    return known ?? null;
  };
  const faultOf = (refused: { readonly error: Fault }): Fault => refused.error;

  const finish = async (client: pg.PoolClient, failed: boolean): Promise<void> => {
    if (failed) {
      try {
        await client.query('rollback');
      } catch (error) {
        // The connection is gone; the pool drops it and the transaction with it.
        client.release(error as Error);
        return;
      }
    }
    client.release();
  };

  const attempt = async <Input, Done, Prepared>(
    command: Command<Actor, Input, Done, Prepared>,
    input: Input,
    opened: (client: pg.PoolClient) => Promise<Result<Opened<Actor>, Fault>>,
    idempotency: Idempotency | null,
    prepared: Prepared,
  ): Promise<Result<Done, Fault> | 'again'> => {
    const client = await parts.pool.connect();
    let failed = true;
    try {
      const opening = await opened(client);
      if (!opening.ok) return opening;
      const { context, stored, ahead } = opening.value;
      if (stored && idempotency) {
        if (stored.digest !== idempotency.digest || stored.command !== command.name)
          return refuse('platform.keyReused', 409, undefined, 'final');
        return ok(stored.answer as Done);
      }
      const outcome = await inTransaction(client, command, context, idempotency, ahead, (tx) =>
        command.run(tx, input, context, prepared),
      );
      failed = false;
      await outcome.afterCommit?.();
      return ok(outcome.done);
    } catch (error) {
      const fault = asFault(error, command.constraints);
      if (fault === 'again') return 'again';
      if (fault === null) throw error;
      return (await answeredMeanwhile(client, opened, idempotency)) ? 'again' : { ok: false, error: fault };
    } finally {
      await finish(client, failed);
    }
  };

  /** A second click waits for the first one's lock and then finds its work done: the first one's answer is its answer, not a refusal. */
  const answeredMeanwhile = async (
    client: pg.PoolClient,
    opened: (client: pg.PoolClient) => Promise<Result<{ stored: Opening<Actor>['stored'] }, Fault>>,
    idempotency: Idempotency | null,
  ): Promise<boolean> => {
    if (!idempotency) return false;
    await client.query('rollback');
    const opening = await opened(client);
    return opening.ok && opening.value.stored !== null;
  };

  const twice = async <Done>(once: () => Promise<Result<Done, Fault> | 'again'>): Promise<Result<Done, Fault>> => {
    const first = await once();
    if (first !== 'again') return first;
    // The same key arrived twice at once and the other request won: its answer is stored now.
    const second = await once();
    return second === 'again' ? refuse('platform.busy', 409, undefined, 'retry') : second;
  };

  const readOnce =
    (opened: (client: pg.PoolClient) => Promise<unknown>): Read =>
    async (ask) => {
      const client = await parts.pool.connect();
      let broken = true;
      try {
        await opened(client);
        const found = await ask(openTx(client));
        broken = false;
        return found;
      } finally {
        await client.query(broken ? 'rollback' : 'commit').then(
          () => client.release(),
          (error: Error) => client.release(error),
        );
      }
    };

  return {
    /** Runs a command for whoever holds the credential. */
    run: async <Input, Done, Prepared>(
      command: Command<Actor, Input, Done, Prepared>,
      input: Input,
      request: {
        credential: Credential;
        idempotency: Idempotency | null;
        requestId: string;
        whilePasswordIsDue?: boolean;
        /** The account that the sender takes itself for; another one that is signed in by now must not do it. */
        account?: string;
      },
    ): Promise<Result<Done, Fault>> => {
      const openFor = async (client: pg.PoolClient) => {
        const key = command.keepsNoAnswer ? null : (request.idempotency?.key ?? null);
        const further = command.ahead?.(input, request.credential.cityId);
        const opening = await open(client, request.credential, key, further);
        const allowed = permitted(command.roles, opening, request.whilePasswordIsDue ?? false);
        if (!allowed.ok) return allowed;
        if (request.account !== undefined && request.account !== opening.actor.accountId)
          return refuse('session.otherPerson', 401, undefined, 'retry');
        return ok({ ...opening, context: contextOf(opening, request.requestId) });
      };
      let prepared = undefined as Prepared;
      if (command.prepare) {
        const ready = await reading(
          request,
          command.roles,
          request.whilePasswordIsDue ?? false,
          async (_reader, context) => ok(context),
        );
        if (!ready.ok) return ready;
        const result = await command.prepare(
          input,
          ready.value,
          readOnce((client) => open(client, request.credential, null)),
        );
        if (!result.ok) return result;
        prepared = result.value;
      }
      const idempotency = command.keepsNoAnswer ? null : request.idempotency;
      return twice(() => attempt(command, input, openFor, idempotency, prepared));
    },

    /**
     * Runs a command for a given actor: the command line, due-date scans, the demonstration and tests. Roles are checked
     * all the same, except for a command that is the system's own. `at` sets the business time.
     */
    runAs: async <Input, Done, Prepared>(
      actor: Actor,
      command: Command<Actor, Input, Done, Prepared>,
      input: Input,
      options: { at?: Date; key?: string; requestId?: string } = {},
    ): Promise<Result<Done, Fault>> => {
      const { roles } = command;
      if (Array.isArray(roles) && roles.length > 0 && !roles.some((role: string) => actor.roles.includes(role)))
        return refuse('access.notYourRole', 403);
      const idempotency = options.key ? { key: options.key, digest: digestOf(input) } : null;
      const openFor = async (client: pg.PoolClient) => {
        const further = command.ahead?.(input, actor.cityId);
        const { found, ahead } = await begin(client, parts.actAs(actor, idempotency?.key ?? null), further);
        const opening = { ...parts.readOpening({ cityId: actor.cityId, tokenDigest: null }, found), actor };
        const context = contextOf(opening, options.requestId ?? 'system', options.at);
        return ok({ context, stored: opening.stored, ahead });
      };
      let prepared = undefined as Prepared;
      if (command.prepare) {
        const now = options.at ?? parts.clock.now();
        const result = await command.prepare(
          input,
          { actor, now, today: dayOf(now), machineNow: parts.clock.now(), requestId: options.requestId ?? 'system' },
          readOnce((client) => begin(client, parts.actAs(actor, null))),
        );
        if (!result.ok) return result;
        prepared = result.value;
      }
      return twice(() => attempt(command, input, openFor, idempotency, prepared));
    },

    /** A read for a given actor: the command line, due-date scans, the demonstration and tests. */
    readAs: <Found>(actor: Actor, ask: (reader: Reader) => Promise<Found>): Promise<Found> =>
      readOnce((client) => begin(client, parts.actAs(actor, null)))(ask),

    /** Answers a question: no audit row, nothing written but the session's last-seen time. */
    read: <Answer>(
      request: { credential: Credential; requestId: string },
      roles: Endpoint['roles'],
      ask: (reader: QueryReader, context: Context<Actor>, opening: Opening<Actor>) => Promise<Result<Answer, Fault>>,
      whilePasswordIsDue = false,
    ): Promise<Result<Answer, Fault>> => reading(request, roles, whilePasswordIsDue, ask),
  };
};

export type Runner<Actor extends Principal> = ReturnType<typeof createRunner<Actor>>;
