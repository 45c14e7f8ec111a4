import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Fault, Result } from '#lib/result.ts';
import type { Command, Context, Principal } from '../command.ts';
import type { AnswerOf, Contract, Endpoint, InputOf } from '../contract.ts';
import type { QueryReader } from '../db/tx.ts';

/** A download. `name` may be Chinese; it is sent as RFC 6266 says. */
export interface FileAnswer {
  readonly type: string;
  readonly name: string;
  readonly body: Uint8Array | Readable;
  /** Shown in the browser instead of saved. */
  readonly inline?: boolean;
  /** How long the reader's own browser may show it again without asking; absent: not at all. */
  readonly keptSeconds?: number;
}

/** One uploaded file with the text fields sent before it; the stream must be read to its end or destroyed. */
export interface Upload {
  readonly fileName: string;
  readonly mediaType: string;
  readonly stream: Readable;
  readonly fields: Readonly<Record<string, string>>;
}

/** The input of a command whose endpoint takes an upload. */
export type UploadInput<E extends Endpoint> = Omit<InputOf<E>, 'body'> & { readonly body: Upload };

type Answer<E extends Endpoint> = E['answer'] extends 'file' ? FileAnswer : AnswerOf<E>;

export interface CommandHandler<Actor extends Principal> {
  readonly kind: 'command';
  // The registrar only passes on what the endpoint has validated.
  readonly command: Command<Actor, never, unknown, never>;
  /** Turns what was done into the answer: sets a cookie, or refuses after something was recorded all the same. */
  readonly answer?: (done: never, reply: FastifyReply) => Result<unknown, Fault>;
}
export interface QueryHandler<Actor extends Principal, E extends Endpoint> {
  readonly kind: 'query';
  readonly ask: (reader: QueryReader, input: InputOf<E>, context: Context<Actor>) => Promise<Result<Answer<E>, Fault>>;
}

export type Handlers<Actor extends Principal, C extends Contract> = {
  readonly [K in keyof C]: C[K]['kind'] extends 'command' ? CommandHandler<Actor> : QueryHandler<Actor, C[K]>;
};

/** Binds a contract: every endpoint of it has a command or a query, or it does not compile. */
export interface BoundContract<Actor extends Principal> {
  readonly contract: Contract;
  readonly handlers: Readonly<Record<string, CommandHandler<Actor> | QueryHandler<Actor, never>>>;
}

export const bind = <Actor extends Principal, const C extends Contract>(
  contract: C,
  handlers: Handlers<Actor, C>,
): BoundContract<Actor> => ({ contract, handlers: handlers as unknown as BoundContract<Actor>['handlers'] });

/** A command as a handler; that its input is the endpoint's is checked where the command is declared. */
export const does = <Actor extends Principal, Input, Done, Prepared>(
  command: Command<Actor, Input, Done, Prepared>,
  answer?: (done: Done, reply: FastifyReply) => Result<unknown, Fault>,
): CommandHandler<Actor> =>
  ({ kind: 'command', command, ...(answer ? { answer } : {}) }) as unknown as CommandHandler<Actor>;

export const asks = <Actor extends Principal, E extends Endpoint>(
  ask: QueryHandler<Actor, E>['ask'],
): QueryHandler<Actor, E> => ({ kind: 'query', ask });
