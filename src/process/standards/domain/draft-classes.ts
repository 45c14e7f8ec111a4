import { changed, type Draft, type DraftClass, type DraftGate } from './draft-document.ts';
import { isObject, type JsonObject, own } from './reading.ts';

/** Ranked classes first, each with the rank of its place; statuses behind them. */
const ranked = (classes: readonly DraftClass[]): readonly DraftClass[] => {
  const withRank = classes.filter((one) => own(one, 'rank') !== undefined);
  const without = classes.filter((one) => own(one, 'rank') === undefined);
  return [...withRank.map((one, index) => changed(one, { rank: index + 1 })), ...without];
};

/** A class more: the last of the ranked ones, or a status. */
export const insertClass = (draft: Draft, kind: 'ranked' | 'status'): Draft => ({
  ...draft,
  classes: ranked([
    ...draft.classes,
    kind === 'ranked' ? { code: '', name: '', rank: 0, from: '' } : { code: '', name: '' },
  ]),
});

export const removeClass = (draft: Draft, index: number): Draft => ({
  ...draft,
  classes: ranked(draft.classes.filter((_, at) => at !== index)),
});

/** One step among the classes of its sort; ranks follow the places. */
export const stepClass = (draft: Draft, index: number, step: 'up' | 'down'): Draft => {
  const classes = [...ranked(draft.classes)];
  const other = step === 'up' ? index - 1 : index + 1;
  const [here, there] = [classes[index], classes[other]];
  if (!here || !there || (own(here, 'rank') === undefined) !== (own(there, 'rank') === undefined)) return draft;
  [classes[index], classes[other]] = [there, here];
  return { ...draft, classes: ranked(classes) };
};

/** Changes a class; a new code takes along every effect that names the old one, as long as no other class has it. */
export const changeClass = (draft: Draft, index: number, change: JsonObject): Draft => {
  const before = draft.classes[index];
  if (!before) return draft;
  const classes = draft.classes.map((one, at) => (at === index ? changed(one, change) : one));
  const code = own(change, 'code');
  const renamed =
    typeof code === 'string' &&
    before.code !== '' &&
    code !== before.code &&
    !draft.classes.some((one, at) => at !== index && (one.code === before.code || one.code === code));
  const next = { ...draft, classes };
  return renamed ? withCode(next, before.code, code) : next;
};

const withCode = (draft: Draft, before: string, code: string): Draft => {
  const effects = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((effect: unknown) => {
          if (!isObject(effect)) return effect;
          if (own(effect, 'cap') === before) return { ...effect, cap: code };
          return own(effect, 'status') === before ? { ...effect, status: code } : effect;
        })
      : value;
  const within = <T extends JsonObject>(member: T, name: string): T =>
    Array.isArray(own(member, name)) ? { ...member, [name]: effects(own(member, name)) } : member;
  return {
    ...draft,
    items: draft.items.map((item) => within(item, 'onFail')),
    gates: draft.gates.map((gate) => within(gate, 'effects')),
    elements: draft.elements.map((element) => {
      const floor = own(element, 'floor');
      return isObject(floor) ? { ...element, floor: within(floor, 'effects') } : element;
    }),
  };
};

export const insertGate = (draft: Draft, id: string): Draft => ({
  ...draft,
  gates: [...draft.gates, { id, title: '', fact: '', atLeast: 1, months: 12, effects: [], basis: '' }],
});

export const removeGate = (draft: Draft, id: string): Draft => ({
  ...draft,
  gates: draft.gates.filter((gate) => gate.id !== id),
});

export const changeGate = (draft: Draft, id: string, change: JsonObject): Draft => ({
  ...draft,
  gates: draft.gates.map((gate: DraftGate) => (gate.id === id ? changed(gate, change) : gate)),
});
