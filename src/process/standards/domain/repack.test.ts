import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase } from '../testing/arbitraries.ts';
import { smallAnswers, smallEdition, smallItem } from '../testing/small-edition.ts';
import { packAnswers, repacker } from './index.ts';

const HASH = 'ab'.repeat(32);

describe('turning packs of one edition into packs of another', () => {
  it('gives what packing the same answers for the other would give, where only rules and order differ', () => {
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const later = { ...edition, items: edition.items.toReversed(), compare: 'exact' as const };
        const { bytes } = packAnswers(edition, answers.edition, answers);
        const row = Uint8Array.from([1, 2, 3, ...bytes, 4]);
        const { bytes: made, length, unanswered } = repacker(edition, later, HASH)(row, 3, 3 + bytes.length);
        expect(unanswered).toBe(0);
        expect(made.slice(0, length)).toEqual(packAnswers(later, HASH, answers).bytes);
      }),
    );
  });

  const earlier = smallEdition({
    items: [smallItem('same'), smallItem('dearer'), smallItem('met'), smallItem('na'), smallItem('gone')],
  });
  const later = smallEdition({
    items: [
      smallItem('new'),
      smallItem('na', { na: 'forbidden' }),
      smallItem('met', { scoring: 'met' }),
      smallItem('dearer', { full: 12 }),
      smallItem('same', { text: '改写' }),
    ],
  });
  const packed = (na: { na: string } | number) => {
    const given = smallAnswers(earlier, { same: 7, dearer: 8, met: 10, na, gone: 9 }, [['death', '2026-02-01']]);
    return packAnswers(earlier, given.edition, given).bytes;
  };

  it('guesses no answer for an item that is new, worth something else, answered otherwise or no longer optional', () => {
    const repack = repacker(earlier, later, HASH);
    const bytes = packed({ na: '无' });
    expect(repack(bytes, 0, bytes.length).unanswered).toBe(4);
    const applying = packed(3);
    const made = repack(applying, 0, applying.length);
    expect(made.unanswered).toBe(3);
    expect(Array.from(made.bytes.slice(44, 54))).toEqual([0, 0, 3, 0, 0, 0, 0, 0, 7, 0]);
    expect(made.bytes.slice(54, made.length)).toEqual(applying.slice(54));
  });

  it('carries nothing over where a point is worth another number of units', () => {
    const bytes = packed(3);
    expect(repacker(earlier, { ...earlier, unitsPerPoint: 4 }, HASH)(bytes, 0, bytes.length).unanswered).toBe(5);
  });
});
