import { afterEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../text.ts';
import { knownTexts } from './known-texts.ts';

const texts = [catalogue({ 'one.code': '一句话' }, { 'one.code': 'A sentence' })];

afterEach(() => knownTexts.from(async () => []));

describe('the wording of codes', () => {
  it('is asked for again after the line was cut, is under way meanwhile, and is there for good once it has come', async () => {
    let calls = 0;
    knownTexts.from(async () => {
      calls += 1;
      if (calls === 1) throw new Error('cut off');
      return texts;
    });
    const cut = knownTexts.request();
    expect(knownTexts.isUnderWay()).toBe(true);
    await cut;
    expect([knownTexts.isUnderWay(), knownTexts.current()]).toEqual([false, []]);
    let told = 0;
    const stop = knownTexts.subscribe(() => {
      told += 1;
    });
    await Promise.all([knownTexts.request(), knownTexts.request()]);
    stop();
    expect([knownTexts.isUnderWay(), knownTexts.current(), told, calls]).toEqual([false, texts, 1, 2]);
    await knownTexts.request();
    expect(calls).toBe(2);
  });
});
