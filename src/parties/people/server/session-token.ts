import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type Sql, sql } from '#platform/db/sql.ts';
import { SESSION_COOKIE } from '#platform/http/server.ts';

/** How long a session lasts without a request, and in any case. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
}

let limits: SessionLimits = { idleMinutes: 30, hours: 12 };

/** Set once at start, from the configuration. */
export const limitSessions = (configured: SessionLimits): void => {
  limits = configured;
};

/** What a browser is given once; the database keeps the digest only. */
export interface NewSession {
  readonly cityId: number;
  readonly token: string;
  readonly digest: Buffer;
}

export const newSession = (cityId: number): NewSession => {
  const token = randomBytes(32).toString('base64url');
  return { cityId, token, digest: createHash('sha256').update(token).digest() };
};

/** `at` is the machine's time: idleness is real even where the business date is a demonstration's. */
export const insertSession = (session: NewSession, accountId: string, at: Date): Sql =>
  sql`insert into sessions (city_id, token_digest, account_id, created_at, last_seen_at, idle_minutes, expires_at)
    values (${session.cityId}, ${session.digest}, ${accountId}, ${at}, ${at}, ${limits.idleMinutes}, ${new Date(at.getTime() + limits.hours * 3_600_000)})`;

export const setSessionCookie = (reply: FastifyReply, session: NewSession): void => {
  reply.setCookie(SESSION_COOKIE, `${session.cityId}.${session.token}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: reply.request.protocol === 'https',
  });
};

export const clearSessionCookie = (reply: FastifyReply): void => {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
};
