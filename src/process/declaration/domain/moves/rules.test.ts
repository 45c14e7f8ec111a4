import { describe, expect, it } from 'vitest';
import { mayBeDirected, moveRowOf, moveStageOf, moveStages, moveTable } from './rules.ts';

describe('what becomes of a declaration that goes elsewhere', () => {
  it.each([
    ['not-started', null, false, 'not-started', 'expects'],
    ['draft', null, false, 'in-hand', 'expects'],
    ['returned', null, false, 'in-hand', 'expects'],
    ['to-sign', null, false, 'to-sign', 'expects'],
    ['not-assessed', null, false, 'not-assessed', 'expects'],
    ['submitted', 'pending', false, 'waiting', 'moves'],
    ['submitted', 'reviewing', false, 'in-review', 'choose'],
    ['submitted', 'proposed', false, 'in-review', 'choose'],
    ['submitted', 'signed', false, 'in-review', 'choose'],
    ['submitted', 'transmitted', false, 'transmitted', 'stays'],
    ['submitted', 'transmitted', true, 'decided', 'stays'],
  ] as const)('%s, review %s, decided %s: %s, %s', (state, review, decided, stage, rule) => {
    const found = moveStageOf(state, review, decided);
    expect([found, moveRowOf(found).body]).toEqual([stage, rule]);
  });

  it('is said for every place once', () => {
    expect(moveTable.map(({ stage }) => stage)).toEqual([...moveStages]);
  });

  it('keeps the standard of what was handed in, until it is back or decided', () => {
    const blocked = moveTable.filter(({ edition }) => edition === 'blocked').map(({ stage }) => stage);
    expect(blocked).toEqual(['to-sign', 'waiting', 'in-review', 'transmitted']);
  });

  it('leaves nothing to direct once the city office has it', () => {
    expect(moveStages.filter((stage) => !mayBeDirected(stage))).toEqual(['transmitted', 'decided']);
  });
});
