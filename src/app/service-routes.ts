import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Actor } from '#parties/access/domain/roles.ts';
import { openApi } from '#platform/http/openapi.ts';
import type { BoundContract } from '#platform/http/routes.ts';
import about from '../../package.json' with { type: 'json' };

/** What operators and other programs ask: is it alive, can it work, what does it offer. */
export const serveServiceRoutes = (
  http: FastifyInstance,
  pool: pg.Pool,
  bound: readonly BoundContract<Actor>[],
): void => {
  http.get('/healthz', async () => ({ alive: true, version: about.version }));

  http.get('/readyz', async (request, reply) => {
    try {
      const [row] = (await pool.query('select exists (select 1 from known_cities()) as ready')).rows as {
        ready: boolean;
      }[];
      if (row?.ready) return { ready: true };
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
    }
    return reply.code(503).send({ ready: false });
  });

  const description = openApi(
    bound.map(({ contract }) => contract),
    about.version,
  );
  http.get('/api/openapi.json', async () => description);
};
