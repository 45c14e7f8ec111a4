import { randomUUID } from 'node:crypto';
import type { Call } from './load.ts';
import { type BenchAnswer, benchAnswers } from './payload.ts';
import type { Draft, Seeded } from './seed.ts';

/** A call of the product and the call of the reference that it is measured against. */
export interface Pair {
  readonly name: string;
  readonly product: () => Call;
  readonly bare: () => Call;
  /** Run before each round of the product, not measured: makes so many calls possible. */
  readonly prepare?: (calls: number) => Promise<void>;
}

const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

/** The whole self-assessment at once: the product finds the answers where they were saved before, the reference is sent them. */
export const submitPair = (seeded: Seeded, authorization: string, takeBack: () => Promise<void>): Pair => {
  let nth = 0;
  const body = JSON.stringify({ declaration: seeded.toSubmit[0]?.id, answers: benchAnswers(seeded.edition) });
  return {
    name: 'submit 200 answers',
    prepare: async (calls) => {
      if (seeded.toSubmit.length - nth >= calls) return;
      await takeBack();
      nth = 0;
    },
    product: () => {
      const draft = seeded.toSubmit[nth++];
      if (draft === undefined) throw new Error('the drafts ran out: give a shorter --ms or more --drafts');
      return {
        method: 'POST',
        path: `/api/declarations/${draft.id}/submissions`,
        headers: { cookie: draft.cookie, 'idempotency-key': randomUUID() },
        body: JSON.stringify({ baseVersion: 1, truthful: true, warningsAccepted: true }),
      };
    },
    bare: () => ({ method: 'POST', path: '/submissions', headers: { authorization }, body }),
  };
};

/** One section, every answer of it changed by each save. */
export const savePair = (seeded: Seeded, authorization: string): Pair => {
  const section = seeded.edition.items[0]?.element ?? '';
  const inSection = new Set(seeded.edition.items.filter((item) => item.element === section).map((item) => item.id));
  const answers = benchAnswers(seeded.edition).filter(({ item }) => inSection.has(item));
  const items = (turn: number) =>
    Object.fromEntries(
      answers.map(({ item, points, comment }: BenchAnswer) => [
        item,
        { answer: { points: (points + turn) % 11 }, reason: '按扣分标准扣减', comment },
      ]),
    );
  const bodyOf = (turn: number): string => JSON.stringify({ baseVersion: turn, items: items(turn) });
  let nth = 0;
  let bareNth = 0;
  const call = (turn: number, id: string, prefix: string, headers: Call['headers']): Call => ({
    method: 'PUT',
    path: `${prefix}/declarations/${id}/sections/${section}`,
    headers,
    body: bodyOf(turn),
  });
  const { toSave } = seeded;
  const place = (count: number): { turn: number; draft: Draft } => ({
    turn: 1 + Math.floor(count / toSave.length),
    draft: toSave[count % toSave.length] ?? { id: '', cookie: '' },
  });
  return {
    name: `save a section of ${answers.length} answers`,
    product: () => {
      const { turn, draft } = place(nth++);
      return call(turn, draft.id, '/api', { cookie: draft.cookie, 'idempotency-key': randomUUID() });
    },
    bare: () => {
      const { turn, draft } = place(bareNth++);
      return call(turn, draft.id, '', { authorization });
    },
  };
};

export const readPair = (
  authorization: string,
  ids: { readonly product: readonly Draft[]; readonly bare: readonly string[] },
): Pair => ({
  name: 'read one submission',
  product: () => {
    const { id, cookie } = any(ids.product);
    return { method: 'GET', path: `/api/submissions/${id}`, headers: { cookie } };
  },
  bare: () => ({ method: 'GET', path: `/submissions/${any(ids.bare)}`, headers: { authorization } }),
});

/** The product also counts the rows that fit; the reference does not. */
export const listPair = (seeded: Seeded, authorization: string, name: string, filter: string): Pair => ({
  name,
  product: () => ({
    method: 'GET',
    path: `/api/campaigns/${seeded.campaignId}/units${filter}`,
    headers: { cookie: seeded.officeCookie },
  }),
  bare: () => ({ method: 'GET', path: `/units${filter}`, headers: { authorization } }),
});
