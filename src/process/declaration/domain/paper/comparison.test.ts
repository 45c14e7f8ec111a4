import { describe, expect, it } from 'vitest';
import { comparePaper, type KeyFigure, sayTheSame } from './comparison.ts';

describe('two writings', () => {
  it.each([
    ['number', '86', '86 人'],
    ['number', '86', '８６'],
    ['number', '96.5', '96.50 分'],
    ['number', '5200.5', '5,200.50 万元'],
    ['number', '0', '0 项'],
    ['day', '2026-09-01', '2026年9月1日'],
    ['day', '2026-09-01', '2026.9.1'],
    ['day', '2026-09-01', ' 2026 年 09 月 01 日'],
    ['text', '攀西 矿业', '攀西矿业'],
    ['text', 'SJ-2026-000001', 'sj-2026-000001'],
  ] as const)('of a %s say the same: %s, %s', (kind, one, other) => expect(sayTheSame(kind, one, other)).toBe(true));

  it.each([
    ['number', '86', '68'],
    ['number', '96.5', '9.65'],
    ['number', '1200', '120'],
    ['number', '86', '八十六'],
    ['day', '2026-09-01', '2026-01-09'],
    ['text', 'A 类', 'B 类'],
  ] as const)('of a %s do not: %s, %s', (kind, one, other) => expect(sayTheSame(kind, one, other)).toBe(false));
});

describe('a comparison', () => {
  const figures: readonly KeyFigure[] = [
    { key: 'staffCount', kind: 'number', value: '86' },
    { key: 'class', kind: 'text', value: 'A 类' },
    { key: 'submittedOn', kind: 'day', value: '2026-09-01' },
    { key: 'signer', kind: 'text', value: '向法人' },
  ];

  it('counts what agrees, names what differs, and keeps apart what was not looked at', () => {
    expect(
      comparePaper(figures, {
        staffCount: { paper: '68 人' },
        class: { agrees: true },
        submittedOn: { paper: '2026年9月1日' },
        signer: { paper: '  ' },
      }),
    ).toEqual({
      differences: [{ key: 'staffCount', record: '86', paper: '68 人' }],
      agreeing: 2,
      open: ['signer'],
    });
  });
});
