import type { PlainDate } from '#lib/plain-date.ts';
import type { Fault, Refusal, Result } from '#lib/result.ts';
import type { Endpoint, InputOf } from './contract.ts';
import type { Sql } from './db/sql.ts';
import type { Reader, Tx } from './db/tx.ts';

/** On whose behalf a request runs. A slice sees the narrower type of `parties/access`. */
export interface Principal {
  readonly cityId: number;
  readonly accountId: string | null;
  readonly name: string;
  readonly roles: readonly string[];
}

export interface Context<Actor extends Principal = Principal> {
  readonly actor: Actor;
  /** Business time; in a demonstration the date is the demonstration's. */
  readonly now: Date;
  readonly today: PlainDate;
  /** The clock of the process, also in a demonstration: for sessions and lockout, never for business dates. */
  readonly machineNow: Date;
  readonly requestId: string;
}

/** A short read of its own, for a command that prepares. */
export type Read = <Found>(ask: (reader: Reader) => Promise<Found>) => Promise<Found>;

/** Something that happened and that a later stage may act on; `app/reactions.ts` says which. */
export interface DomainEvent {
  readonly type: string;
  readonly [detail: string]: unknown;
}

/** What a command did. */
export interface Outcome<Done> {
  /** The answer to the caller, small: ids, new version. */
  readonly done: Done;
  /** The record that the audit row points to. */
  readonly subject: { readonly type: string; readonly id: string };
  /** What changed, for the audit log; whole values, no secrets. */
  readonly record: Readonly<Record<string, unknown>>;
  /** Whoever turned out to act, where the command itself finds that out, as signing in does; else the actor of the context. */
  readonly by?: { readonly accountId: string; readonly name: string; readonly bodyId: string | null };
  readonly events?: readonly DomainEvent[];
  /** What was done along with it, each with an audit row under a name of its own. */
  readonly further?: readonly (Outcome<unknown> & { readonly command: string })[];
  readonly afterCommit?: () => void | Promise<void>;
}

/**
 * One change of state, as a clerk would say it. `roles` come from the endpoint. `prepare` does the slow work (hashing,
 * files, spreadsheets) before the transaction; `run` decides and writes inside it. An `err` from either rolls everything back.
 */
export interface Command<Actor extends Principal, Input, Done, Prepared = undefined> {
  readonly name: string;
  readonly roles: Endpoint['roles'];
  /**
   * Statements that travel with the opening of the request, for a command that would otherwise pay a round trip to load what it decides
   * on; `run` finds their rows in `tx.ahead`. They run before the role is checked, so they must lock nothing that is not the actor's own:
   * of the actor they know `actor_enterprise()`, null for everybody who does not act for an enterprise.
   */
  readonly ahead?: (input: Input, cityId: number) => readonly Sql[];
  /** Names of database constraints that may be hit by a race, and the refusal each one means. */
  readonly constraints?: Readonly<Record<string, Refusal>>;
  readonly prepare?: (input: Input, context: Context<Actor>, read: Read) => Promise<Result<Prepared, Fault>>;
  /** True where the answer must not be kept with the idempotency key (it carries a session); repeating is harmless. */
  readonly keepsNoAnswer?: boolean;
  /** True of an answer after which nothing has changed, so that no audit row is due. */
  readonly leavesNoTrace?: (done: Done) => boolean;
  readonly run: (
    tx: Tx,
    input: Input,
    context: Context<Actor>,
    prepared: Prepared,
  ) => Promise<Result<Outcome<Done>, Fault>>;
}

export type CommandFor<Actor extends Principal, E extends Endpoint, Done, Prepared> = Omit<
  Command<Actor, InputOf<E>, Done, Prepared>,
  'roles'
>;
