import { describe, expect, it } from 'vitest';
import { smallEdition, smallGate, smallItem } from '../testing/small-edition.ts';
import { checkForPublishing, type Edition } from './index.ts';

const texts = { clause: '1.1', text: '要求', basis: '安全生产法 第四条', title: '标题' };
const publishable = smallEdition({
  title: '露天矿山安全状况评估标准',
  industry: '金属非金属露天矿山',
  issued: '2026-01-01',
  basis: '示范',
  classes: smallEdition().classes.map((member) => ({ ...member, name: `${member.code}类`, basis: '示范' })),
  elements: [{ id: '1', parent: null, title: '基础管理' }],
  items: [smallItem('a', texts), smallItem('v', { ...texts, kind: 'veto', onFail: [{ cap: 'D' }] })],
  gates: [smallGate('g', { ...texts, effects: [{ status: '停产' }] })],
});
const codesOf = (edition: Edition) => checkForPublishing(edition).map(({ path, code }) => `${path} ${code}`);

describe('the check for publishing', () => {
  it('passes an edition with texts and bases whose rules can all take effect', () => {
    expect(codesOf(publishable)).toEqual([]);
  });

  it.each<[string, Partial<Edition>, string]>([
    ['a missing title', { title: ' ' }, 'title edition.titleMissing'],
    ['a wrong day of issue', { issued: '2026-13-01' }, 'issued edition.issuedNotADay'],
    [
      'an item without basis',
      { items: [smallItem('a', { ...texts, basis: undefined })] },
      'items[0].basis edition.basisMissing',
    ],
    [
      'effects on a scored item',
      { items: [smallItem('a', { ...texts, onFail: [{ down: 1 }] })] },
      'items[0].onFail edition.effectsNeverReached',
    ],
    [
      'a veto item without effect',
      { items: [smallItem('a', { ...texts, kind: 'veto' })] },
      'items[0].onFail edition.effectsMissing',
    ],
    [
      'a step of nought',
      { items: [smallItem('a', { ...texts, kind: 'veto', onFail: [{ down: 0 }] })] },
      'items[0].onFail[0].down edition.effectWithoutForce',
    ],
    [
      'a mandatory item without points',
      { items: [smallItem('a', { ...texts, full: 0, kind: 'mandatory', onFail: [{ down: 1 }] })] },
      'items[0].full edition.cannotFail',
    ],
    [
      'points that no pack can hold',
      { items: [smallItem('a', { ...texts, full: 65534 })] },
      'items[0].full edition.pointsTooLargeToPack',
    ],
    [
      'a gate that always holds',
      { gates: [smallGate('g', { ...texts, atLeast: 0, effects: [{ down: 1 }] })] },
      'gates[0].atLeast edition.gateAlwaysHolds',
    ],
    [
      'a gate that never holds',
      { gates: [smallGate('g', { ...texts, months: 0, effects: [{ down: 1 }] })] },
      'gates[0].months edition.gateNeverHolds',
    ],
  ])('names %s', (_what, change, fault) => {
    expect(codesOf({ ...publishable, ...change })).toEqual([fault]);
  });
});
