import { z } from 'zod';
import { roles } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';

/** A demonstration shows its fixed day (`YYYY-MM-DD`, Asia/Shanghai) in the banner. */
const demo = z.object({ date: z.iso.date() }).nullable();

const signedOut = z.object({ signedIn: z.literal(false), demo, city: z.object({ name: z.string() }) });

const signedIn = z.object({
  signedIn: z.literal(true),
  person: z.object({
    accountId: z.uuid(),
    name: z.string(),
    login: z.string(),
    roles: z.array(z.enum(roles)),
    /** The authority the person works for, or null. */
    bodyName: z.string().nullable(),
    enterpriseName: z.string().nullable(),
  }),
  /** Everything but changing the password is refused until it is done (`session.passwordMustChange`, 403). */
  mustChangePassword: z.boolean(),
  demo,
  campaign: z.object({ id: z.string(), name: z.string() }).nullable(),
  city: z.object({ name: z.string() }),
});

/** What the shell knows of the person and the instance. */
export const sessionAnswer = z.discriminatedUnion('signedIn', [signedOut, signedIn]);
export type Session = z.infer<typeof sessionAnswer>;
export type SignedIn = z.infer<typeof signedIn>;

/** Login names: 3–40 letters, digits, `.`, `_`, `-`, or Chinese characters; compared without case. */
const login = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{Script=Han}a-zA-Z0-9._-]{3,40}$/u, 'login.wrongFormat');

/** As typed; how strong it must be is `passwordFaults`, checked by the command so that each fault has its own code. */
const newPassword = z.string().min(1).max(200);

export const peopleContract = contract({
  session: {
    kind: 'query',
    method: 'GET',
    path: '/api/session',
    roles: 'public',
    summary: 'Who is signed in, and what kind of instance this is',
    answer: sessionAnswer,
  },
  /** Refused with `sign-in.wrong` (401), `sign-in.locked` (429, `minutes`), `sign-in.disabled` (403). */
  signIn: {
    kind: 'command',
    method: 'POST',
    path: '/api/session',
    roles: 'public',
    summary: 'Sign in with login and password',
    body: z.object({ login: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }),
    answer: sessionAnswer,
  },
  signOut: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/session',
    roles: 'signed-in',
    summary: 'End the session',
    answer: sessionAnswer,
  },
  /** Issues at `current` (`password.wrong`) and `next` (`password.too-short`, `password.too-simple`, `password.same`). */
  changePassword: {
    kind: 'command',
    method: 'POST',
    path: '/api/session/password',
    roles: 'signed-in',
    summary: 'Change the own password; all other sessions of the person end',
    body: z.object({ current: z.string().min(1).max(200), next: newPassword }),
    answer: sessionAnswer,
  },
  /**
   * `code` is the one on the activation slip, read without case, spaces and hyphens. Without `login` the account's own is kept.
   * Issues at `code` (`activation.unknown`, `activation.used`, `activation.expired`), `login` (`login.taken`), `password`.
   */
  activate: {
    kind: 'command',
    method: 'POST',
    path: '/api/activation',
    roles: 'public',
    summary: 'Open an account with the code of an activation slip, and sign in',
    body: z.object({ code: z.string().trim().min(1).max(40), login: login.optional(), password: newPassword }),
    answer: sessionAnswer,
  },
  /** Refused with `first-administrator.unknown` (404) once used or if the link is wrong; issues at `login` and `password`. */
  createFirstAdministrator: {
    kind: 'command',
    method: 'POST',
    path: '/api/first-administrator',
    roles: 'public',
    summary: 'Create the first administrator of an empty instance with its one-time link, and sign in',
    body: z.object({
      token: z.string().min(1).max(200),
      login,
      name: z.string().trim().min(1).max(40),
      password: newPassword,
    }),
    answer: sessionAnswer,
  },
  /** Refused with `demo.only` (404) unless the instance was created as a demonstration; so are the two below. */
  demoPersons: {
    kind: 'query',
    method: 'GET',
    path: '/api/demo/persons',
    roles: 'public',
    summary: 'The persons as whom a visitor of the demonstration may enter',
    answer: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        /** Authority or enterprise. */
        bodyName: z.string().nullable(),
        roles: z.array(z.enum(roles)),
        /** One sentence: what there is to see or do as this person. */
        hint: z.string(),
      }),
    ),
  },
  demoSignIn: {
    kind: 'command',
    method: 'POST',
    path: '/api/demo/session',
    roles: 'public',
    summary: 'Enter the demonstration as one of its persons',
    body: z.object({ key: z.string().min(1).max(100) }),
    answer: sessionAnswer,
  },
  /** `days`: calendar days, 1–60. What falls due on the way happens as it would have. */
  demoAdvance: {
    kind: 'command',
    method: 'POST',
    path: '/api/demo/clock',
    roles: 'signed-in',
    summary: 'Move the date of the demonstration on',
    body: z.object({ days: z.int().min(1).max(60) }),
    answer: z.object({ date: z.iso.date() }),
  },
});
