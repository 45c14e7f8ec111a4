import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRunning } from '#platform/processes.ts';
import { instanceFolder, postmasterOf, type Running, runProgram, startInstance } from './instance-process.ts';

type Instance = Running & { readonly address: string };

let place: Awaited<ReturnType<typeof instanceFolder>>;
let instance: Instance;
let cookie = '';

const post = async (
  path: string,
  body: unknown,
  key: string,
): Promise<{ status: number; body: { fault?: { again: string } } }> => {
  const answer = await fetch(`${instance.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
    body: JSON.stringify(body),
  });
  const [session] = answer.headers.getSetCookie();
  if (session) cookie = session.split(';')[0] ?? '';
  return { status: answer.status, body: await answer.json() };
};

let serial = 0;
const confirmed = new Set<string>();
/** Invites one person and notes it once the server has confirmed; what was said otherwise, and what broke, is the answer. */
const invite = async (): Promise<number | 'broken'> => {
  serial += 1;
  const login = `auditor-${serial}`;
  const body = { name: `审计${serial}`, login, roles: ['auditor'], bodyId: 'city-bureau', industries: [] };
  try {
    const { status } = await post('/api/accounts', body, randomUUID());
    if (status === 200) confirmed.add(login);
    return status;
  } catch {
    return 'broken';
  }
};
/** Several people at work until told to stop; the distinct answers that they got. */
const workUntil = async (stop: Promise<unknown>): Promise<Set<number | 'broken'>> => {
  const answers = new Set<number | 'broken'>();
  let stopped = false;
  void stop.then(() => {
    stopped = true;
  });
  const worker = async (): Promise<void> => {
    while (!stopped) answers.add(await invite());
  };
  await Promise.all([worker(), worker(), worker()]);
  return answers;
};
const accounts = async (): Promise<string[]> => {
  const logins: string[] = [];
  for (let page = 1; ; page++) {
    const answer = await fetch(`${instance.address}/api/accounts?role=auditor&size=100&page=${page}`, {
      headers: { cookie },
    });
    const { rows, total } = (await answer.json()) as { rows: { login: string }[]; total: number };
    logins.push(...rows.map(({ login }) => login));
    if (logins.length >= total || rows.length === 0) return logins;
  }
};
/** Every confirmed account is there, and none twice. */
const expectEverythingConfirmed = async (): Promise<void> => {
  const there = await accounts();
  expect(new Set(there).size).toBe(there.length);
  expect([...confirmed].filter((login) => !there.includes(login))).toEqual([]);
};
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const kill = async (running: Running): Promise<void> => {
  running.child.kill('SIGKILL');
  await running.ended;
};

beforeAll(async () => {
  place = await instanceFolder();
  instance = await startInstance(place.env, ['--empty']);
  const [, token = ''] = await instance.line(/first-administrator\?token=([\w-]+)/);
  const administrator = { token, login: 'administrator', name: '安静', password: 'correct horse 7 battery' };
  expect((await post('/api/first-administrator', administrator, randomUUID())).status).toBe(200);
}, 120_000);
afterAll(async () => {
  instance?.child.kill('SIGTERM');
  await instance?.ended;
  await place?.remove();
});

describe('an instance on its own data folder', () => {
  it('keeps files for its own user only', async () => {
    expect((await stat(join(place.folder, 'files'))).mode & 0o777).toBe(0o700);
  });

  it('goes on by itself when its database is killed, and asks to try again meanwhile', async () => {
    const killing = pause(300).then(async () => {
      process.kill(await postmasterOf(place.folder), 'SIGKILL');
      await pause(2_500);
    });
    const answers = await workUntil(killing);
    expect([...answers].filter((answer) => answer !== 200 && answer !== 503)).toEqual([]);
    expect(answers).toContain(200);
    await expect.poll(invite, { timeout: 20_000, interval: 200 }).toBe(200);
    await expectEverythingConfirmed();
  });

  it.each(['the server', 'the server and its database'])(
    'comes up with everything confirmed after %s was killed',
    async (what) => {
      const postmaster = await postmasterOf(place.folder);
      const before = confirmed.size;
      const killing = pause(400).then(async () => {
        if (what !== 'the server') process.kill(postmaster, 'SIGKILL');
        await kill(instance);
      });
      await workUntil(killing);
      expect(confirmed.size).toBeGreaterThan(before);
      instance = await startInstance(place.env);
      await expectEverythingConfirmed();
      expect(await invite()).toBe(200);
      const audit = runProgram('src/app/cli.ts', ['verify-audit'], place.env);
      expect([await audit.ended, audit.said()]).toEqual([0, expect.stringContaining('0 findings')]);
    },
  );

  it('gives the first answer again to what was sent twice across a crash', async () => {
    const body = { name: '审计甲', login: 'auditor-twice', roles: ['auditor'], bodyId: 'city-bureau', industries: [] };
    const path = '/api/calendar-years';
    const days = ['01-01', '02-06', '02-07', '02-08', '04-05', '05-01', '06-09', '09-15', '10-01', '10-02', '10-03'];
    const year = {
      year: 2199,
      holidays: days.map((day) => `2199-${day}`),
      makeUpWorkdays: [],
      source: '国办发明电〔2198〕1号',
      reason: '',
      baseVersion: 0,
    };
    const key = randomUUID();
    const first = await post(path, year, key);
    expect(first.status).toBe(200);
    await kill(instance);
    instance = await startInstance(place.env);
    expect(await post(path, year, key)).toEqual(first);
    expect((await post('/api/accounts', body, randomUUID())).status).toBe(200);
    expect((await post('/api/accounts', body, randomUUID())).body.fault).toMatchObject({ code: 'login.taken' });
  });

  it('says where it already runs, and which port is taken', async () => {
    const second = runProgram('src/app/start.ts', [], place.env);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(instance.address);
    const other = await instanceFolder();
    const port = new URL(instance.address).port;
    const third = runProgram('src/app/start.ts', ['--empty'], { ...other.env, PORT: port });
    expect(await third.ended).toBe(1);
    expect(third.said()).toContain(`端口 ${port}（127.0.0.1）已被别的程序占用`);
    expect(third.said()).not.toContain('    at ');
    await other.remove();
  });

  it('stops in order when it is told to, and takes its database with it', async () => {
    const postmaster = await postmasterOf(place.folder);
    instance.child.kill('SIGTERM');
    expect(await instance.ended).toBe(0);
    expect(isRunning(postmaster)).toBe(false);
  });
});
