import Fastify from 'fastify';
import pg from 'pg';

/**
 * The reference: what Fastify and pg do with the same data and nothing else: no session, no role, no check of a value, no
 * score, no audit row. A process of its own, a pool as large as the product's, prepared statements.
 */
const connection = JSON.parse(process.env.BENCH_BARE ?? '{}') as pg.ClientConfig;
const token = process.env.BENCH_TOKEN ?? '';
const pool = new pg.Pool({ ...connection, max: 16 });
const http = Fastify({ bodyLimit: 2 * 1024 * 1024 });

http.addHook('onRequest', async (request, reply) => {
  if (request.headers.authorization !== `Bearer ${token}`) return reply.code(401).send({});
});

http.post<{ Body: { declaration: string; answers: unknown } }>('/submissions', async ({ body }) => {
  const { rows } = await pool.query({
    name: 'submit',
    text: 'insert into bare_submissions (declaration_id, answers) values ($1, $2) returning id',
    values: [body.declaration, JSON.stringify(body.answers)],
  });
  return rows[0];
});

http.put<{ Params: { id: string; section: string }; Body: { items: unknown } }>(
  '/declarations/:id/sections/:section',
  async ({ params, body }) => {
    const { rows } = await pool.query({
      name: 'save',
      text: `insert into bare_sections (declaration_id, section, answers) values ($1, $2, $3)
        on conflict (declaration_id, section) do update set answers = excluded.answers, version = bare_sections.version + 1
        returning version`,
      values: [params.id, params.section, JSON.stringify(body.items)],
    });
    return rows[0];
  },
);

http.get<{ Params: { id: string } }>('/submissions/:id', async ({ params }) => {
  const { rows } = await pool.query({
    name: 'read',
    text: 'select id, declaration_id, answers, created_at from bare_submissions where id = $1',
    values: [params.id],
  });
  return rows[0];
});

http.get<{ Querystring: { division?: string; state?: string } }>('/units', async ({ query }) => {
  const columns = `id, unit_name, enterprise_name, credit_code, industry, division, body, affiliation, receiver, state`;
  const { rows } = await pool.query(
    query.division === undefined
      ? { name: 'all', text: `select ${columns} from bare_units order by id limit 50`, values: [] }
      : {
          name: 'some',
          text: `select ${columns} from bare_units where division = $1 and state = $2 order by id limit 50`,
          values: [query.division, query.state],
        },
  );
  return { rows };
});

await http.listen({ host: '127.0.0.1', port: Number(process.env.BENCH_PORT ?? 0) });
const address = http.server.address();
process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
process.once('SIGTERM', () => void http.close().then(() => pool.end()));
