import { dayOf } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { type Clock, onDay } from './clock.ts';
import type { Context, Principal } from './command.ts';
import type { Endpoint } from './contract.ts';
import type { Opening } from './opening.ts';

/** What follows from who was found to be asking: whether that person may, and the context in which it runs. */
export const openingRules = <Actor extends Principal>(clock: Clock) => {
  const permitted = (
    roles: Endpoint['roles'],
    opening: Opening<Actor>,
    whilePasswordIsDue: boolean,
  ): Result<null, Fault> => {
    if (roles === 'public') return ok(null);
    if (opening.standing !== 'signed-in') return refuse(`session.${opening.standing}`, 401, undefined, 'retry');
    if (opening.restricted && !whilePasswordIsDue) return refuse('session.passwordMustChange', 403);
    if (roles === 'signed-in') return ok(null);
    return roles.some((role) => opening.actor.roles.includes(role)) ? ok(null) : refuse('access.notYourRole', 403);
  };

  const contextOf = (opening: Opening<Actor>, requestId: string, at?: Date): Context<Actor> => {
    const real = at ?? clock.now();
    const now = opening.demonstrationDate && !at ? onDay(real, opening.demonstrationDate as never) : real;
    return { actor: opening.actor, now, today: dayOf(now), machineNow: clock.now(), requestId };
  };

  return { permitted, contextOf };
};
