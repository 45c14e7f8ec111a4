import { createHash } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type Fault, type Issue, issues, type Result, refuse } from '#lib/result.ts';
import type { Principal } from '../command.ts';
import type { Endpoint } from '../contract.ts';
import { isOutage } from '../db/outage.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Credential } from '../opening.ts';
import { digestOf, type Runner } from '../run-command.ts';
import { issuesOfSchema } from '../validation.ts';
import type { BoundContract, FileAnswer, Upload } from './routes.ts';

export const SESSION_COOKIE = 'anping';
/** Bytes of a JSON body; uploads have limits of their own. */
const BODY_LIMIT = 2 * 1024 * 1024;
const UPLOAD_LIMIT = 60 * 1024 * 1024;
const KEY_PATTERN = /^[\w-]{8,80}$/;

export interface HttpParts<Actor extends Principal> {
  readonly log: Log;
  readonly runner: Runner<Actor>;
  /** City of a request that carries no session. */
  readonly defaultCity: () => number;
  readonly bound: readonly BoundContract<Actor>[];
  /** Behind a proxy that sets X-Forwarded-*; also marks cookies Secure. */
  readonly trustProxy: boolean;
  /** Checks every answer against its schema: on in tests, off in service, where it would cost as much as the query. */
  readonly checkAnswers: boolean;
  /** Requests a minute and address for endpoints open to the public that change something or answer to what can be guessed. */
  readonly publicRequestsPerMinute: number;
}

const statusOf = (fault: Fault): number => (fault.kind === 'issues' ? 422 : fault.status);

/** Sends a refusal: its code and parameters, never wording, never detail of a bug. */
export const sendFault = (reply: FastifyReply, fault: Fault): FastifyReply =>
  reply.code(statusOf(fault)).send({ fault, requestId: reply.request.id });

/** Reads `<city>.<token>` from the session cookie; the database knows only the digest of the token. */
export const credentialOf = (request: FastifyRequest, defaultCity: number): Credential => {
  const [city, token] = (request.cookies[SESSION_COOKIE] ?? '').split('.');
  if (!city || !token || !/^\d{1,9}$/.test(city) || !/^[\w-]{43}$/.test(token))
    return { cityId: defaultCity, tokenDigest: null };
  return { cityId: Number(city), tokenDigest: createHash('sha256').update(token).digest() };
};

const contentDisposition = ({ name, inline }: FileAnswer): string =>
  `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`;

/** What was uploaded runs nothing and loads nothing. A browser's own reader of PDF does not start in a sandbox. */
const FENCE = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const sendFile = (reply: FastifyReply, file: FileAnswer): FastifyReply =>
  reply
    .header('content-type', file.type)
    .header('content-disposition', contentDisposition(file))
    .header('content-security-policy', file.type === 'application/pdf' ? FENCE : `${FENCE}; sandbox`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', file.keptSeconds ? `private, max-age=${file.keptSeconds}` : 'private, no-store')
    .send(
      file.body instanceof Uint8Array
        ? Buffer.from(file.body.buffer, file.body.byteOffset, file.body.byteLength)
        : file.body,
    );

const uploadOf = async (request: FastifyRequest): Promise<Result<Upload, Fault>> => {
  if (!request.isMultipart()) return refuse('input.uploadExpected', 415);
  const part = await request.file({ limits: { files: 1, fileSize: UPLOAD_LIMIT } });
  if (!part) return issues([{ path: 'file', code: 'input.required' }]);
  const fields: Record<string, string> = {};
  for (const [field, value] of Object.entries(part.fields)) {
    if (value && !Array.isArray(value) && value.type === 'field') fields[field] = String(value.value);
  }
  return { ok: true, value: { fileName: part.filename, mediaType: part.mimetype, stream: part.file, fields } };
};

type Input = { params: unknown; query: unknown; body: unknown };

const inputOf = async (endpoint: Endpoint, request: FastifyRequest): Promise<Result<Input, Fault>> => {
  const found: Issue[] = [];
  const parse = (schema: Endpoint['params'] | Endpoint['body'], value: unknown): unknown => {
    if (!schema || schema === 'upload') return undefined;
    const given = value ?? {};
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    found.push(...issuesOfSchema(parsed.error, given));
    return undefined;
  };
  const params = parse(endpoint.params, request.params);
  // A malformed id in the address names nothing that exists.
  if (found.length > 0) return refuse('input.noSuchRecord', 404);
  const query = parse(endpoint.query, request.query);
  if (endpoint.body !== 'upload') {
    const body = parse(endpoint.body, request.body);
    return found.length > 0 ? issues(found) : { ok: true, value: { params, query, body } };
  }
  if (found.length > 0) return issues(found);
  const upload = await uploadOf(request);
  return upload.ok ? { ok: true, value: { params, query, body: upload.value } } : upload;
};

const register = <Actor extends Principal>(
  app: FastifyInstance,
  parts: HttpParts<Actor>,
  bound: BoundContract<Actor>,
): void => {
  for (const [key, endpoint] of Object.entries(bound.contract)) {
    const handler = bound.handlers[key];
    if (!handler) throw new Error(`no handler for ${endpoint.method} ${endpoint.path}`);
    const openToAll = endpoint.roles === 'public' && (endpoint.kind === 'command' || endpoint.guessable === true);
    app.route({
      method: endpoint.method,
      url: endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
      config: openToAll ? { rateLimit: { max: parts.publicRequestsPerMinute, timeWindow: 60_000 } } : {},
      handler: async (request, reply) => {
        const credential = credentialOf(request, parts.defaultCity());
        const input = await inputOf(endpoint, request);
        if (!input.ok) {
          // Whether somebody may call at all is said before what is wrong with the input.
          const may = await parts.runner.read(
            { credential, requestId: request.id },
            endpoint.roles,
            async () => ({ ok: true, value: null }),
            true,
          );
          return sendFault(reply, may.ok ? input.error : may.error);
        }
        if (handler.kind === 'query') {
          const answer = await parts.runner.read(
            { credential, requestId: request.id },
            endpoint.roles,
            (reader, context) => handler.ask(reader, input.value as never, context),
          );
          if (!answer.ok) return sendFault(reply, answer.error);
          if (endpoint.answer === 'file') return sendFile(reply, answer.value as FileAnswer);
          if (parts.checkAnswers) endpoint.answer.parse(answer.value);
          return reply.send(answer.value);
        }
        const idempotencyKey = request.headers['idempotency-key'];
        if (typeof idempotencyKey !== 'string' || !KEY_PATTERN.test(idempotencyKey))
          return sendFault(reply, refuse('input.keyMissing', 422).error);
        const { body } = input.value;
        const account = request.headers['anping-account'];
        const digest = digestOf({
          params: input.value.params,
          body: endpoint.body === 'upload' ? (body as Upload).fields : body,
        });
        const answer = await parts.runner.run(handler.command, input.value as never, {
          credential,
          requestId: request.id,
          idempotency: { key: idempotencyKey, digest },
          ...(typeof account === 'string' && { account }),
          whilePasswordIsDue: endpoint.path === '/api/session/password' || endpoint.path === '/api/session',
        });
        if (!answer.ok) return sendFault(reply, answer.error);
        const said = handler.answer ? handler.answer(answer.value as never, reply) : answer;
        if (!said.ok) return sendFault(reply, said.error);
        if (endpoint.answer !== 'file' && parts.checkAnswers) endpoint.answer.parse(said.value);
        return reply.send(said.value ?? {});
      },
    });
  }
};

/** The HTTP server without its pages: endpoints, refusals, headers, limits. */
export const createHttpServer = async <Actor extends Principal>(parts: HttpParts<Actor>): Promise<FastifyInstance> => {
  const app = Fastify({
    loggerInstance: parts.log as never,
    bodyLimit: BODY_LIMIT,
    trustProxy: parts.trustProxy,
    genReqId: () => newId(),
    routerOptions: { ignoreTrailingSlash: true },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
  }) as unknown as FastifyInstance;
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 100_000, fileSize: UPLOAD_LIMIT } });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (request) => ({
      statusCode: 429,
      fault: refuse('platform.tooOften', 429, undefined, 'retry').error,
      requestId: request.id,
    }),
  });
  await app.register(helmet, {
    // Over plain http on a local network the upgrade directive would break every request.
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: parts.trustProxy,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/api/'))
      request.log.info(
        {
          method: request.method,
          path: request.routeOptions.url,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'request',
      );
  });
  app.setErrorHandler((error: Error & { statusCode?: number; fault?: Fault; code?: string }, request, reply) => {
    if (error.fault) return sendFault(reply, error.fault);
    const status = error.statusCode ?? 500;
    if (status === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE')
      return sendFault(reply, refuse('input.bodyTooLarge', 413, { limitMb: BODY_LIMIT / 1024 / 1024 }).error);
    if (status === 415) return sendFault(reply, refuse('input.wrongContentType', 415).error);
    if (status >= 400 && status < 500) return sendFault(reply, refuse('input.unreadable', 422).error);
    if (isOutage(error)) {
      request.log.warn({ err: error, path: request.url }, 'database away');
      return sendFault(reply, refuse('platform.unavailable', 503, undefined, 'retry').error);
    }
    request.log.error({ err: error, path: request.url }, 'request failed');
    return sendFault(reply, refuse('platform.failed', 500, undefined, 'retry').error);
  });
  for (const bound of parts.bound) register(app, parts, bound);
  return app;
};
