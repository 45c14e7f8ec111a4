import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallEdition, smallItem } from '../testing/small-edition.ts';
import { editionFaults, parseEdition } from './index.ts';

const faultsOf = (value: unknown) => editionFaults(value).map(({ path, code }) => `${path} ${code}`);

describe('the faults of a document', () => {
  it('name what does not read and what publishing asks for in one list', () => {
    const items = [
      { ...smallItem('a', { clause: '1.1', text: '要求', basis: '依据' }), full: '五' },
      smallItem('a', { clause: '1.1', text: '要求', element: '9' }),
    ];
    const elements = [
      { id: '1', parent: '2', title: '甲' },
      { id: '2', parent: '1', title: '乙' },
    ];
    const found = faultsOf({ ...smallEdition(), total: 30, elements, items });
    expect(found).toEqual(
      expect.arrayContaining([
        'elements[0].parent edition.parentCycle',
        'elements[1].parent edition.parentCycle',
        'items[0].full edition.pointsNotInteger',
        'items[1].id edition.idRepeated',
        'items[1].element edition.elementUnknown',
        'items[1].clause edition.clauseRepeated',
        'items[1].basis edition.basisMissing',
        'title edition.titleMissing',
      ]),
    );
    // Without whole points of every item there is no sum to hold the total against.
    expect(found).not.toContain('total edition.totalDiffers');
  });

  it('say nothing of a member twice', () => {
    const found = faultsOf({ ...smallEdition(), items: [null, { ...smallItem('b'), onFail: 'C' }] });
    expect(found.filter((line) => line.startsWith('items[0]'))).toEqual(['items[0] edition.notAnObject']);
    expect(found.filter((line) => line.startsWith('items[1].onFail'))).toEqual(['items[1].onFail edition.notAList']);
  });

  it('of anything at all are found without an exception, and none are missing that parsing finds', () => {
    const member = fc.oneof(
      fc.json().map((text) => JSON.parse(text) as unknown),
      fc.constantFrom(...smallEdition().items, ...smallEdition().classes),
    );
    const any = fc.record(
      Object.fromEntries(
        ['format', 'scale', 'classes', 'elements', 'items', 'gates', 'total'].map((name) => [
          name,
          fc.oneof(member, fc.array(member, { maxLength: 3 })),
        ]),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(any, member), (value) => {
        const parsed = parseEdition(value);
        const found = editionFaults(value);
        if (!parsed.ok) expect(found).toEqual(expect.arrayContaining([...parsed.error.issues]));
      }),
    );
  });
});
