import { describe, expect, it } from 'vitest';
import { run } from './cli/serve.ts';
import { readServeOptions } from './serve-options.ts';

describe('the options of serve', () => {
  it('stand for a demonstration of 300 enterprises unless they say otherwise', () => {
    expect(readServeOptions([])).toEqual({ ok: true, value: { empty: false, enterprises: 300, seed: 'panzhihua' } });
    expect(readServeOptions(['--empty', '--enterprises', '5', '--seed=二'])).toEqual({
      ok: true,
      value: { empty: true, enterprises: 5, seed: '二' },
    });
  });

  it.each([
    ['--enterprises=0', 'option.valueMalformed'],
    ['--enterprises=20001', 'option.valueMalformed'],
    ['--enterprises=１２', 'option.valueMalformed'],
    ['--enterprises=1e3', 'option.valueMalformed'],
    ['--enterprises', 'option.valueMissing'],
    ['--empty=yes', 'option.valueNotTaken'],
    ['--full', 'option.unknown'],
    ['5', 'option.unknown'],
  ])('refuse %s with a sentence and exit code 2, and nothing is started', async (argument, code) => {
    let said = '';
    const io = { stdout: { write: () => true }, stderr: { write: (text: string) => (said += text) } };
    expect(await run([argument], io)).toBe(2);
    expect(said).toContain(`[${code}]`);
    expect(said).not.toContain('    at ');
  });
});
