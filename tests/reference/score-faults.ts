import type { Picks } from './draw-cases.ts';

/** JSON text put in as it stands: a number in an unusual spelling, an object with one name twice. */
export class Literal {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export type Json = string | number | boolean | null | Literal | Json[] | Map<string, Json> | { [name: string]: Json };
export interface Case {
  readonly edition: Record<string, Json>;
  readonly answers: Record<string, Json>;
}
type Fields = Record<string, Json>;

const list = (owner: Fields, name: string) => (owner[name] ?? []) as Fields[];
const put = (fields: Fields | undefined, name: string, value: Json) => {
  if (fields !== undefined) fields[name] = value;
};

const EFFECTS: Json[] = [
  {},
  { cap: 'none' },
  { down: 1.5 },
  { down: '1' },
  { zero: 'none' },
  { refuse: false },
  { fine: 5 },
];
EFFECTS.push({ status: 'A' }, { cap: '停产' }, { cap: 'A', down: 1 }, 'refuse', null, { status: 'none' }, []);

/** One thing wrong, of those that the format rules out; now and then it does no harm in the case at hand. */
export function broken(p: Picks, given: Case): Case {
  const edition = structuredClone(given.edition) as Fields;
  const answers = structuredClone(given.answers) as Fields;
  const own = answers.answers as Map<string, Json>;
  const pick = (name: string): Fields | undefined => {
    const choices = list(edition, name);
    return choices.length === 0 ? undefined : p.of(choices);
  };
  const ranked = list(edition, 'classes').filter((entry) => 'rank' in entry);
  const someItem = () => p.of([...own.keys()]);
  const odd = (): Json => p.of<Json>([null, '1', 1.5, -1, true, [], {}, '']);
  const drop = (owner: Fields | undefined) => {
    const keys = Object.keys(owner ?? {});
    if (owner !== undefined && keys.length > 0) delete owner[p.of(keys)];
  };
  const grow = (name: string) => {
    const entry = pick(name);
    if (entry !== undefined) list(edition, name).push({ ...entry });
  };
  const effectInto = (owner: Fields | undefined, name: string, effect: Json) => {
    if (owner !== undefined) (owner[name] as Json[]).push(effect);
  };
  const floors = list(edition, 'elements').flatMap((entry) => ('floor' in entry ? [entry.floor as Fields] : []));
  const elementIds = list(edition, 'elements').map((entry) => entry.id as string);
  p.of<() => void>([
    () => put(edition, p.of(['format', 'compare']), p.of(['anping-edition-v2', 'anping-answers-v1', 'Printed', ''])),
    () => put(edition, p.of(['scale', 'digits', 'unitsPerPoint']), p.of<Json>(['1', 1.5, -1, null, [1]])),
    () => put(edition, p.of(['classes', 'elements', 'items', 'gates']), odd()),
    () => drop(p.of([edition, pick('classes'), pick('elements'), pick('items'), pick('gates'), p.of([...floors, {}])])),
    () => drop(answers),
    () => grow(p.of(['classes', 'elements', 'items', 'gates'])),
    () => put(p.of(ranked), 'rank', p.of<Json>([0, 1, 2, 3, 6, 1.5, '1', -1])),
    () =>
      put(
        p.of(ranked),
        'from',
        p.of<Json>(['0', '0.0', '0.5', 50, '', '1e1', '-1', '00', '.5', '5.', '９', 'x', null]),
      ),
    () => put(edition, 'classes', [{ code: '停产' }]),
    () => put(pick('elements'), 'parent', p.of<Json>([...elementIds, 'none', 1, true])),
    () =>
      put(pick('elements'), 'floor', p.of<Json>([{}, { percent: '1', effects: [] }, { percent: 1.5, effects: [] }, 5])),
    () => put(pick('items'), 'element', p.of<Json>(['none', null, 1])),
    () => put(pick('items'), 'full', p.of<Json>([-1, 1.5, '1', null])),
    () => put(pick('items'), p.of(['kind', 'scoring', 'na']), p.of(['Scored', 'point', 'yes', ''])),
    () => put(pick('items'), 'onFail', p.of<Json>([null, {}, 'refuse'])),
    () => put(pick('gates'), p.of(['atLeast', 'months']), p.of<Json>(['1', 1.5, null])),
    () => put(pick('gates'), 'effects', p.of<Json>([null, {}, 'refuse'])),
    () => effectInto(pick('items'), 'onFail', p.of(EFFECTS)),
    () => effectInto(pick('items'), 'onFail', { status: '停产' }),
    () => effectInto(pick('gates'), 'effects', p.of(EFFECTS)),
    () =>
      effectInto(p.of([...floors, undefined]), 'effects', p.of<Json>([...EFFECTS, { refuse: true }, { zero: 'a' }])),
    () => own.delete(someItem()),
    () =>
      own.set(
        p.of(['none', 'constructor', '__proto__', ' a']),
        p.of<Json>([{ points: 0 }, { met: true }, { na: 'x' }]),
      ),
    () =>
      own.set(
        someItem(),
        p.of<Json>([{ points: 0 }, { points: 1 }, { points: 5000 }, { points: -1 }, { points: 0.5 }]),
      ),
    () =>
      own.set(someItem(), p.of<Json>([{ met: true }, { met: 1 }, { met: 'true' }, { points: '1' }, { points: true }])),
    () => own.set(someItem(), p.of<Json>([{ na: '' }, { na: 'x' }, { na: true }, { na: null }, {}, null, 1, []])),
    () => own.set(someItem(), p.of<Json>([{ points: 0, na: 'x' }, { met: true, points: 0 }, { none: 1 }])),
    () => put(answers, 'edition', p.of<Json>(['', '0'.repeat(64), null])),
    () => put(answers, 'format', p.of<Json>(['anping-edition-v1', 'anping-answers-v2', null])),
    () =>
      put(
        answers,
        'asOf',
        p.of<Json>(['2023-02-29', '2024-13-01', '2024-1-1', '2024-00-10', '2024-04-31', '', 20240101]),
      ),
    () =>
      put(
        answers,
        'asOf',
        p.of<Json>(['2100-02-29', '1900-02-29', '2024-02-30', '2024-01-01T00:00:00Z', '２０２４-01-01', null]),
      ),
    () => put(answers, 'answers', p.of<Json>([null, [], 'x', {}])),
    () =>
      put(answers, 'facts', p.of<Json>([null, {}, [null], [{}], [{ fact: 'x' }], [{ fact: 'x', date: '2023-02-29' }]])),
    () => {
      const lines = [...own].map(([id, answer]) => `${JSON.stringify(id)}:${JSON.stringify(answer)}`);
      put(answers, 'answers', new Literal(`{${[...lines, p.of(lines)].join(',')}}`));
    },
    () => put(answers, 'facts', p.of<Json>([[{ fact: 1, date: '2024-01-01' }], ['x'], [{ date: '2024-01-01' }]])),
  ])();
  return { edition, answers };
}
