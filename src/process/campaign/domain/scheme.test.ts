import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { plainDate } from '#lib/plain-date.ts';
import { fill } from '#platform/text.ts';
import { schemeFaultsText } from '../scheme-faults.text.ts';
import { phaseDates } from './phase-dates.ts';
import { parseScheme, type Scheme } from './scheme.ts';

type SchemeFault = keyof (typeof schemeFaultsText)['zh-CN'];
type Loose = Record<string, never>;

/** The shipped scheme as parsed YAML, changed by a test before it is read. */
const source = (change: (scheme: Loose) => void = () => undefined): unknown => {
  const path = new URL('../../../../schemes/panzhihua-2009/scheme.yaml', import.meta.url);
  const scheme = parse(readFileSync(path, 'utf8')) as Loose;
  change(scheme);
  return scheme;
};

const shipped = (): Scheme => {
  const read = parseScheme(source());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

const faults = (change: (scheme: Loose) => void): readonly string[] => {
  const read = parseScheme(source(change));
  const found = read.ok ? [] : read.error.issues;
  for (const { code, params } of found)
    expect(fill(schemeFaultsText['zh-CN'][code as SchemeFault] ?? '{wording}', params)).not.toMatch(/[{}]/);
  return found.map((issue) => `${issue.path} ${issue.code}`);
};

/** Sets the member at a dotted path of plain data. */
const set =
  (path: string, value: unknown) =>
  (scheme: Loose): void => {
    const parts = path.split('.');
    const last = parts.pop()!;
    const holder = parts.reduce<Record<string, unknown>>(
      (at, part) => at[part] as Record<string, unknown>,
      scheme as Record<string, unknown>,
    );
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  };

describe('the shipped scheme', () => {
  it('is read whole and says that it is a demonstration', () => {
    const scheme = shipped();
    expect(scheme.mark).toBe('示范');
    expect(scheme.affiliations.map((entry) => entry.code)).toEqual([
      'central',
      'provincial',
      'municipal',
      'county',
      'private',
    ]);
    expect(scheme.divisions.map((entry) => entry.code)).toEqual(['510402', '510403', '510411', '510421', '510422']);
    expect(scheme.industries).toHaveLength(9);
    expect(scheme.publicNotice.workingDays).toMatchObject({ value: 7, min: 5, max: 30 });
  });

  it('lays its phases out between 20 August and the end of the year, the look-back after it', () => {
    const dated = phaseDates(shipped(), plainDate('2026-08-20'));
    expect(dated.map((phase) => [phase.name, phase.from, phase.to])).toEqual([
      ['筹划准备', '2026-08-20', '2026-08-31'],
      ['企业自评申报', '2026-09-01', '2026-10-31'],
      ['组织初审', '2026-09-01', '2026-11-30'],
      ['抽查核定', '2026-11-01', '2026-11-30'],
      ['公示', '2026-12-01', '2026-12-21'],
      ['认定', '2026-12-10', '2026-12-31'],
      ['回头看', '2027-01-01', '2027-12-31'],
    ]);
  });

  it('prints every class colour readably on white', () => {
    for (const entry of shipped().classes) expect(contrastOnWhite(entry.colour)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Contrast ratio of WCAG 2.1 §1.4.3 between a `#rrggbb` colour and white. */
const contrastOnWhite = (colour: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
};

describe('a scheme is refused', () => {
  it('if it is no scheme at all', () => {
    const read = parseScheme(['list']);
    expect(read.ok).toBe(false);
  });

  it.each([
    ['a value without its basis', 'parkReceives.basis', undefined, 'parkReceives.basis scheme.form.invalid_type'],
    ['a member that nobody knows', 'routting', [], ' scheme.form.unrecognized_keys'],
    ['a ratio written as a number', 'spotCheck.ratio.value', 0.2, 'spotCheck.ratio.value scheme.form.invalid_type'],
    ['a ratio above one', 'spotCheck.ratio.value', '1.5', 'spotCheck.ratio.value scheme.form.invalid_format'],
    ['a receiver that does not exist', 'routing.0.to', 'mayor', 'routing[0].to scheme.form.invalid_value'],
    ['a doubled code', 'affiliations.4.code', 'county', 'affiliations[4].code scheme.doubled'],
    [
      'a rule for an unknown affiliation',
      'routing.0.affiliations',
      ['state'],
      'routing[0].affiliations[0] scheme.unknown',
    ],
    ['a last rule with a condition', 'routing.3.divisions', ['510402'], 'routing[3] scheme.lastRuleHasCondition'],
    ['a gap in the ranks', 'classes.3.rank', 5, 'classes scheme.rankGap'],
    ['a rank without its threshold', 'classes.1.from', undefined, 'classes[1] scheme.rankWithoutFrom'],
    [
      'more visits planned than allowed',
      'classes.0.visits.target.value',
      3,
      'classes[0].visits.target scheme.targetAboveCap',
    ],
    ['a phase that ends before it starts', 'phases.1.toDay', 11, 'phases[1] scheme.datesCross'],
    ['a phase beyond the campaign', 'phases.6.toDay', 499, 'phases[6].toDay scheme.phaseOutsideCampaign'],
    [
      'a day that does not exist',
      'defaultCampaign.start',
      '2026-02-30',
      'defaultCampaign.start scheme.form.invalid_format',
    ],
    ['an end before the start', 'defaultCampaign.end', '2026-08-19', 'defaultCampaign scheme.datesCross'],
    [
      'too few days of public notice',
      'publicNotice.workingDays.value',
      4,
      'publicNotice.workingDays.value scheme.outOfRange',
    ],
  ])('for %s', (_, path, value, expected) => {
    const found = faults(set(path, value));
    expect(found).toEqual([expected]);
  });

  it('with every fault at once', () => {
    const found = faults((scheme) => {
      set('routing.0.affiliations', ['state'])(scheme);
      set('classes.3.rank', 5)(scheme);
    });
    expect(found).toEqual(['routing[0].affiliations[0] scheme.unknown', 'classes scheme.rankGap']);
  });
});
