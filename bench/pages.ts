import '#platform/node-version.ts';
import { median } from './report.ts';

const usage = `npm run bench:pages -- ADDRESS [times]
Enters a running demonstration as each of its persons and asks for everything that pages read; prints what took longest.`;

interface Operation {
  readonly path: string;
  readonly needs: readonly string[];
}
interface Timed {
  readonly ms: number;
  readonly most: number;
  readonly bytes: number;
  readonly person: string;
  readonly path: string;
}

const [base, times = '7'] = process.argv.slice(2);
if (base === undefined) {
  process.stdout.write(`${usage}\n`);
  process.exit(1);
}

const get = async (path: string, cookie: string): Promise<Response> => fetch(`${base}${path}`, { headers: { cookie } });

/** Every GET of the description, those with few parameters first: what they answer names the records that the others need. */
const operations = async (): Promise<Operation[]> => {
  const { paths } = (await (await get('/api/openapi.json', '')).json()) as { paths: Record<string, object> };
  return Object.entries(paths)
    .filter(([, methods]) => 'get' in methods)
    .map(([path]) => ({ path, needs: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '') }))
    .sort((a, b) => a.needs.length - b.needs.length || a.path.length - b.path.length);
};

/** Remembers the first value of every member whose name is a parameter of some path. */
const remember = (value: unknown, ids: Map<string, string>): void => {
  if (Array.isArray(value)) for (const each of value.slice(0, 3)) remember(each, ids);
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'string' && /(Id|Hash)$/.test(name) && !ids.has(name)) ids.set(name, member);
      else remember(member, ids);
    }
};

const enter = async (key: string): Promise<string> => {
  const answer = await fetch(`${base}/api/demo/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ key }),
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};

const timed = async (path: string, cookie: string, person: string): Promise<Timed> => {
  const taken: number[] = [];
  let bytes = 0;
  for (let time = 0; time < Number(times); time += 1) {
    const from = performance.now();
    bytes = (await (await get(path, cookie)).arrayBuffer()).byteLength;
    taken.push(performance.now() - from);
  }
  return { ms: median(taken), most: Math.max(...taken), bytes, person, path };
};

const found: Timed[] = [];
const persons = (await (await get('/api/demo/persons', '')).json()) as readonly { key: string; name: string }[];
for (const { key, name } of persons) {
  const cookie = await enter(key);
  const ids = new Map<string, string>();
  for (const { path, needs } of await operations()) {
    const id = (need: string): string | undefined => ids.get(need);
    if (needs.some((need) => id(need) === undefined)) continue;
    const filled = path.replace(/\{(\w+)\}/g, (_, need: string) => encodeURIComponent(id(need) ?? ''));
    const first = await get(filled, cookie);
    if (first.status !== 200) continue;
    if (first.headers.get('content-type')?.includes('json')) remember(await first.json(), ids);
    found.push(await timed(filled, cookie, name));
  }
}
found.sort((a, b) => b.ms - a.ms);
process.stdout.write(
  `${found.length} requests as ${persons.length} persons, each ${times} times; median and longest in ms\n`,
);
for (const { ms, most, bytes, person, path } of found.slice(0, 40)) {
  const numbers = [ms.toFixed(0).padStart(6), most.toFixed(0).padStart(6), String(bytes).padStart(9)].join(' ');
  process.stdout.write(`${numbers} B  ${person}  ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g, '…')}\n`);
}
