import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fill } from '#platform/text.ts';
import { routeText } from '../route.text.ts';
import { type RoutedUnit, route } from './route.ts';
import { parseScheme, type Scheme } from './scheme.ts';

const path = new URL('../../../../schemes/panzhihua-2009/scheme.yaml', import.meta.url);
const read = parseScheme(parse(readFileSync(path, 'utf8')));
if (!read.ok) throw new Error(JSON.stringify(read.error));
const scheme: Scheme = read.value;
const withoutPark: Scheme = { ...scheme, parkReceives: { ...scheme.parkReceives, value: false } };

const unit = (change: Partial<RoutedUnit> = {}): RoutedUnit => ({
  affiliation: 'private',
  divisionCode: '510411',
  supervisingBody: 'bureau-renhe',
  industry: 'opencast-mine',
  ...change,
});

const decided = (of: Scheme, from: RoutedUnit) => {
  const found = route(of, from);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};

describe('a declaration is handed in', () => {
  it.each([
    ['a private mine', unit(), 'bureau-renhe', 'territorial'],
    ['a city enterprise', unit({ affiliation: 'municipal', divisionCode: '510421' }), 'bureau-miyi', 'territorial'],
    ['a county enterprise', unit({ affiliation: 'county', divisionCode: '510403' }), 'bureau-xiqu', 'territorial'],
    ['a central mine', unit({ affiliation: 'central' }), 'division-non-coal-mines', 'central-provincial'],
    [
      'a provincial chemical plant',
      unit({ affiliation: 'provincial', industry: 'hazardous-chemicals' }),
      'division-hazardous-chemicals',
      'central-provincial',
    ],
    ['a private smelter of the park', unit({ supervisingBody: 'vt-park', industry: 'metallurgy' }), 'vt-park', 'park'],
    [
      'a central smelter in the park',
      unit({ affiliation: 'central', supervisingBody: 'vt-park', industry: 'metallurgy' }),
      'division-industry-trade',
      'central-provincial',
    ],
  ])('by %s to the right body', (_, from, body, rule) => {
    const found = decided(scheme, from);
    expect([found.body, found.rule.id]).toEqual([body, rule]);
  });

  it('by a unit of the park to its county if the park does not receive', () => {
    const found = decided(withoutPark, unit({ supervisingBody: 'vt-park', divisionCode: '510422' }));
    expect([found.body, found.rule.id]).toEqual(['bureau-yanbian', 'park-to-county']);
    expect(found.reasons).toEqual([
      { code: 'route.supervisingBody', params: { supervisingBody: 'vt-park' } },
      { code: 'route.parkDoesNotReceive', params: {} },
      {
        code: 'route.toCountyOfTerritory',
        params: { divisionCode: '510422', divisionName: '盐边县', body: 'bureau-yanbian' },
      },
    ]);
  });

  it('with reasons that name the condition and the receiver', () => {
    expect(decided(scheme, unit({ affiliation: 'central' })).reasons).toEqual([
      { code: 'route.affiliation', params: { affiliation: 'central', affiliationName: '中央' } },
      {
        code: 'route.toIndustryDivision',
        params: { industry: 'opencast-mine', industryName: '金属非金属露天矿山', body: 'division-non-coal-mines' },
      },
    ]);
    expect(decided(scheme, unit()).reasons[0]).toEqual({ code: 'route.otherwise', params: {} });
  });
});

describe('the table decides', () => {
  it('by its first row that fits, also on division and industry', () => {
    const coalFirst: Scheme = {
      ...scheme,
      routing: [
        {
          id: 'coal-of-xiqu',
          name: '西区煤矿报市局煤矿处',
          divisions: ['510403'],
          industries: ['coal-mine'],
          to: 'industry-division',
          basis: '示范',
        },
        ...scheme.routing,
      ],
    };
    const coal = unit({ industry: 'coal-mine', divisionCode: '510403' });
    expect(decided(coalFirst, coal).rule.id).toBe('coal-of-xiqu');
    expect(decided(coalFirst, coal).body).toBe('division-coal-mines');
    expect(decided(coalFirst, { ...coal, divisionCode: '510411' }).rule.id).toBe('territorial');
    expect(decided(coalFirst, { ...coal, industry: 'machinery' }).rule.id).toBe('territorial');
  });

  it('for every unit of the scheme, whoever supervises it', () => {
    const among = (entries: readonly { readonly code: string }[]) =>
      fc.constantFrom(...entries.map((entry) => entry.code));
    fc.assert(
      fc.property(
        fc.record({
          affiliation: among(scheme.affiliations),
          divisionCode: among(scheme.divisions),
          industry: among(scheme.industries),
          supervisingBody: fc.string({ minLength: 1 }),
        }),
        fc.boolean(),
        (from, receives) => {
          const found = decided(receives ? scheme : withoutPark, from);
          expect(found.body).not.toBe('');
          expect(found.reasons.length).toBeGreaterThanOrEqual(2);
          for (const { code, params } of found.reasons) {
            const names = { bodyName: '局', supervisingBodyName: '园区' };
            expect(fill(routeText['zh-CN'][code], { ...params, ...names })).not.toMatch(/[{}]/);
          }
        },
      ),
    );
  });

  it('not for a unit that the scheme cannot place: each unknown field is named', () => {
    const found = route(scheme, { affiliation: '', divisionCode: '510400', supervisingBody: '', industry: 'bakery' });
    expect(found.ok ? [] : found.error.issues.map((issue) => issue.path)).toEqual([
      'affiliation',
      'divisionCode',
      'industry',
      'supervisingBody',
    ]);
  });
});
