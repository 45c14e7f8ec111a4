import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { smallEdition, smallItem } from '#process/standards/testing/small-edition.ts';
import { completenessOf, givenReasons, submissionGaps } from './completeness.ts';
import { deadlineOf, timeliness } from './deadline.ts';
import type { DraftItem, DraftItems } from './draft-answers.ts';
import { gateFacts } from './gate-facts.ts';
import { receiptNumber } from './receipt-number.ts';
import { sectionsOf } from './sections.ts';
import { openActions, transition, transitions } from './states.ts';

const row = (bodyId: string, industry: string, endsOn: string) => ({
  bodyId,
  industry,
  startsOn: plainDate('2026-09-01'),
  endsOn: plainDate(endsOn),
});
const campaign = { startsOn: plainDate('2026-08-20'), endsOn: plainDate('2026-12-31') };
const reviewEndsOn = plainDate('2026-11-30');
const asked = { bodyId: 'east', industry: 'mine', campaign, reviewEndsOn, correctionDueOn: null };

describe('the last day', () => {
  const all = row('*', '*', '2026-10-31');
  it.each([
    ['of the campaign without any row', [], '2026-12-31'],
    ['for all', [all], '2026-10-31'],
    ['of the industry', [all, row('*', 'mine', '2026-10-20')], '2026-10-20'],
    [
      'of the body before the industry',
      [row('*', 'mine', '2026-10-20'), row('east', '*', '2026-10-10'), all],
      '2026-10-10',
    ],
    [
      'of body and industry before all',
      [row('east', '*', '2026-10-10'), row('east', 'mine', '2026-10-05')],
      '2026-10-05',
    ],
    ['not of another body', [row('west', 'mine', '2026-10-01'), all], '2026-10-31'],
  ])('is the one %s', (_, phase, dueOn) => expect(deadlineOf({ ...asked, phase }).dueOn).toBe(dueOn));

  it('is that of the correction once returned', () => {
    const due = deadlineOf({ ...asked, phase: [all], correctionDueOn: plainDate('2026-11-10') });
    expect(due.dueOn).toBe('2026-11-10');
  });

  it('holds even where it lies behind the end of the reviews', () => {
    const due = deadlineOf({ ...asked, phase: [all], correctionDueOn: plainDate('2026-12-04') });
    expect(timeliness(due, plainDate('2026-12-04'))).toBe('on-time');
    expect(timeliness(due, plainDate('2026-12-05'))).toBe('closed');
  });

  it('is the last at all where the scheme takes nothing that comes late', () => {
    const due = deadlineOf({ ...asked, phase: [all], afterTerm: 'refuse' });
    expect(timeliness(due, plainDate('2026-10-31'))).toBe('on-time');
    expect(timeliness(due, plainDate('2026-11-01'))).toBe('closed');
  });

  it.each([
    ['2026-08-31', 'too-early'],
    ['2026-09-01', 'on-time'],
    ['2026-10-31', 'on-time'],
    ['2026-11-01', 'late'],
    ['2026-11-30', 'late'],
    ['2026-12-01', 'closed'],
  ])('makes %s %s', (today, when) =>
    expect(timeliness(deadlineOf({ ...asked, phase: [all] }), plainDate(today))).toBe(when),
  );
});

const staff = { roles: ['enterprise'], isOnlyAccount: false, handedItOver: false };
const manager = { roles: ['enterprise-manager'], isOnlyAccount: false, handedItOver: false };

describe('the course of a declaration', () => {
  it('has one way out of each state for each action', () => {
    const ways = transitions.map(({ from, action, handedOverIn = '' }) => `${from} ${action} ${handedOverIn}`);
    expect(new Set(ways).size).toBe(ways.length);
  });

  it('lets nobody change or submit what is submitted', () => {
    expect([transition('submitted', 'save'), transition('submitted', 'submit')]).toEqual([undefined, undefined]);
  });

  it('offers to withdraw only until the review begins', () => {
    expect([openActions('submitted', false, staff), openActions('submitted', true, staff)]).toEqual([['withdraw'], []]);
  });

  it('leads back from the signature to where it was handed over', () => {
    for (const action of ['call-back', 'send-back', 'reopen'] as const) {
      expect(transition('to-sign', action, 'draft')?.to).toBe('draft');
      expect(transition('to-sign', action, 'returned')?.to).toBe('returned');
    }
    expect(transition('draft', 'call-back')).toBeUndefined();
  });

  it('stands still while it waits for the signature', () => {
    expect(transition('to-sign', 'save')).toBeUndefined();
    expect(openActions('to-sign', false, staff)).toEqual(['call-back']);
    expect(openActions('to-sign', false, manager)).toEqual(['submit', 'send-back']);
  });

  it('offers the signature to nobody who handed the declaration over, unless nobody else is there', () => {
    const both = { roles: ['enterprise', 'enterprise-manager'], isOnlyAccount: false, handedItOver: true };
    expect(openActions('to-sign', false, both)).toEqual(['call-back', 'send-back']);
    expect(openActions('to-sign', false, { ...both, isOnlyAccount: true })).toEqual([
      'submit',
      'call-back',
      'send-back',
    ]);
  });

  it('offers a single person to submit at once, and several to hand over first', () => {
    const both = { roles: ['enterprise', 'enterprise-manager'], isOnlyAccount: false, handedItOver: false };
    expect(openActions('draft', false, both)).toEqual(['save', 'hand-over']);
    expect(openActions('draft', false, { ...both, isOnlyAccount: true })).toEqual(['save', 'submit']);
  });
});

describe('what is missing', () => {
  const edition = smallEdition({
    elements: [
      { id: '1', parent: null, title: '一' },
      { id: '1.1', parent: '1', title: '一点一' },
      { id: '1.1.1', parent: '1.1' },
      { id: '2', parent: null, title: '二' },
    ],
    items: [smallItem('a', { element: '1.1.1' }), smallItem('b', { element: '1.1' }), smallItem('c', { element: '2' })],
  });
  const sections = sectionsOf(edition);

  it('is counted by second-level element, and by the first where there is no second', () => {
    expect(sections.map(({ elementId, top, items }) => [elementId, top.id, items.map(({ id }) => id)])).toEqual([
      ['1.1', '1', ['a', 'b']],
      ['2', '2', ['c']],
    ]);
  });

  it('is named by item, a reason that is to be written too', () => {
    const drafts: DraftItems = {
      a: { answer: { na: ' ' }, reason: '', comment: '', v: 1 },
      c: { answer: { points: 3 }, reason: '缺记录', comment: '', v: 1 },
    };
    const found = completenessOf(sections, drafts, [{ path: 'scale', code: 'registration.missing' }]);
    expect(found.complete).toBe(false);
    expect(found.sections.map(({ answered, total }) => [answered, total])).toEqual([
      [0, 2],
      [1, 1],
    ]);
    expect(submissionGaps(found, drafts).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'registration.scale registration.missing',
      'items.a answers.naWithoutReason',
      'items.b answers.itemUnanswered',
    ]);
  });

  it('is the reason wherever points are lost, counted out or not, and nowhere else', () => {
    const given = (answer: DraftItem['answer'], more: Partial<DraftItem> = {}): DraftItem => ({
      answer,
      reason: '',
      comment: '见附件',
      v: 1,
      ...more,
    });
    const gaps = (drafts: DraftItems) =>
      submissionGaps(completenessOf(sections, drafts, []), drafts).map(({ path, code }) => `${path} ${code}`);
    const full = { points: edition.items[0]!.full };
    const complete = { a: given(full), b: given({ na: '无' }), c: given({ points: 0 }, { reason: '缺记录' }) };
    expect(gaps(complete)).toEqual([]);
    expect(gaps({ ...complete, a: given({ points: 1 }, { deductions: { 0: 1 } }), c: given(null) })).toEqual([
      'items.a answers.deductionWithoutReason',
      'items.c answers.itemUnanswered',
    ]);
    expect(gaps({ ...complete, c: given({ points: 3 }, { reason: ' ' }) })).toEqual([
      'items.c answers.deductionWithoutReason',
    ]);
    const kept = { a: given(full, { reason: '已补齐' }), c: given({ points: 0 }, { reason: '缺记录' }) };
    expect(givenReasons(edition.items, kept)).toEqual({ c: '缺记录' });
  });
});

it('only facts that a gate asks about and that lie before the day count', () => {
  const edition = smallEdition({ gates: [{ id: 'g', fact: 'death', atLeast: 1, months: 12, effects: [] }] });
  const fact = (kind: string, happenedOn: string) => ({ kind, happenedOn: plainDate(happenedOn), note: '' });
  const recorded = [
    fact('death', '2026-09-02'),
    fact('death', '2026-05-01'),
    fact('visit', '2026-04-01'),
    fact('death', '2026-03-01'),
  ];
  expect(gateFacts(edition, recorded, plainDate('2026-09-01')).map(({ happenedOn }) => happenedOn)).toEqual([
    '2026-03-01',
    '2026-05-01',
  ]);
});

it('a receipt is numbered by year and running number', () => {
  expect([receiptNumber(2026, 123), receiptNumber(2026, 1_234_567)]).toEqual(['SJ-2026-000123', 'SJ-2026-1234567']);
});
