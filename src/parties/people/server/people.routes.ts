import { ok, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { peopleContract } from '../people.contract.ts';
import { activate } from './activate.ts';
import { changePassword } from './change-password.ts';
import { createFirstAdministrator } from './create-first-administrator.ts';
import { advanceDemonstration, demonstrationPersons, enterDemonstration } from './demonstration.ts';
import { sessionOf } from './session.queries.ts';
import { clearSessionCookie, setSessionCookie } from './session-token.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export const peopleRoutes = bind<Actor, typeof peopleContract>(peopleContract, {
  session: asks(async (reader, _input, { actor }) => ok(await sessionOf(reader, actor.cityId, actor.accountId))),
  signIn: does(signIn, (done, reply) => {
    if ('refused' in done) {
      if (done.refused === 'locked') return refuse('sign-in.locked', 429, { minutes: done.minutes }, 'retry');
      return refuse('sign-in.wrong', 401, undefined, 'final');
    }
    setSessionCookie(reply, done.session);
    return ok(done.answer);
  }),
  signOut: does(signOut, (done, reply) => {
    clearSessionCookie(reply);
    return ok(done);
  }),
  changePassword: does(changePassword, ({ session, answer }, reply) => {
    setSessionCookie(reply, session);
    return ok(answer);
  }),
  activate: does(activate, ({ session, answer }, reply) => {
    setSessionCookie(reply, session);
    return ok(answer);
  }),
  createFirstAdministrator: does(createFirstAdministrator, ({ session, answer }, reply) => {
    setSessionCookie(reply, session);
    return ok(answer);
  }),
  demoPersons: asks(async (reader, _input, { actor }) => demonstrationPersons(reader, actor.cityId)),
  demoSignIn: does(enterDemonstration, ({ session, answer }, reply) => {
    setSessionCookie(reply, session);
    return ok(answer);
  }),
  demoAdvance: does(advanceDemonstration),
});
