import { describe, expect, it } from 'vitest';
import { createDraftStore, emptyItem } from './draft-store.ts';

const at = (met: boolean, v: number) => ({ answer: { met }, reason: '', comment: '', v });

describe('the answers of the sheet', () => {
  it('take over what is newer on the server, but not over what was changed here', () => {
    const store = createDraftStore({ a: at(true, 1), b: at(true, 1), c: at(true, 3) });
    store.set('b', { answer: { met: false }, reason: '', comment: '' });
    store.receive({ a: at(false, 2), b: at(true, 2), c: at(false, 2) }, (id) => id === 'b');
    expect([store.get('a'), store.get('b'), store.get('c')]).toEqual([at(false, 2), at(false, 1), at(true, 3)]);
  });

  it('keep one value for an item as long as it does not change, so that its row is not rendered again', () => {
    const store = createDraftStore({ a: at(true, 1) });
    const before = store.get('a');
    store.set('b', { answer: { met: true }, reason: '', comment: '' });
    expect(store.get('a')).toBe(before);
    expect(store.get('never answered')).toBe(emptyItem);
  });

  it('forget counted deductions when the points are entered as such', () => {
    const store = createDraftStore({
      a: { answer: { points: 6 }, reason: '', comment: '', deductions: { 0: 2 }, v: 1 },
    });
    store.set('a', { answer: { points: 7 }, reason: '', comment: '' });
    expect(store.get('a')).toEqual({ answer: { points: 7 }, reason: '', comment: '', v: 1 });
    store.set('a', { answer: { points: 4 }, reason: '', comment: '', deductions: { 0: 3 } });
    expect(store.get('a')).toEqual({ answer: { points: 4 }, reason: '', comment: '', deductions: { 0: 3 }, v: 1 });
  });

  it('tell those who listen, once a change', () => {
    const store = createDraftStore({});
    let told = 0;
    const stop = store.subscribe(() => {
      told += 1;
    });
    store.set('a', { answer: null, reason: '', comment: '注' });
    store.confirmed('a', 4);
    stop();
    store.set('a', { answer: null, reason: '', comment: '' });
    expect([told, store.get('a').v]).toEqual([2, 4]);
  });
});
