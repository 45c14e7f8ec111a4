import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { dayOf, type PlainDate } from '#lib/plain-date.ts';
import type { Clock } from '#platform/clock.ts';
import type { Language } from '#platform/text.ts';
import { type Frame, frameFor } from './layout.ts';

export interface ReaderParts {
  readonly publicReader: pg.Pool;
  readonly clock: Clock;
  readonly city: () => number;
}

export type PublicFrame = Frame & { readonly today: PlainDate };

/** How a reader wants pages shown (cookies `lang` and `large`), and of which city they are. `path`: where a switch leads back to. */
export const frameOf = async (
  { publicReader, clock, city }: ReaderParts,
  request: FastifyRequest,
  path = request.url,
): Promise<PublicFrame> => {
  const { rows } = await publicReader.query<{ name: string; demonstration_date: PlainDate | null }>(
    'select name, demonstration_date from cities where city_id = $1',
    [city()],
  );
  const { name = '', demonstration_date: demonstrationDate = null } = rows[0] ?? {};
  const frame = frameFor(...wishesOf(request), name, demonstrationDate, path);
  return { ...frame, today: demonstrationDate ?? dayOf(clock.now()) };
};

const wishesOf = ({ cookies }: FastifyRequest): [Language, boolean] => [
  cookies.lang === 'en' ? 'en' : 'zh-CN',
  cookies.large === '1',
];

/** A frame that needs no database: for saying that it is away. */
export const frameWithoutDatabase = (request: FastifyRequest): Frame =>
  frameFor(...wishesOf(request), '', null, '/public');

export const sendPage = (reply: FastifyReply, text: string, status = 200): FastifyReply =>
  reply.code(status).header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(text);

/** Also where the name is Chinese (RFC 6266). */
export const asDownload = (reply: FastifyReply, mediaType: string, name: string): FastifyReply =>
  reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
