import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { useLowestPasswordCost } from '#parties/people/server/passwords.ts';
import { createWorld, type World } from '../../../tests/world.ts';
import { citiesOf } from '../application.ts';
import { capture } from './capture.ts';
import { createIn, run } from './create-admin.ts';

let world: World;
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C');
  useLowestPasswordCost();
  world = await createWorld();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await world.close();
});

const create = async (login: string, name: string) => {
  const [city] = await citiesOf(world.database.app);
  return capture((_args, io) => createIn(world.app, city, { login, name }, io), []);
};

describe('create-admin', () => {
  it('prints a code that opens an administrator, and records who did it', async () => {
    const { code, stdout } = await create('Operator.One', '值机员');
    expect(code).toBe(0);
    const [, printed] = /\n {2}([A-Z0-9-]{14})\n/.exec(stdout) ?? [];
    const opened = await world.nobody.post('/api/activation', { code: printed, password: 'Anping-2026-test' });
    expect(opened.body.person).toMatchObject({ login: 'operator.one', roles: ['administrator'] });
    const { rows } = await world.database.owner.query(
      `select actor_name from audit_entries where command = 'people.create-administrator'`,
    );
    expect(rows).toEqual([{ actor_name: '系统' }]);
  });

  it('names a login that is taken', async () => {
    await create('operator.two', '值机员');
    const { code, stderr } = await create('OPERATOR.two', '值机员');
    expect(code).toBe(1);
    expect(stderr).toContain('[login.taken]');
  });

  it('asks to start once where there is no city', async () => {
    const answer = await capture((_args, io) => createIn(world.app, undefined, { login: 'abc', name: '甲' }, io), []);
    expect(answer).toMatchObject({ code: 1, stdout: '' });
    expect(answer.stderr).toContain('start the server once');
  });

  it.each([
    [[], 'option.missing'],
    [['--login', 'ab', '--name', '甲'], 'option.valueMalformed'],
    [['--login', 'abc', '--name', '长'.repeat(41)], 'option.valueMalformed'],
    [['--login', 'abc', '--password', 'x'], 'option.unknown'],
  ])('shows how it is used after %j', async (args, code) => {
    const answer = await capture(run, args);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toContain(`[${code}]`);
    expect(answer.stderr).toContain('create-admin --login LOGIN --name NAME');
  });
});
