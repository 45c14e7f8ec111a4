import { describe, expect, it } from 'vitest';
import { smallEdition, smallGate, smallItem } from '../testing/small-edition.ts';
import { checkForPublishing, type Edition, type Item } from './index.ts';

const texts = { text: '要求', basis: '安全生产法 第四条', title: '标题' };
const publishableItem = (change: Partial<Item> = {}) => smallItem('a', { clause: '1.1', ...texts, ...change });
const veto = (change: Partial<Item> = {}) =>
  smallItem('v', { clause: '1.2', ...texts, kind: 'veto', na: 'forbidden', onFail: [{ cap: 'D' }], ...change });
const publishable = smallEdition({
  title: '露天矿山安全状况评估标准',
  industry: '金属非金属露天矿山',
  issued: '2026-01-01',
  basis: '示范',
  classes: smallEdition().classes.map((member) => ({ ...member, name: `${member.code}类`, basis: '示范' })),
  elements: [{ id: '1', parent: null, title: '基础管理' }],
  items: [publishableItem(), veto()],
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
      { items: [publishableItem({ basis: undefined })] },
      'items[0].basis edition.basisMissing',
    ],
    [
      'a veto item without basis',
      { items: [publishableItem(), veto({ basis: ' ' })] },
      'items[1].basis edition.decidingBasisMissing',
    ],
    [
      'effects on a scored item',
      { items: [publishableItem({ onFail: [{ down: 1 }] })] },
      'items[0].onFail edition.effectsNeverReached',
    ],
    ['a veto item without effect', { items: [veto({ onFail: [] })] }, 'items[0].onFail edition.effectsMissing'],
    [
      'a step of nought',
      { items: [veto({ onFail: [{ down: 0 }] })] },
      'items[0].onFail[0].down edition.effectWithoutForce',
    ],
    [
      'a cap at the most favourable class',
      { items: [publishableItem(), veto({ onFail: [{ cap: 'A' }] })] },
      'items[1].onFail[0].cap edition.capWithoutForce',
    ],
    [
      'a floor of nothing',
      { elements: [{ id: '1', parent: null, title: '基础管理', floor: { percent: 0, effects: [{ cap: 'C' }] } }] },
      'elements[0].floor.percent edition.floorNeverBroken',
    ],
    [
      'an element without items',
      { elements: [...publishable.elements, { id: '2', parent: null, title: '采场' }] },
      'elements[1] edition.elementEmpty',
    ],
    [
      'a standard of items that are worth nothing',
      { items: [publishableItem({ full: 0 })] },
      'items edition.nothingToScore',
    ],
    [
      'two classes of one name',
      { classes: publishable.classes.map((one) => (one.code === 'B' ? { ...one, name: 'A类' } : one)) },
      'classes[1].name edition.classNameRepeated',
    ],
    [
      'a mandatory item without points',
      { items: [publishableItem(), veto({ full: 0, kind: 'mandatory' })] },
      'items[1].full edition.cannotFail',
    ],
    [
      'points that no pack can hold',
      { items: [publishableItem({ full: 65534 })] },
      'items[0].full edition.pointsTooLargeToPack',
    ],
    [
      'a veto item that may be not applicable without saying when',
      { items: [veto({ na: 'allowed', naWhen: ' ' })] },
      'items[0].naWhen edition.naWithoutWhen',
    ],
    [
      'when an item may be not applicable that never may',
      { items: [veto({ naWhen: '没有边坡的' })] },
      'items[0].naWhen edition.naWhenWithoutNa',
    ],
    [
      'a threshold that no score reaches',
      { classes: publishable.classes.map((one) => (one.code === 'A' ? { ...one, from: '100.5' } : one)) },
      'classes[0].from edition.fromAboveScale',
    ],
    ['a total that the items do not add up to', { total: 19 }, 'total edition.totalDiffers'],
    ['a total that is no number of units', { total: 9.5 }, 'total edition.pointsNotInteger'],
    [
      'points of an element that its items do not add up to',
      { elements: [{ id: '1', parent: null, title: '基础管理', full: 21 }] },
      'elements[0].full edition.elementTotalDiffers',
    ],
    [
      'a clause number of two items',
      { items: [publishableItem(), veto({ clause: '1.1' })] },
      'items[1].clause edition.clauseRepeated',
    ],
    [
      'a clause number of an item that an element has',
      { elements: [{ id: '1', parent: null, title: '基础管理', clause: '1.2' }] },
      'items[1].clause edition.clauseRepeated',
    ],
    [
      'two items taken off by the same words',
      { items: [publishableItem({ deduction: '每处扣 1 分。' }), veto({ deduction: '每处扣1分。' })] },
      'items[1].deduction edition.textShared',
    ],
    [
      'two items checked by the same words',
      { items: [publishableItem({ method: '查台账。' }), veto({ method: '查台账。' })] },
      'items[1].method edition.textShared',
    ],
    [
      'deduction rules on an item that is met or not',
      { items: [publishableItem({ scoring: 'met', deductions: [{ text: '缺一处', units: 2 }] })] },
      'items[0].deductions edition.deductionsOnMet',
    ],
    [
      'a deduction above the points of its item',
      { items: [publishableItem({ deductions: [{ text: '缺一处', units: 11 }] })] },
      'items[0].deductions[0].units edition.deductionTooLarge',
    ],
    [
      'a deduction of nothing',
      { items: [publishableItem({ deductions: [{ text: '缺一处', units: 0 }] })] },
      'items[0].deductions[0].units edition.deductionNotPositive',
    ],
    [
      'a deduction of some and of all points',
      { items: [publishableItem({ deductions: [{ text: '缺一处', units: 1, all: true } as never] })] },
      'items[0].deductions[0] edition.deductionNotOne',
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

  it('says once that nothing is there to be scored', () => {
    expect(codesOf({ ...publishable, items: [], total: 0 })).toEqual(['items edition.nothingToScore']);
  });

  it('passes totals, sums of elements and deduction rules that agree with the items', () => {
    const items = [
      publishableItem({
        element: '1.1',
        deductions: [
          { text: '缺护栏', units: 2, per: '处' },
          { text: '未设', all: true },
        ],
      }),
      veto({ na: 'allowed', naWhen: '没有边坡的' }),
    ];
    const elements = [
      { id: '1', parent: null, title: '基础管理', full: 20 },
      { id: '1.1', parent: '1', title: '责任制', full: 10 },
    ];
    expect(codesOf({ ...publishable, total: 20, elements, items })).toEqual([]);
  });
});
