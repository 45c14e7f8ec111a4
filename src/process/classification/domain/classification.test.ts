import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { type AdoptedRow, canonicalList, countByClass, publicRow } from './adopted-list.ts';
import { openAdoptionActions } from './adoption.ts';
import { enterpriseClass } from './enterprise-class.ts';
import { validUntil } from './validity.ts';

const classes = [{ code: 'C', rank: 3 }, { code: 'A', rank: 1 }, { code: 'B', rank: 2 }, { code: '停产' }];
const unit = (unitId: string, classCode: string) => ({ unitId, classCode });

describe('the class of an enterprise', () => {
  it('is the least favourable rank of its units, whatever the codes are called', () => {
    expect(enterpriseClass([unit('1', 'A'), unit('2', 'C'), unit('3', 'B'), unit('4', 'C')], classes)).toEqual({
      classCode: 'C',
      unitIds: ['2', '4'],
      statuses: [],
    });
  });

  it('lets unranked statuses stand apart, and is none where there is nothing else', () => {
    expect(enterpriseClass([unit('1', 'B'), unit('2', '停产')], classes)).toMatchObject({
      classCode: 'B',
      statuses: [{ unitId: '2' }],
    });
    expect(enterpriseClass([unit('2', '停产')], classes)).toEqual({
      classCode: null,
      unitIds: [],
      statuses: [unit('2', '停产')],
    });
    expect(enterpriseClass([], classes)).toEqual({ classCode: null, unitIds: [], statuses: [] });
  });

  it('never becomes more favourable by one unit more', () => {
    const rank = (code: string | null) => classes.find((one) => one.code === code)?.rank ?? 0;
    const units = fc.array(fc.constantFrom(...classes.map(({ code }) => unit('u', code))));
    fc.assert(
      fc.property(units, fc.constantFrom('A', 'B', 'C', '停产'), (some, code) => {
        const before = enterpriseClass(some, classes).classCode;
        expect(rank(enterpriseClass([...some, unit('n', code)], classes).classCode)).toBeGreaterThanOrEqual(
          rank(before),
        );
      }),
    );
  });
});

describe('the validity of a class', () => {
  it('ends on the corresponding day, or on the last day of a month without one', () => {
    expect(validUntil(plainDate('2026-12-24'), 36)).toBe('2029-12-24');
    expect(validUntil(plainDate('2026-08-31'), 6)).toBe('2027-02-28');
    expect(validUntil(plainDate('2028-02-29'), 12)).toBe('2029-02-28');
    expect(validUntil(plainDate('2026-12-31'), 2)).toBe('2027-02-28');
  });
});

describe('a batch', () => {
  it('is signed by the leading group only, and withdrawn by the city office only while it is not signed', () => {
    expect(openAdoptionActions('prepared', ['leading-group'])).toEqual(['sign']);
    expect(openAdoptionActions('prepared', ['city-office'])).toEqual(['withdraw']);
    expect(openAdoptionActions('prepared', ['auditor', 'reviewer', 'administrator'])).toEqual([]);
    for (const state of ['signed', 'withdrawn'] as const)
      expect(openAdoptionActions(state, ['city-office', 'leading-group'])).toEqual([]);
  });
});

const row = (change: Partial<AdoptedRow> = {}): AdoptedRow => ({
  settledId: 's',
  unitId: 'u',
  enterpriseId: 'e',
  enterprise: '攀西矿业',
  creditCode: '915104001234567890',
  unit: '一号采场',
  division: '仁和区',
  body: '仁和区应急管理局',
  industry: '露天矿山',
  affiliation: '民营及其他',
  selfPrinted: '92.0',
  selfClass: 'A',
  reviewedPrinted: '88.0',
  reviewedClass: 'B',
  basis: 'verified',
  printed: '80.0',
  classCode: 'B',
  className: 'B 类',
  adjustment: '边坡监测缺失',
  validityMonths: 36,
  noticeNumber: '攀应急评公示〔2026〕1号',
  editionHash: 'h',
  ...change,
});

describe('the frozen list', () => {
  it('has one text for one content, whatever the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(row()).reverse()) as unknown as AdoptedRow;
    expect(canonicalList([turned])).toBe(canonicalList([row()]));
    expect(canonicalList([row(), row({ unit: '二号采场' })])).not.toBe(
      canonicalList([row({ unit: '二号采场' }), row()]),
    );
  });

  it('shows the public neither scores nor reasons', () => {
    expect(JSON.stringify(publicRow(row(), 0))).not.toMatch(/92\.0|88\.0|80\.0|监测缺失/);
  });

  it('names the authority and the document instead of the class that another authority fixed, and digests them', () => {
    const fixedBy = { issuingBody: '省应急管理厅', documentNumber: '川应急〔2026〕1号' };
    const elsewhere = row({ classCode: 'fixed-elsewhere', className: '由其他机关评定', fixedBy });
    expect(publicRow(elsewhere, 0).class).toBe('由省应急管理厅评定，文号川应急〔2026〕1号');
    expect(canonicalList([elsewhere])).toContain('川应急〔2026〕1号');
    expect(publicRow(row({ fixedBy: null }), 0)).toEqual(publicRow(row(), 0));
  });

  it('counts units per class in the order of the scheme', () => {
    expect(countByClass([row(), row({ classCode: 'A' }), row()], classes)).toEqual([
      { class: classes[1], count: 1 },
      { class: classes[2], count: 2 },
    ]);
  });
});
