import { describe, expect, it } from 'vitest';
import { smallEdition, smallItem } from '#process/standards/testing/small-edition.ts';
import { patchSection } from '../draft-answers.ts';
import { sectionsOf } from '../sections.ts';
import { copyAnswers, type LastSubmission } from './copy-answers.ts';

const rules = [{ text: '缺记录', units: 2, per: '处' }];
const before = {
  hash: 'a'.repeat(64),
  edition: smallEdition({
    items: [smallItem('same', { deductions: rules }), smallItem('reworded'), smallItem('gone'), smallItem('done')],
  }),
};
const now = {
  hash: 'b'.repeat(64),
  edition: smallEdition({
    items: [
      smallItem('same', { deductions: rules }),
      smallItem('reworded', { text: '另有要求' }),
      smallItem('done'),
      smallItem('new'),
    ],
  }),
};
const [section] = sectionsOf(now.edition);
const element = section!.elementId;
const last: LastSubmission = {
  campaign: '2025 年评估',
  answers: { same: { points: 6 }, reworded: { points: 10 }, gone: { points: 1 }, done: { points: 10 } },
  reasons: { same: '缺两处记录' },
  comments: { same: '在改', reworded: '见附件' },
  deductions: { same: { 0: 2 } },
};
const empty = { [element]: { version: 0, stored: {} } };

describe('copying from last time', () => {
  it('suggests the answer with its words and counts where the item says the same, without the counts where it does not', () => {
    const { sections, report } = copyAnswers(before, now, last, empty);
    expect(report).toEqual({ same: 2, changed: 1, leftAlone: 0, fresh: 1, gone: 1 });
    expect(sections[element]?.same).toEqual({
      v: 1,
      was: {
        edition: before.hash,
        item: 'same',
        answer: { points: 6 },
        last: { campaign: '2025 年评估', same: true, reason: '缺两处记录', comment: '在改', deductions: { 0: 2 } },
      },
    });
    expect(sections[element]?.reworded?.was?.last).toEqual({ campaign: '2025 年评估', same: false, comment: '见附件' });
    expect(sections[element]).not.toHaveProperty('new');
  });

  it('leaves alone what was worked on, and does nothing the second time', () => {
    const worked = { [element]: { version: 3, stored: { done: { comment: '待核', v: 3 } } } };
    const once = copyAnswers(before, now, last, worked);
    expect(once.report).toMatchObject({ same: 1, leftAlone: 1 });
    expect(once.sections[element]?.done).toEqual({ comment: '待核', v: 3 });
    expect(once.sections[element]?.same?.v).toBe(4);
    const again = copyAnswers(before, now, last, { [element]: { version: 4, stored: once.sections[element]! } });
    expect([again.sections, again.report.same, again.report.leftAlone]).toEqual([{}, 0, 3]);
  });

  it('stands in nobody’s way who was answering meanwhile, and stays beside the answer', () => {
    const { sections } = copyAnswers(before, now, last, { [element]: { version: 2, stored: {} } });
    const saved = patchSection(now.edition.items, { stored: sections[element]!, version: 3 }, 2, {
      same: { answer: { points: 10 }, reason: '', comment: '' },
    });
    expect(saved).toMatchObject({ ok: true, value: { stored: { same: { points: 10, v: 4, was: { item: 'same' } } } } });
  });
});
