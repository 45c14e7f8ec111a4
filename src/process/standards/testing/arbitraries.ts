import fc from 'fast-check';
import { addDays, plainDate } from '#lib/plain-date.ts';
import {
  ANSWERS_FORMAT,
  type Answer,
  type Answers,
  EDITION_FORMAT,
  type Edition,
  type Effect,
  type Item,
} from '../domain/index.ts';
import { editionHash } from '../server/edition-hash.ts';

const CLASSES = [
  { code: 'A', rank: 1, from: '90' },
  { code: 'B', rank: 2, from: '74.95' },
  { code: 'C', rank: 3, from: '60' },
  { code: 'D', rank: 4, from: '0' },
  { code: '停产' },
  { code: '另定' },
];
const ELEMENTS = ['1', '1.1', '1.1.1', '1.2', '2', '2.1'];
const AS_OF = plainDate('2026-03-31');

const cap = fc.constantFrom('A', 'B', 'C', 'D').map((code) => ({ cap: code }));
const down = fc.integer({ min: 0, max: 3 }).map((by) => ({ down: by }));
const zero = fc.constantFrom(...ELEMENTS).map((id) => ({ zero: id }));
const refuse = fc.constant({ refuse: true as const });
const status = fc.constantFrom('停产', '另定').map((code) => ({ status: code }));

const few = <T>(effect: fc.Arbitrary<T>) => fc.array(effect, { maxLength: 2 });
const rarely = <T extends Effect>(common: fc.Arbitrary<T>[], rare: fc.Arbitrary<T>) =>
  few(fc.oneof(...common.map((arbitrary) => ({ arbitrary, weight: 4 })), { arbitrary: rare, weight: 1 }));

const onFail = rarely<{ cap: string } | { down: number } | { zero: string } | { refuse: true }>(
  [cap, down, zero],
  refuse,
);

const item = (index: number): fc.Arbitrary<Item> =>
  fc.record({
    id: fc.constant(`i${index}`),
    element: fc.constantFrom(...ELEMENTS),
    full: fc.integer({ min: 0, max: 20 }),
    kind: fc.constantFrom('scored', 'scored', 'mandatory', 'veto'),
    scoring: fc.constantFrom('points', 'points', 'met'),
    na: fc.constantFrom('allowed', 'forbidden'),
    onFail,
  });

const gate = (index: number) =>
  fc.record({
    id: fc.constant(`g${index}`),
    fact: fc.constantFrom('death', 'penalty'),
    atLeast: fc.integer({ min: 1, max: 3 }),
    months: fc.constantFrom(1, 12, 24),
    effects: rarely<Effect>([cap, down, zero, status], refuse),
  });

const element = (id: string) =>
  fc.record({
    id: fc.constant(id),
    parent: fc.constant(id.length === 1 ? null : id.slice(0, -2)),
    floor: fc.option(
      fc.record({
        percent: fc.integer({ min: 0, max: 100 }),
        effects: few(fc.oneof<fc.Arbitrary<{ cap: string } | { down: number }>[]>(cap, down)),
      }),
      { nil: undefined },
    ),
  });

/** Small editions in which every kind of effect and collision comes up; valid by construction. */
export const anyEdition: fc.Arbitrary<Edition> = fc
  .record({
    format: fc.constant(EDITION_FORMAT),
    unitsPerPoint: fc.constantFrom(1, 2),
    scale: fc.constantFrom(100, 1000),
    digits: fc.integer({ min: 0, max: 3 }),
    compare: fc.constantFrom('printed', 'exact'),
    classes: fc.constant(CLASSES),
    elements: fc.tuple(...ELEMENTS.map(element)),
    items: fc
      .integer({ min: 1, max: 8 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => item(at)))),
    gates: fc
      .integer({ min: 0, max: 3 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => gate(at)))),
  })
  // An absent floor has no member at all, as in a file.
  .map((edition) => JSON.parse(JSON.stringify(edition)) as Edition);

const someText = fc.option(
  fc.oneof(
    fc.constantFrom(
      '未设护栏：每处扣 2 分',
      '第一行\n第二行',
      '=1+1',
      '《安全生产法》第四条；第五条',
      ' 两端有空格 ',
      '_x000D_',
      '3.10',
    ),
    fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((text) => text.trim() !== '' && !/[\p{Cc}\ufffe\uffff]/u.test(text)),
  ),
  { nil: undefined },
);
const word = fc.option(fc.constantFrom('1.1', '1.10', '甲', '行业-一'), { nil: undefined });

const deduction = fc.oneof(
  fc.record({
    text: fc.constantFrom('缺少护栏', '每处：每人', '未检查 扣'),
    units: fc.integer({ min: 1, max: 20 }),
    per: fc.option(fc.constantFrom('处', '次扣'), { nil: undefined }),
  }),
  fc.record({ text: fc.constantFrom('未建立', '全部：扣完'), all: fc.constant(true as const) }),
);

/** The same with the members that people read, written down here and there. */
export const anyPublishableEdition: fc.Arbitrary<Edition> = anyEdition.chain((edition) =>
  fc
    .record({
      unitsPerPoint: fc.constantFrom(1, 2, 3, 7, 10),
      head: fc.record({
        title: someText,
        industry: word,
        issued: fc.constantFrom(undefined, '2026-01-31'),
        notice: someText,
        basis: someText,
        total: fc.option(fc.nat({ max: 1000 }), { nil: undefined }),
      }),
      classes: fc.tuple(
        ...edition.classes.map(() => fc.record({ name: someText, colour: word, meaning: someText, basis: someText })),
      ),
      elements: fc.tuple(
        ...edition.elements.map(() =>
          fc.record({ title: someText, clause: word, full: fc.option(fc.nat({ max: 99 }), { nil: undefined }) }),
        ),
      ),
      items: fc.tuple(
        ...edition.items.map(() =>
          fc.record({
            clause: word,
            text: someText,
            naWhen: someText,
            deduction: someText,
            deductions: fc.option(fc.array(deduction, { minLength: 1, maxLength: 3 }), { nil: undefined }),
            method: someText,
            evidence: someText,
            basis: someText,
            scope: fc.constantFrom(undefined, 'industry', 'general'),
          }),
        ),
      ),
      gates: fc.tuple(...edition.gates.map(() => fc.record({ title: someText, basis: someText }))),
    })
    .map(({ unitsPerPoint, head, classes, elements, items, gates }) => {
      const both = (list: readonly object[], more: readonly object[]) =>
        list.map((one, at) => ({ ...one, ...more[at] }));
      return JSON.parse(
        JSON.stringify({
          ...edition,
          ...head,
          unitsPerPoint,
          classes: both(edition.classes, classes),
          elements: both(edition.elements, elements),
          items: both(edition.items, items),
          gates: both(edition.gates, gates),
        }),
      ) as Edition;
    }),
);

export const anyAnswer = (of: Item): fc.Arbitrary<Answer> => {
  const given: fc.Arbitrary<Answer> =
    of.scoring === 'met'
      ? fc.boolean().map((met) => ({ met }))
      : fc
          .oneof({ weight: 2, arbitrary: fc.constant(of.full) }, { weight: 1, arbitrary: fc.nat({ max: of.full }) })
          .map((points) => ({ points }));
  return of.na === 'allowed' ? fc.oneof({ weight: 4, arbitrary: given }, fc.constant({ na: '无此设施' })) : given;
};

export const anyAnswers = (edition: Edition): fc.Arbitrary<Answers> =>
  fc
    .record({
      each: fc.tuple(...edition.items.map(anyAnswer)),
      facts: fc.array(
        fc.record({
          fact: fc.constantFrom('death', 'penalty', '其他'),
          date: fc.integer({ min: -800, max: 30 }).map((days) => addDays(AS_OF, days)),
        }),
        { maxLength: 5 },
      ),
    })
    .map(({ each, facts }) => ({
      format: ANSWERS_FORMAT,
      edition: editionHash(edition),
      asOf: AS_OF,
      answers: Object.fromEntries(each.map((answer, at) => [edition.items[at]!.id, answer])),
      facts,
    }));

export const anyCase = anyEdition.chain((edition) =>
  fc.record({ edition: fc.constant(edition), answers: anyAnswers(edition) }),
);
