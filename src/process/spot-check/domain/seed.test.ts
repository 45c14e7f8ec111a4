import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recomputeCommand, seedFault } from './seed.ts';

describe('a seed', () => {
  it('is anything that can be read off a page and typed in again', () => {
    for (const seed of ['0', '2026129: 03 11 17 20 26 31 + 08', '种子‘甲’', "it's"])
      expect(seedFault(seed)).toBeUndefined();
    expect(seedFault('')).toBe('spot-check.seedMissing');
    expect(seedFault('　 ')).toBe('spot-check.seedMissing');
    expect(seedFault('a ')).toBe('spot-check.seedPadded');
    expect(seedFault('a\u0007b')).toBe('spot-check.seedControl');
    expect(seedFault('\ud800')).toBe('draw.seedNotText');
  });
});

describe('the command that recomputes a draw', () => {
  it('reaches the program with the very seed, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '`', ' ', '!', '矿', 'a') }), (text) => {
        fc.pre(seedFault(text) === undefined);
        const [, argument = ''] = / (--seed=.*) --json$/.exec(recomputeCommand(text)) ?? [];
        expect(execFileSync('sh', ['-c', `printf %s ${argument}`], { encoding: 'utf8' })).toBe(`--seed=${text}`);
      }),
      { numRuns: 25 },
    );
    expect(recomputeCommand(null)).toContain('--seed=… ');
  });
});
