import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { isWhole, type Measure, measureFaults, measureState, noMeasure } from './measure.ts';

const today = plainDate('2026-09-01');
const measure = (given: Partial<Measure> = {}): Measure => ({
  measure: '补签责任书',
  person: '向法人',
  dueOn: plainDate('2026-09-30'),
  ...given,
});
const faults = (wanted: Measure, before = noMeasure) => measureFaults(wanted, before, today);

describe('a measure', () => {
  it('may be saved in part, and is whole with its three parts', () => {
    expect(faults(measure({ person: '', dueOn: null }))).toEqual([]);
    expect(isWhole(measure())).toBe(true);
    expect(isWhole(measure({ person: ' ' }))).toBe(false);
  });

  it('ends after today and within a year, the last day of it included', () => {
    expect(faults(measure({ dueOn: today }))).toEqual([
      { path: 'dueOn', code: 'rectification.dueTooEarly', params: { today } },
    ]);
    expect(faults(measure({ dueOn: plainDate('2026-09-02') }))).toEqual([]);
    expect(faults(measure({ dueOn: plainDate('2027-09-01') }))).toEqual([]);
    expect(faults(measure({ dueOn: plainDate('2027-09-02') }))).toEqual([
      { path: 'dueOn', code: 'rectification.dueTooLate', params: { last: '2027-09-01' } },
    ]);
  });

  it('keeps a deadline that has passed meanwhile while its text is changed', () => {
    const before = measure({ dueOn: plainDate('2026-08-15') });
    expect(faults({ ...before, measure: '补签责任书并公示' }, before)).toEqual([]);
  });

  it('is refused if it is too long or cannot be printed, with the field', () => {
    expect(faults(measure({ measure: '字'.repeat(501), person: '甲\u0000' }))).toEqual([
      { path: 'measure', code: 'rectification.tooLong', params: { max: 500, length: 501 } },
      { path: 'person', code: 'registration.badCharacter' },
    ]);
    expect(faults(measure({ measure: '一、补签\n二、考核' }))).toEqual([]);
  });

  it.each([
    ['missing', measure({ person: '' }), null],
    ['open', measure({ dueOn: today }), null],
    ['late', measure({ dueOn: plainDate('2026-08-31') }), null],
    ['done', measure({ dueOn: today }), today],
    ['done', measure({ person: '' }), today],
    ['done-late', measure({ dueOn: plainDate('2026-08-31') }), today],
  ] as const)('stands at “%s”', (state, given, doneOn) => {
    expect(measureState({ ...given, doneOn }, today)).toBe(state);
  });
});
