import type { FastifyInstance } from 'fastify';
import { isOutage } from '#platform/db/outage.ts';
import { newId } from '#platform/ids.ts';
import { publicationData } from '#support/publication/server/publish.ts';
import { type DownloadFormat, downloadFormats, downloadOf } from './downloads.ts';
import { type ObjectionFormParts, serveObjectionForm } from './objection-form.ts';
import { faultPage, homePage, missingPage, queryPage } from './pages.ts';
import { publicationPage } from './publication-page.ts';
import { correctionsOf, findClasses, publishedLines, publishedPage } from './publication-store.ts';
import { asDownload, frameOf, frameWithoutDatabase, sendPage } from './reader.ts';
import { recomputePage } from './recompute-page.ts';

const DOWNLOADS_PER_MINUTE = 30;

/** A page of our own to go back to, never another site. */
const backTo = (given: unknown): string =>
  typeof given === 'string' && /^\/public(?:[/?][\w/?=&%.+-]*)?$/.test(given) ? given : '/public';

const textOf = (given: unknown): string => (typeof given === 'string' ? given : '').trim().slice(0, 60);

/** 公示网站: no account, no script; everything it shows is read as the public reader. */
export const servePublicSite = async (http: FastifyInstance, parts: ObjectionFormParts): Promise<void> => {
  const { publicReader, city } = parts;

  await http.register(async (site) => {
    site.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
      if (isOutage(error)) {
        request.log.warn({ err: error, path: request.url }, 'database away');
        return sendPage(reply, faultPage(frameWithoutDatabase(request), 'public.away'), 503);
      }
      const status = error.statusCode ?? 500;
      if (status >= 500) request.log.error({ err: error, path: request.url }, 'public page failed');
      const key = status === 413 ? 'public.tooLong' : status === 429 ? 'public.busy' : 'public.failed';
      return sendPage(reply, faultPage(await frameOf(parts, request, '/public'), key), status);
    });

    site.get('/public', async (request, reply) => {
      const frame = await frameOf(parts, request);
      return sendPage(reply, homePage(frame, await publishedLines(publicReader, city()), frame.today));
    });

    site.get<{ Querystring: { large?: unknown; lang?: unknown; back?: unknown } }>(
      '/public/settings',
      async ({ query }, reply) => {
        const year = { path: '/', maxAge: 31_536_000, sameSite: 'lax' as const };
        if (query.large !== undefined) reply.setCookie('large', query.large === '1' ? '1' : '0', year);
        if (query.lang !== undefined) reply.setCookie('lang', query.lang === 'en' ? 'en' : 'zh-CN', year);
        return reply.redirect(backTo(query.back), 303);
      },
    );

    site.get<{ Querystring: { name?: unknown } }>('/public/query', async (request, reply) => {
      const frame = await frameOf(parts, request);
      const text = textOf(request.query.name);
      const found = text === '' ? [] : await findClasses(publicReader, city(), text);
      return sendPage(reply, queryPage(frame, text, found, frame.today));
    });

    site.get('/public/recompute', async (request, reply) =>
      sendPage(reply, recomputePage(await frameOf(parts, request))),
    );

    site.get<{ Params: { slug: string }; Querystring: { find?: unknown; row?: unknown } }>(
      '/public/:slug',
      async (request, reply) => {
        const frame = await frameOf(parts, request);
        const published = await publishedPage(publicReader, city(), request.params.slug);
        if (!published) return sendPage(reply, missingPage(frame), 404);
        const corrections = await correctionsOf(publicReader, city(), published.slug);
        const find = textOf(request.query.find);
        const values = { entryId: textOf(request.query.row), name: '', phone: '', grounds: '' };
        const view = {
          published,
          corrections,
          today: frame.today,
          find,
          key: newId(),
          attempt: { values, faults: {} },
        };
        return sendPage(reply, publicationPage(frame, view));
      },
    );

    site.get<{ Params: { slug: string } }>('/public/:slug/data.json', async (request, reply) => {
      const published = await publishedPage(publicReader, city(), request.params.slug);
      if (!published) return sendPage(reply, missingPage(await frameOf(parts, request)), 404);
      return reply.type('application/json; charset=utf-8').send(publicationData(published.title, published.content));
    });

    site.get<{ Params: { slug: string; index: string } }>('/public/:slug/files/:index', async (request, reply) => {
      const published = await publishedPage(publicReader, city(), request.params.slug);
      const file = published?.content.files[Number(request.params.index)];
      if (!file) return sendPage(reply, missingPage(await frameOf(parts, request)), 404);
      return asDownload(reply, file.mediaType, file.name).send(file.text);
    });

    site.get<{ Params: { slug: string; format: string } }>(
      '/public/:slug/table.:format',
      { config: { rateLimit: { max: DOWNLOADS_PER_MINUTE, timeWindow: 60_000 } } },
      async (request, reply) => {
        const format = request.params.format as DownloadFormat;
        const published = await publishedPage(publicReader, city(), request.params.slug);
        if (!published || !Object.hasOwn(downloadFormats, format) || published.content.tables.length === 0)
          return sendPage(reply, missingPage(await frameOf(parts, request)), 404);
        const bytes = await downloadOf(published, format);
        return asDownload(reply, downloadFormats[format], `${published.title}.${format}`).send(Buffer.from(bytes));
      },
    );

    site.get('/public/*', async (request, reply) =>
      sendPage(reply, missingPage(await frameOf(parts, request, '/public')), 404),
    );

    serveObjectionForm(site, parts);
  });
};
