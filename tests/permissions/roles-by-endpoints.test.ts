import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, roles } from '#parties/access/domain/roles.ts';
import { newId } from '#platform/ids.ts';
import { createWorld, type Visitor, type World } from '../world.ts';
import { expected } from './expected.ts';

let world: World;
const visitors = new Map<Role | 'nobody', Visitor>();

const signIn = async (role: Role): Promise<void> => {
  const ofEnterprise = role === 'enterprise' || role === 'enterprise-manager';
  const of = ofEnterprise ? { enterpriseId: newId() } : role === 'expert' ? {} : { bodyId: 'bureau-dongqu' };
  const { accountId } = await world.person(role, [role], of);
  visitors.set(role, await world.asAccount(accountId ?? ''));
};

beforeAll(async () => {
  world = await createWorld();
  visitors.set('nobody', world.nobody);
  for (const role of roles) await signIn(role);
});
afterAll(() => world.close());

const endpoints = () => world.app.bound.flatMap(({ contract }) => Object.values(contract));
const filled = (path: string): string => path.replace(/\{\w+\}/g, () => newId());

describe('every role on every endpoint', () => {
  it('knows every endpoint there is, and none that is gone', () => {
    const there = endpoints().map(({ method, path }) => `${method} ${path}`);
    expect(there.length).toBeGreaterThan(20);
    expect(new Set(there).size).toBe(there.length);
    expect(Object.keys(expected).sort()).toEqual(there.sort());
  });

  it('lets in exactly the roles that are expected, whatever the endpoint itself declares', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const endpoint of endpoints()) {
      const name = `${endpoint.method} ${endpoint.path}`;
      const allowed = expected[name];
      if (!allowed) continue;
      for (const [role, visitor] of visitors) {
        tried += 1;
        const path = filled(endpoint.path);
        const answer =
          endpoint.method === 'GET' ? await visitor.get(path) : await visitor.send(endpoint.method, path, {});
        const code = answer.body?.fault?.code as string | undefined;
        const kept = code === 'access.notYourRole' ? 'role' : code === 'session.none' ? 'session' : 'in';
        const wanted =
          allowed === 'public'
            ? 'in'
            : role === 'nobody'
              ? 'session'
              : allowed === 'signed-in' || allowed.includes(role)
                ? 'in'
                : 'role';
        if (kept !== wanted) wrong.push(`${name} as ${role}: ${answer.status} ${code ?? ''}, expected ${wanted}`);
        if (answer.status >= 500) wrong.push(`${name} as ${role}: ${answer.status}`);
        // Signing out ends the session that the next endpoint needs.
        if (name === 'DELETE /api/session' && role !== 'nobody') await signIn(role);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBe(endpoints().length * (roles.length + 1));
  }, 120_000);
});
