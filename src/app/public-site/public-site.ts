import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { dayOf, type PlainDate } from '#lib/plain-date.ts';
import type { Fault } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Clock } from '#platform/clock.ts';
import { inputIssues } from '#platform/http/input-faults.ts';
import { newId } from '#platform/ids.ts';
import { digestOf, type Runner } from '#platform/run-command.ts';
import { type Catalogue, fill, type Language, wordingOf } from '#platform/text.ts';
import { objectionBody } from '#process/public-notice/public-notice.contract.ts';
import { object } from '#process/public-notice/server/object.ts';
import { type Frame, frameFor } from './layout.ts';
import { homePage, missingPage, type ObjectionAttempt, publicationPage, queryPage, receiptPage } from './pages.ts';
import { findClasses, publishedLines, publishedPage } from './publication-store.ts';

export interface PublicSiteParts {
  readonly publicReader: pg.Pool;
  readonly runner: Runner<Actor>;
  readonly clock: Clock;
  readonly city: () => number;
  readonly requestsPerMinute: number;
  /** Where the wording of refusals is found. */
  readonly catalogues: readonly Catalogue[];
}

interface CityRow {
  name: string;
  demonstration_date: string | null;
}

/** A page of our own to go back to, never another site. */
const backTo = (given: string | undefined): string =>
  given && /^\/public[\w/?=&%.-]*$/.test(given) ? given : '/public';

/** 公示网站: no account, no script; everything it shows is read as the public reader. */
export const servePublicSite = async (http: FastifyInstance, parts: PublicSiteParts): Promise<void> => {
  const { publicReader, runner, clock, city } = parts;

  const frameOf = async (request: FastifyRequest): Promise<Frame & { today: PlainDate }> => {
    const [row] = (await publicReader.query('select name, demonstration_date from cities where city_id = $1', [city()]))
      .rows as CityRow[];
    const language: Language = request.cookies.lang === 'en' ? 'en' : 'zh-CN';
    const frame = frameFor(
      language,
      request.cookies.large === '1',
      row?.name ?? '',
      row?.demonstration_date ?? null,
      request.url.split('#')[0] ?? '/public',
    );
    return { ...frame, today: (row?.demonstration_date ?? dayOf(clock.now())) as PlainDate };
  };
  const sendPage = (reply: FastifyReply, text: string, status = 200): FastifyReply =>
    reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(text);

  http.get('/public', async (request, reply) => {
    const frame = await frameOf(request);
    return sendPage(reply, homePage(frame, await publishedLines(publicReader, city()), frame.today));
  });

  http.get<{ Querystring: { large?: string; lang?: string; back?: string } }>(
    '/public/settings',
    async ({ query }, reply) => {
      const year = { path: '/', maxAge: 31_536_000, sameSite: 'lax' as const };
      if (query.large !== undefined) reply.setCookie('large', query.large === '1' ? '1' : '0', year);
      if (query.lang !== undefined) reply.setCookie('lang', query.lang === 'en' ? 'en' : 'zh-CN', year);
      return reply.redirect(backTo(query.back), 303);
    },
  );

  http.get<{ Querystring: { name?: string } }>('/public/query', async (request, reply) => {
    const text = String(request.query.name ?? '')
      .trim()
      .slice(0, 60);
    const found = text === '' ? [] : await findClasses(publicReader, city(), text);
    return sendPage(reply, queryPage(await frameOf(request), text, found));
  });

  http.get<{ Params: { slug: string } }>('/public/:slug', async (request, reply) => {
    const frame = await frameOf(request);
    const published = await publishedPage(publicReader, city(), request.params.slug);
    if (!published) return sendPage(reply, missingPage(frame), 404);
    return sendPage(reply, publicationPage(frame, published, frame.today, newId(), null));
  });

  http.get<{ Params: { slug: string } }>('/public/:slug/data.json', async (request, reply) => {
    const published = await publishedPage(publicReader, city(), request.params.slug);
    if (!published) return sendPage(reply, missingPage(await frameOf(request)), 404);
    return reply.send({ title: published.title, content: published.content });
  });

  http.get<{ Params: { slug: string; index: string } }>('/public/:slug/files/:index', async (request, reply) => {
    const published = await publishedPage(publicReader, city(), request.params.slug);
    const file = published?.content.files[Number(request.params.index)];
    if (!file) return sendPage(reply, missingPage(await frameOf(request)), 404);
    return reply
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.text);
  });

  const worded = (language: Language, code: string, params?: Readonly<Record<string, string | number>>): string =>
    fill(wordingOf(parts.catalogues, language, code) ?? code, params);

  const faultsByField = (fault: Fault, language: Language): Record<string, string> =>
    fault.kind === 'issues'
      ? Object.fromEntries(fault.issues.map((issue) => [issue.path, worded(language, issue.code, issue.params)]))
      : { objection: worded(language, fault.code, fault.params) };

  // The only form of the site; a browser without scripts sends it as a form, so it is parsed here and nowhere else.
  await http.register(async (form) => {
    form.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    form.post<{ Body: Record<string, string> }>(
      '/public/objections',
      { config: { rateLimit: { max: parts.requestsPerMinute, timeWindow: 60_000 } } },
      async (request, reply) => {
        const frame = await frameOf(request);
        const sent = request.body ?? {};
        const values = {
          entryId: sent.entryId ?? '',
          name: sent.name ?? '',
          phone: sent.phone ?? '',
          grounds: (sent.grounds ?? '').replace(/\r\n/g, '\n'),
        };
        const slug = sent.slug ?? '';
        const refused = async (fault: Fault) => {
          const attempt: ObjectionAttempt = { values, faults: faultsByField(fault, frame.language) };
          const published = await publishedPage(publicReader, city(), slug);
          if (!published) return sendPage(reply, missingPage(frame), 404);
          return sendPage(
            reply,
            publicationPage(frame, published, frame.today, newId(), attempt),
            fault.kind === 'issues' ? 422 : fault.status,
          );
        };
        const body = objectionBody.safeParse(values);
        if (!body.success) return refused({ kind: 'issues', issues: inputIssues(body.error) });
        const key = /^[\w-]{8,80}$/.test(sent.key ?? '') ? (sent.key as string) : newId();
        const input = { params: undefined, query: undefined, body: body.data };
        const done = await runner.run(object, input, {
          credential: { cityId: city(), tokenDigest: null },
          idempotency: { key, digest: digestOf(input) },
          requestId: request.id,
        });
        if (!done.ok) return refused(done.error);
        return sendPage(reply, receiptPage(frame, slug, done.value.number, new Date(done.value.receivedAt)));
      },
    );
  });
};
