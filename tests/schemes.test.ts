import { readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fill, languages, wordingOf } from '#platform/text.ts';
import { schemeFaultsText } from '#process/campaign/scheme-faults.text.ts';
import { readScheme, readSchemeFolder, type SchemeFolder } from '#process/campaign/server/read-scheme.ts';
import { compile, type Edition, parseAnswers, score } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { standardsFaultsText } from '#process/standards/standards-faults.text.ts';
import { DEEP, goldenCase, goldenNames, SCHEME } from './deep-standards.ts';

const CATALOGUES = [schemeFaultsText, standardsFaultsText];
const folder: SchemeFolder = await readScheme('panzhihua-2009');
const editions = folder.editions.map((edition) => [edition.industry, edition] as const);

const kinds = (of: Edition, kind: string): number => of.items.filter((item) => item.kind === kind).length;
const points = (of: Edition): number => of.items.reduce((sum, item) => sum + item.full, 0) / of.unitsPerPoint;
const repeated = (texts: readonly (string | undefined)[]): readonly (string | undefined)[] =>
  texts.filter((text, at) => texts.indexOf(text) !== at);

describe('the scheme of Panzhihua', () => {
  it('has an edition for each of its nine industries, in the order of the scheme', () => {
    expect(folder.editions.map((entry) => entry.industry)).toEqual(folder.scheme.industries.map((entry) => entry.code));
    expect(folder.editions).toHaveLength(9);
  });

  it.each(editions.filter(([industry]) => !DEEP.includes(industry)))(
    'has a short standard for %s of 24 to 34 items and 300 points, with mandatory and veto items',
    (_, short) => {
      expect(short.title).toContain('示范简版');
      expect(short.items.length).toBeGreaterThanOrEqual(24);
      expect(short.items.length).toBeLessThanOrEqual(34);
      expect(points(short)).toBe(300);
      expect(kinds(short, 'mandatory')).toBeGreaterThanOrEqual(4);
      expect(kinds(short, 'veto')).toBeGreaterThanOrEqual(3);
    },
  );
});

describe.each(editions)('the standard for %s', (_, of) => {
  it('is marked as a demonstration', () => {
    expect(of.notice).toBe('示范');
    expect(of.title).toContain('示范');
  });

  it('gives every item a requirement, deduction, method, evidence and basis of its own wording', () => {
    for (const field of ['text', 'deduction', 'method', 'evidence', 'basis'] as const)
      expect(of.items.filter((item) => !item[field]?.trim()).map((item) => item.id)).toEqual([]);
    for (const field of ['text', 'deduction', 'method', 'evidence'] as const)
      expect(repeated(of.items.map((item) => item[field]))).toEqual([]);
  });

  it('numbers its clauses by element, without gap', () => {
    const clauseOf = new Map(of.elements.map((element) => [element.id, (element as { clause?: string }).clause]));
    const next = new Map<string, number>();
    const expected = of.items.map((item) => {
      next.set(item.element, (next.get(item.element) ?? 0) + 1);
      return `${clauseOf.get(item.element)}.${next.get(item.element)}`;
    });
    expect(of.items.map((item) => item.clause)).toEqual(expected);
  });

  it('puts items under second-level elements only, and none of those stays empty', () => {
    const second = of.elements.filter((element) => element.parent !== null).map((element) => element.id);
    expect([...new Set(of.items.map((item) => item.element))].sort()).toEqual([...second].sort());
  });

  it('takes off no more for one fault than the item is worth', () => {
    const tooDear = of.items.filter((item) =>
      [...(item.deduction ?? '').matchAll(/扣 (\d+) 分/g)].some(
        (found) => Number(found[1]) * of.unitsPerPoint > item.full,
      ),
    );
    expect(tooDear.map((item) => item.clause)).toEqual([]);
  });

  it('scores a unit that meets everything as the most favourable class', () => {
    const answers = Object.fromEntries(
      of.items.map((item) => [item.id, item.scoring === 'met' ? { met: true } : { points: item.full }]),
    );
    const hash = editionHash(of);
    const parsed = parseAnswers(
      of,
      { format: 'anping-answers-v1', edition: hash, asOf: '2026-10-31', answers, facts: [] },
      hash,
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const result = score(compile(of), parsed.value, { trace: false });
    expect(result.ok && [result.value.printed, result.value.class]).toEqual(['100.0', 'A']);
  });
});

describe.each(readdirSync(join(SCHEME, 'golden')))('the worked examples of the standard for %s', (industry) => {
  const names = goldenNames(industry);

  it('are at least six', () => {
    expect(names.length).toBeGreaterThanOrEqual(6);
  });

  it.each(names)('%s comes out as worked by hand', (name) => {
    const { file, hash, figures, trace } = goldenCase(industry, name);
    expect(figures).toEqual(file.golden.expected);
    expect(file.golden.working.length).toBeGreaterThan(0);
    expect(trace.length).toBeGreaterThan(0);
    expect(hash).toBe(file.edition);
  });
});

describe('a scheme folder is refused', () => {
  let copy = '';

  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), 'scheme-'));
    await cp(SCHEME, copy, { recursive: true });
  });

  afterEach(async () => {
    await rm(copy, { recursive: true });
  });

  const change = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(join(copy, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(copy, file), text.replace(from, to));
  };

  const faults = async (): Promise<readonly string[]> => {
    const read = await readSchemeFolder(copy);
    const found = read.ok ? [] : read.error.issues;
    for (const { code, params } of found)
      for (const language of languages)
        expect(fill(wordingOf(CATALOGUES, language, code) ?? '{wording}', params)).not.toMatch(/[{}]/);
    return found.map((issue) => `${issue.path} ${issue.code}`);
  };

  it('not if it is whole', async () => {
    expect(await faults()).toEqual([]);
  });

  it('if a standard is missing, each named with its file', async () => {
    await rm(join(copy, 'standards/coal-mine.yaml'));
    await rm(join(copy, 'standards/fireworks.yaml'));
    expect(await faults()).toEqual([
      'standards/coal-mine.yaml scheme.fileMissing',
      'standards/fireworks.yaml scheme.fileMissing',
    ]);
  });

  it('if a file is no YAML, with line and column', async () => {
    await change('scheme.yaml', 'mark: 示范', 'mark: "示范');
    expect((await faults())[0]).toMatch(/^scheme\.yaml \d+:\d+ scheme\.notYaml$/);
  });

  it('if a standard lies outside the folder', async () => {
    await change('scheme.yaml', 'standard: standards/coal-mine.yaml', 'standard: ../coal-mine.yaml');
    expect(await faults()).toEqual(['../coal-mine.yaml scheme.fileOutsideFolder']);
  });

  it('if a standard uses other classes than the scheme, or belongs to another industry', async () => {
    await change('standards/machinery.yaml', 'from: "75"', 'from: "70"');
    await change('standards/fireworks.yaml', 'industry: fireworks', 'industry: machinery');
    expect(await faults()).toEqual([
      'standards/fireworks.yaml industry scheme.editionOfOtherIndustry',
      'standards/machinery.yaml classes[1].from scheme.classDiffers',
    ]);
  });

  it('if an item of a standard lacks its basis', async () => {
    await change('standards/machinery.yaml', '    basis: 《安全生产法》第二十四条第二款\n', '');
    expect(await faults()).toEqual(['standards/machinery.yaml items[0].basis edition.decidingBasisMissing']);
  });

  it('if a receiving body does not exist', async () => {
    await change('scheme.yaml', 'bureau: bureau-miyi', 'bureau: bureau-nowhere');
    expect(await faults()).toEqual(['scheme.yaml divisions[3].bureau scheme.unknownBody']);
  });
});
