import { describe, expect, it } from 'vitest';
import type { StoredVerdict } from '../../verdict-shapes.ts';
import { createVerdictStore, verdictsOf } from './verdict-store.ts';

const stored = (change: Partial<StoredVerdict> = {}): StoredVerdict => ({
  verdict: 'agree',
  comment: '',
  revision: 1,
  decidedByName: '何东一',
  decidedAt: '2026-09-10T02:00:00.000Z',
  ...change,
});

describe('verdicts on the page', () => {
  it('keep what was changed here until the server has something newer', () => {
    const store = createVerdictStore({ a: stored(), b: stored() });
    store.set({ a: { verdict: 'adjust', points: 3, comment: '不符', revision: 1 } });
    store.receive({ a: stored(), b: stored() }, () => false);
    expect(store.get('a')).toMatchObject({ verdict: 'adjust', points: 3 });
    store.confirmed({ a: 2 });
    store.receive({ a: stored({ revision: 2 }), b: stored({ verdict: 'refuse-na', revision: 2 }) }, () => false);
    expect(store.get('a')).toMatchObject({ verdict: 'adjust', revision: 2 });
    expect(store.get('b')).toMatchObject({ verdict: 'refuse-na' });
  });

  it('do not take over what still waits or was refused here', () => {
    const store = createVerdictStore({ a: stored() });
    store.receive({ a: stored({ verdict: 'refuse-na', revision: 5 }) }, (id) => id === 'a');
    expect(store.get('a')).toMatchObject({ verdict: 'agree', revision: 1 });
  });

  it('leave out what was taken back', () => {
    const store = createVerdictStore({ a: stored(), b: stored() });
    store.set({ a: { verdict: null, comment: '', revision: 1 } });
    expect(verdictsOf(store.all())).toEqual([{ itemId: 'b', verdict: 'agree', comment: '' }]);
  });
});
