import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createWorld, type World } from '../../tests/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('what operators and other programs ask', () => {
  it('says that it is alive and ready', async () => {
    expect(await world.nobody.get('/healthz')).toMatchObject({ status: 200, body: { alive: true } });
    expect(await world.nobody.get('/readyz')).toMatchObject({ status: 200, body: { ready: true } });
  });

  it('describes every endpoint in OpenAPI 3.1, with who may call it and the key that commands need', async () => {
    const { body } = await world.nobody.get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    for (const { contract } of world.app.bound) {
      for (const [name, endpoint] of Object.entries(contract)) {
        const operation = body.paths[endpoint.path]?.[endpoint.method.toLowerCase()];
        expect(operation, endpoint.path).toMatchObject({ operationId: name, 'x-roles': endpoint.roles });
        const header = operation.parameters.some((parameter: { in: string }) => parameter.in === 'header');
        expect(header).toBe(endpoint.kind === 'command');
      }
    }
  });

  it('answers an address that does not exist with a code and not with a page', async () => {
    expect(await world.nobody.get('/api/nothing')).toMatchObject({ status: 404 });
  });

  it('asks to try again while the database is away, and calls nothing else an outage', async () => {
    const away = Object.assign(new Error('the database system is starting up'), { code: '57P03' });
    const connect = vi.spyOn(world.database.app, 'connect').mockRejectedValueOnce(away as never);
    expect(await world.as('auditor').get('/api/audit-entries')).toMatchObject({
      status: 503,
      body: { fault: { code: 'platform.unavailable', again: 'retry' } },
    });
    connect.mockRejectedValueOnce(new Error('a bug') as never);
    expect(await world.as('auditor').get('/api/audit-entries')).toMatchObject({
      status: 500,
      body: { fault: { code: 'platform.failed', again: 'retry' } },
    });
    connect.mockRestore();
    expect((await world.as('auditor').get('/api/audit-entries')).status).toBe(200);
  });

  it('says on the public site, too, that the database is away', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const query = vi.spyOn(world.database.publicReader, 'query').mockRejectedValue(away as never);
    const answer = await world.nobody.get('/public');
    query.mockRestore();
    expect(answer.status).toBe(503);
    expect(answer.body).toContain('一分钟后再试');
  });
});
