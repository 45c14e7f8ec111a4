import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Application, createApplication } from '#app/application.ts';
import type { Actor, Role } from '#parties/access/domain/roles.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { insertSession, newSession } from '#parties/people/server/session-token.ts';
import { type SettableClock, settableClock } from '#platform/clock.ts';
import { sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { createLog } from '#platform/log.ts';
import { foundCity } from '#process/campaign/server/found-city.ts';
import { readScheme } from '#process/campaign/server/read-scheme.ts';
import { BlobStore } from '#support/files/server/blob-store.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** Everyone who takes part, with invented names; the key is how tests call them. */
export const cast = {
  administrator: { name: '安静', roles: ['administrator'], body: 'city-office' },
  cityOffice: { name: '周综合', roles: ['city-office'], body: 'city-office' },
  leadingGroup: { name: '罗组长', roles: ['leading-group'], body: 'city-leading-group' },
  auditor: { name: '宋审计', roles: ['auditor'], body: 'city-bureau' },
  dongquReviewer: { name: '何东一', roles: ['reviewer'], body: 'bureau-dongqu' },
  dongquSignOff: { name: '何东二', roles: ['sign-off'], body: 'bureau-dongqu' },
  renheReviewer: { name: '任和一', roles: ['reviewer'], body: 'bureau-renhe' },
  renheSignOff: { name: '任和二', roles: ['sign-off'], body: 'bureau-renhe' },
  parkReviewer: { name: '范园一', roles: ['reviewer'], body: 'vt-park' },
  parkSignOff: { name: '范园二', roles: ['sign-off'], body: 'vt-park' },
  minesReviewer: { name: '矿处一', roles: ['reviewer'], body: 'division-non-coal-mines' },
  minesSignOff: { name: '矿处二', roles: ['sign-off'], body: 'division-non-coal-mines' },
  expertOne: { name: '柏专家', roles: ['expert'], body: null },
  expertTwo: { name: '桑专家', roles: ['expert'], body: null },
} as const satisfies Record<string, { name: string; roles: readonly Role[]; body: string | null }>;

export type CastMember = keyof typeof cast;

/** The answer to a request: status and parsed body. */
export interface Answer {
  readonly status: number;
  // Tests look into answers whose shape the contract has already checked.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any;
}

/** A person (or nobody) at a browser. */
export interface Visitor {
  get(path: string): Promise<Answer>;
  /** Sends a command; `key` repeats one. */
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, key?: string): Promise<Answer>;
  post(path: string, body?: unknown, key?: string): Promise<Answer>;
  /** Sends one file as multipart/form-data after the fields. */
  upload(
    path: string,
    file: { name: string; type: string; bytes: Uint8Array },
    fields?: Record<string, string>,
    method?: 'POST' | 'PUT',
  ): Promise<Answer>;
  /** The bytes of a download. */
  download(path: string): Promise<{ status: number; bytes: Buffer; type: string }>;
}

export const CITY = 510400;

/** Read once for all worlds of a test file. */
const shippedScheme = readScheme('panzhihua-2009');

/** One city with its bodies, scheme and editions on a database of its own, a clock that stands still, and people. */
export interface World {
  readonly database: TestDatabase;
  readonly app: Application;
  readonly clock: SettableClock;
  readonly nobody: Visitor;
  readonly actors: Readonly<Record<CastMember, Actor>>;
  as(member: CastMember): Visitor;
  /** The cookie of a member's session, `anping=<city>.<token>`. */
  cookieOf(member: CastMember): string;
  /** Signs an account in; the cookie of its session. */
  sessionOf(accountId: string): Promise<string>;
  /** A browser signed in as an account made by the test itself; at another server of the same data, if one is given. */
  asAccount(accountId: string, at?: Application): Promise<Visitor>;
  /** The file store, as a server that is started anew opens it. */
  files(): BlobStore;
  /** Makes an account; its actor. */
  person(
    name: string,
    roles: readonly Role[],
    of: { bodyId?: string; enterpriseId?: string; industries?: readonly string[] },
  ): Promise<Actor>;
  close(): Promise<void>;
}

const boundary = 'anping-test-boundary';

const visitor = (app: Application, cookie: string | null): Visitor => {
  const headers = cookie ? { cookie } : {};
  const read = (response: { statusCode: number; body: string; headers: Record<string, unknown> }): Answer => ({
    status: response.statusCode,
    body: String(response.headers['content-type'] ?? '').includes('json') ? JSON.parse(response.body) : response.body,
  });
  const send: Visitor['send'] = async (method, path, body, key) =>
    read(
      await app.http.inject({
        method,
        url: path,
        headers: {
          ...headers,
          'idempotency-key': key ?? randomUUID(),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      }),
    );
  return {
    get: async (path) => read(await app.http.inject({ method: 'GET', url: path, headers })),
    send,
    post: (path, body, key) => send('POST', path, body, key),
    upload: async (path, file, fields = {}, method = 'POST') => {
      const parts = Object.entries(fields).map(
        ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      const head = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
      const payload = Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
      return read(
        await app.http.inject({
          method,
          url: path,
          headers: {
            ...headers,
            'idempotency-key': randomUUID(),
            'content-type': `multipart/form-data; boundary=${boundary}`,
          },
          payload,
        }),
      );
    },
    download: async (path) => {
      const response = await app.http.inject({ method: 'GET', url: path, headers });
      return {
        status: response.statusCode,
        bytes: response.rawPayload,
        type: String(response.headers['content-type']),
      };
    },
  };
};

/**
 * @param at business and machine time at the start; inside a published calendar year
 * @param options `extend` adds to the server before its first request
 */
export const createWorld = async (
  at = new Date('2026-09-01T02:00:00Z'),
  {
    publicRequestsPerMinute = 10_000,
    extend,
  }: { readonly publicRequestsPerMinute?: number; readonly extend?: (http: Application['http']) => Promise<void> } = {},
): Promise<World> => {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'anping-world-'));
  const clock = settableClock(at);
  const app = await createApplication({
    pool: database.app,
    publicReader: database.publicReader,
    clock,
    log: createLog('error'),
    files: new BlobStore(join(folder, 'files')),
    trustProxy: false,
    checkAnswers: true,
    publicRequestsPerMinute,
  });
  await extend?.(app.http);
  const founded = await app.runner.runAs(systemActor(CITY), foundCity, {
    cityId: CITY,
    name: '攀枝花市',
    folder: await shippedScheme,
    demonstrationDate: null,
  });
  if (!founded.ok) throw new Error(JSON.stringify(founded.error));
  app.useCity(CITY);

  const asOwner = async (statement: ReturnType<typeof sql>): Promise<void> => {
    await database.owner.query(toQuery(statement));
  };
  const cookies = new Map<string, string>();
  const signedIn = async (accountId: string): Promise<string> => {
    const session = newSession(CITY);
    await asOwner(sql`${insertSession(session, accountId, clock.now())}`);
    await asOwner(
      sql`update sessions set idle_minutes = 100000000, expires_at = '2100-01-01' where account_id = ${accountId}`,
    );
    return `anping=${CITY}.${session.token}`;
  };
  const person: World['person'] = async (name, roles, of) => {
    const accountId = newId();
    await asOwner(sql`insert into accounts (city_id, account_id, login, name, roles, body_id, enterprise_id, industries, must_change_password, created_at)
      values (${CITY}, ${accountId}, ${accountId}, ${name}, ${roles}, ${of.bodyId ?? null}, ${of.enterpriseId ?? null}, ${of.industries ?? []}, false, ${clock.now()})`);
    return { cityId: CITY, accountId, name, roles, bodyId: of.bodyId ?? null, enterpriseId: of.enterpriseId ?? null };
  };
  const actors = {} as Record<CastMember, Actor>;
  for (const [key, member] of Object.entries(cast) as [CastMember, (typeof cast)[CastMember]][]) {
    const actor = await person(
      member.name,
      member.roles,
      member.body ? { bodyId: member.body } : { industries: ['opencast-mine', 'metallurgy'] },
    );
    actors[key] = actor;
    cookies.set(key, await signedIn(actor.accountId ?? ''));
  }

  return {
    database,
    app,
    clock,
    actors,
    nobody: visitor(app, null),
    as: (member) => visitor(app, cookies.get(member) ?? null),
    cookieOf: (member) => cookies.get(member) ?? '',
    sessionOf: signedIn,
    asAccount: async (accountId, at = app) => visitor(at, await signedIn(accountId)),
    files: () => new BlobStore(join(folder, 'files')),
    person,
    close: async () => {
      await app.http.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
