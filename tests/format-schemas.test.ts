import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { draw, parsePoolCsv } from '#process/spot-check/domain/index.ts';
import { compile, parseEdition, score } from '#process/standards/domain/index.ts';
import { anyCase, anyPublishableEdition } from '#process/standards/testing/arbitraries.ts';
import { smallAnswers, smallEdition, smallItem } from '#process/standards/testing/small-edition.ts';

const schema = (name: string) =>
  z.fromJSONSchema(JSON.parse(readFileSync(new URL(`../docs/schemas/${name}.schema.json`, import.meta.url), 'utf8')));

describe('the published JSON Schemas', () => {
  it('describe every edition, its answers and its score', () => {
    const [editions, answersSchema, scores] = [schema('edition'), schema('answers'), schema('score')];
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        expect(editions.safeParse(edition).error).toBeUndefined();
        expect(answersSchema.safeParse(answers).error).toBeUndefined();
        const result = score(compile(edition), answers, { trace: true });
        if (result.ok) expect(scores.safeParse(JSON.parse(JSON.stringify(result.value))).error).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('describe the members of an edition that people read', () => {
    const editions = schema('edition');
    fc.assert(
      fc.property(anyPublishableEdition, (edition) => {
        expect(editions.safeParse(edition).error).toBeUndefined();
      }),
      { numRuns: 50 },
    );
    const withRule = (rule: object) => ({ ...smallEdition(), items: [{ ...smallItem('a'), deductions: [rule] }] });
    expect(editions.safeParse(withRule({ text: '缺护栏', units: 1, per: '处' })).success).toBe(true);
    for (const rule of [{ text: '缺' }, { text: '缺', units: 0 }, { text: '缺', units: 1, all: true }, { units: 1 }])
      expect([rule, editions.safeParse(withRule(rule)).success]).toEqual([rule, false]);
  });

  it('describe a draw', () => {
    const pool = parsePoolCsv('id,stratum\na,x\nb,x\n矿,y\n');
    if (!pool.ok) throw new Error('a good pool');
    const drawn = draw(pool.value, { ratio: '0.50' }, 's', (bytes) => createHash('sha256').update(bytes).digest());
    expect(schema('draw').safeParse(drawn.ok && drawn.value).error).toBeUndefined();
  });

  it.each([
    { ...smallEdition(), format: 'anping-edition-v2' },
    { ...smallEdition(), digits: -1 },
    { ...smallEdition(), classes: [] },
    { ...smallEdition(), classes: [{ code: 'A', rank: 1 }] },
    { ...smallEdition(), classes: [...smallEdition().classes, { code: 'Z', from: '5' }] },
    { ...smallEdition(), items: [{ ...smallItem('a'), kind: 'other' }] },
    { ...smallEdition(), items: [{ ...smallItem('a'), onFail: [{ status: '停产' }] }] },
    { ...smallEdition(), items: [{ ...smallItem('a'), onFail: [{ cap: 'D', down: 1 }] }] },
  ])('refuse an edition that the program refuses: %#', (edition) => {
    expect(parseEdition(edition).ok).toBe(false);
    expect(schema('edition').safeParse(edition).success).toBe(false);
  });

  it('refuse answers with two values for an item, or with a blank reason', () => {
    const answers = smallAnswers(smallEdition(), { a: 1, b: { na: '无' } });
    const changed = (b: object) => ({ ...answers, answers: { ...answers.answers, b } });
    expect(schema('answers').safeParse(answers).success).toBe(true);
    expect(schema('answers').safeParse(changed({ points: 1, met: true })).success).toBe(false);
    expect(schema('answers').safeParse(changed({ na: '  ' })).success).toBe(false);
  });
});
