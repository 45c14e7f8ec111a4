import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
});
