import type { Context as AnyContext, Command, CommandFor } from '#platform/command.ts';
import type { Endpoint, InputOf } from '#platform/contract.ts';
import type { Actor } from './domain/roles.ts';

export type Context = AnyContext<Actor>;

/** Declares a command that an endpoint calls: the endpoint says who may and what arrives. */
export const command = <const E extends Endpoint, Done, Prepared = undefined>(
  endpoint: E,
  parts: CommandFor<Actor, E, Done, Prepared>,
): Command<Actor, InputOf<E>, Done, Prepared> => ({ roles: endpoint.roles, ...parts });

/** Declares a command that only the system itself calls (due-date scans, reactions, the command line): no person's role allows it. */
export const systemCommand = <Input, Done, Prepared = undefined>(
  parts: Omit<Command<Actor, Input, Done, Prepared>, 'roles'>,
): Command<Actor, Input, Done, Prepared> => ({ roles: [], ...parts });
