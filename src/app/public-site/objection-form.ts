import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { newId } from '#platform/ids.ts';
import { digestOf, type Runner } from '#platform/run-command.ts';
import { type Catalogue, fill, type Language, shownParams, wordingOf } from '#platform/text.ts';
import { issuesOfSchema } from '#platform/validation.ts';
import { objectionBody } from '#process/public-notice/public-notice.contract.ts';
import { object } from '#process/public-notice/server/object.ts';
import { missingPage } from './pages.ts';
import { type ObjectionAttempt, publicationPage, receiptPage } from './publication-page.ts';
import { correctionsOf, publishedPage } from './publication-store.ts';
import { frameOf, type ReaderParts, sendPage } from './reader.ts';

export interface ObjectionFormParts extends ReaderParts {
  readonly runner: Runner<Actor>;
  readonly requestsPerMinute: number;
  /** Where the wording of refusals is found. */
  readonly catalogues: readonly Catalogue[];
}

type Form = Readonly<Record<string, string>>;

const valuesOf = (sent: Form): ObjectionAttempt['values'] => ({
  entryId: sent.entryId ?? '',
  name: sent.name ?? '',
  phone: sent.phone ?? '',
  // A form sends line ends as CRLF, a script as LF: the same text is the same objection.
  grounds: (sent.grounds ?? '').replace(/\r\n/g, '\n'),
});

/** The only form of the site; a browser without scripts sends it as a form, which is parsed here and nowhere else. */
export const serveObjectionForm = (http: FastifyInstance, parts: ObjectionFormParts): void => {
  const { publicReader, runner, city } = parts;

  const worded = (language: Language, { code, params }: Pick<Fault & { kind: 'refusal' }, 'code' | 'params'>): string =>
    fill(wordingOf(parts.catalogues, language, code) ?? code, params && shownParams(params, language));

  const faultsByField = (fault: Fault, language: Language): Record<string, string> =>
    fault.kind === 'issues'
      ? Object.fromEntries(fault.issues.map((issue) => [issue.path, worded(language, issue)]))
      : { objection: worded(language, fault) };

  /** The page again with everything that was written, and what is wrong with it. */
  const again = async (request: FastifyRequest, reply: FastifyReply, fault: Fault): Promise<FastifyReply> => {
    const sent = (request.body ?? {}) as Form;
    const slug = sent.slug ?? '';
    const frame = await frameOf(parts, request, `/public/${encodeURIComponent(slug)}`);
    const published = await publishedPage(publicReader, city(), slug);
    if (!published) return sendPage(reply, missingPage(frame), 404);
    const corrections = await correctionsOf(publicReader, city(), slug);
    const attempt = { values: valuesOf(sent), faults: faultsByField(fault, frame.language) };
    const status = fault.kind === 'issues' ? 422 : fault.status;
    const view = { published, corrections, today: frame.today, find: '', key: newId(), attempt };
    return sendPage(reply, publicationPage(frame, view), status);
  };

  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 64 * 1024 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  http.post<{ Body: Form }>(
    '/public/objections',
    {
      // Counted once the form is read, so that nothing written is lost by sending too often.
      config: { rateLimit: { max: parts.requestsPerMinute, timeWindow: 60_000, hook: 'preHandler' } },
      errorHandler: (error: Error & { fault?: Fault }, request, reply) => {
        if (!error.fault) throw error;
        return again(request, reply, error.fault);
      },
    },
    async (request, reply) => {
      const sent = request.body ?? {};
      const values = valuesOf(sent);
      const body = objectionBody.safeParse(values);
      if (!body.success) return again(request, reply, { kind: 'issues', issues: issuesOfSchema(body.error, values) });
      const key = sent.key && /^[\w-]{8,80}$/.test(sent.key) ? sent.key : newId();
      const input = { params: undefined, query: undefined, body: body.data };
      const done = await runner.run(object, input, {
        credential: { cityId: city(), tokenDigest: null },
        idempotency: { key, digest: digestOf(input) },
        requestId: request.id,
      });
      if (!done.ok) return again(request, reply, done.error);
      const { number, receivedAt } = done.value;
      const frame = await frameOf(parts, request, '/public');
      return sendPage(reply, receiptPage(frame, sent.slug ?? '', number, new Date(receivedAt)));
    },
  );
};
