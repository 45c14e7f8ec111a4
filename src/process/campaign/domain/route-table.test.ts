import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseOrganisations } from './organisations.ts';
import { SUPERVISING_KINDS } from './roster/directory.ts';
import { route } from './route.ts';
import { parseScheme, type Scheme } from './scheme.ts';

/**
 * Where every unit of the shipped scheme goes, written down by hand from the notice (攀安监〔2009〕166号 三、第二阶段（一）) and held
 * against the function; nothing here is taken from the scheme.
 */

const shipped = (file: string): unknown =>
  parse(readFileSync(new URL(`../../../../schemes/panzhihua-2009/${file}`, import.meta.url), 'utf8'));
const read = parseScheme(shipped('scheme.yaml'));
const organisations = parseOrganisations(shipped('organisations.yaml'));
if (!read.ok || !organisations.ok) throw new Error('the shipped scheme does not read');
const scheme: Scheme = read.value;
const withPark = (value: boolean): Scheme => ({ ...scheme, parkReceives: { ...scheme.parkReceives, value } });

/** 非煤矿山处、煤矿处、危化处、工贸处；东区局、西区局、仁和区局、米易县局、盐边县局；钒钛园区. */
const bodies: Readonly<Record<string, string>> = {
  非: 'division-non-coal-mines',
  煤: 'division-coal-mines',
  危: 'division-hazardous-chemicals',
  工: 'division-industry-trade',
  东: 'bureau-dongqu',
  西: 'bureau-xiqu',
  仁: 'bureau-renhe',
  米: 'bureau-miyi',
  盐: 'bureau-yanbian',
  园: 'vt-park',
};
const divisions: Readonly<Record<string, string>> = {
  东: '510402',
  西: '510403',
  仁: '510411',
  米: '510421',
  盐: '510422',
};
const affiliations: Readonly<Record<string, string>> = {
  中央: 'central',
  省属: 'provincial',
  市属: 'municipal',
  县属: 'county',
  民营: 'private',
};
/** In the order of the receivers below: 露天矿山、地下矿山、尾矿库、煤矿、危险化学品、烟花爆竹、冶金有色、机械制造、建材. */
const industries = [
  'opencast-mine',
  'underground-mine',
  'tailings-pond',
  'coal-mine',
  'hazardous-chemicals',
  'fireworks',
  'metallurgy',
  'machinery',
  'building-materials',
];

// 隶属关系 | 监管机构 所在地 | 九个行业的受理机构：园区受理 | 园区不受理
const table = `
中央 | 东 东 | 非非非煤危危工工工 | 非非非煤危危工工工
中央 | 西 西 | 非非非煤危危工工工 | 非非非煤危危工工工
中央 | 仁 仁 | 非非非煤危危工工工 | 非非非煤危危工工工
中央 | 米 米 | 非非非煤危危工工工 | 非非非煤危危工工工
中央 | 盐 盐 | 非非非煤危危工工工 | 非非非煤危危工工工
中央 | 园 仁 | 非非非煤危危工工工 | 非非非煤危危工工工
中央 | 非 西 | 非非非煤危危工工工 | 非非非煤危危工工工
中央 | 煤 西 | 非非非煤危危工工工 | 非非非煤危危工工工
中央 | 危 东 | 非非非煤危危工工工 | 非非非煤危危工工工
中央 | 工 东 | 非非非煤危危工工工 | 非非非煤危危工工工
省属 | 东 东 | 非非非煤危危工工工 | 非非非煤危危工工工
省属 | 西 西 | 非非非煤危危工工工 | 非非非煤危危工工工
省属 | 仁 仁 | 非非非煤危危工工工 | 非非非煤危危工工工
省属 | 米 米 | 非非非煤危危工工工 | 非非非煤危危工工工
省属 | 盐 盐 | 非非非煤危危工工工 | 非非非煤危危工工工
省属 | 园 盐 | 非非非煤危危工工工 | 非非非煤危危工工工
省属 | 非 米 | 非非非煤危危工工工 | 非非非煤危危工工工
省属 | 煤 仁 | 非非非煤危危工工工 | 非非非煤危危工工工
省属 | 危 西 | 非非非煤危危工工工 | 非非非煤危危工工工
省属 | 工 盐 | 非非非煤危危工工工 | 非非非煤危危工工工
市属 | 东 东 | 东东东东东东东东东 | 东东东东东东东东东
市属 | 西 西 | 西西西西西西西西西 | 西西西西西西西西西
市属 | 仁 仁 | 仁仁仁仁仁仁仁仁仁 | 仁仁仁仁仁仁仁仁仁
市属 | 米 米 | 米米米米米米米米米 | 米米米米米米米米米
市属 | 盐 盐 | 盐盐盐盐盐盐盐盐盐 | 盐盐盐盐盐盐盐盐盐
市属 | 园 仁 | 园园园园园园园园园 | 仁仁仁仁仁仁仁仁仁
市属 | 非 西 | 西西西西西西西西西 | 西西西西西西西西西
市属 | 煤 西 | 西西西西西西西西西 | 西西西西西西西西西
市属 | 危 东 | 东东东东东东东东东 | 东东东东东东东东东
市属 | 工 米 | 米米米米米米米米米 | 米米米米米米米米米
县属 | 东 东 | 东东东东东东东东东 | 东东东东东东东东东
县属 | 西 西 | 西西西西西西西西西 | 西西西西西西西西西
县属 | 仁 仁 | 仁仁仁仁仁仁仁仁仁 | 仁仁仁仁仁仁仁仁仁
县属 | 米 米 | 米米米米米米米米米 | 米米米米米米米米米
县属 | 盐 盐 | 盐盐盐盐盐盐盐盐盐 | 盐盐盐盐盐盐盐盐盐
县属 | 园 盐 | 园园园园园园园园园 | 盐盐盐盐盐盐盐盐盐
县属 | 非 仁 | 仁仁仁仁仁仁仁仁仁 | 仁仁仁仁仁仁仁仁仁
县属 | 煤 西 | 西西西西西西西西西 | 西西西西西西西西西
县属 | 危 盐 | 盐盐盐盐盐盐盐盐盐 | 盐盐盐盐盐盐盐盐盐
县属 | 工 东 | 东东东东东东东东东 | 东东东东东东东东东
民营 | 东 东 | 东东东东东东东东东 | 东东东东东东东东东
民营 | 西 西 | 西西西西西西西西西 | 西西西西西西西西西
民营 | 仁 仁 | 仁仁仁仁仁仁仁仁仁 | 仁仁仁仁仁仁仁仁仁
民营 | 米 米 | 米米米米米米米米米 | 米米米米米米米米米
民营 | 盐 盐 | 盐盐盐盐盐盐盐盐盐 | 盐盐盐盐盐盐盐盐盐
民营 | 园 东 | 园园园园园园园园园 | 东东东东东东东东东
民营 | 非 米 | 米米米米米米米米米 | 米米米米米米米米米
民营 | 煤 仁 | 仁仁仁仁仁仁仁仁仁 | 仁仁仁仁仁仁仁仁仁
民营 | 危 西 | 西西西西西西西西西 | 西西西西西西西西西
民营 | 工 盐 | 盐盐盐盐盐盐盐盐盐 | 盐盐盐盐盐盐盐盐盐
`;

// A unit that lies elsewhere than its supervising body: 民营 | 监管机构 所在地 | 受理 | 园区不受理时
const elsewhere = `
民营 | 东 西 | 西西西西西西西西西 | 西西西西西西西西西
民营 | 西 东 | 东东东东东东东东东 | 东东东东东东东东东
民营 | 仁 米 | 米米米米米米米米米 | 米米米米米米米米米
民营 | 米 盐 | 盐盐盐盐盐盐盐盐盐 | 盐盐盐盐盐盐盐盐盐
民营 | 盐 仁 | 仁仁仁仁仁仁仁仁仁 | 仁仁仁仁仁仁仁仁仁
民营 | 园 西 | 园园园园园园园园园 | 西西西西西西西西西
民营 | 园 仁 | 园园园园园园园园园 | 仁仁仁仁仁仁仁仁仁
民营 | 园 米 | 园园园园园园园园园 | 米米米米米米米米米
民营 | 园 盐 | 园园园园园园园园园 | 盐盐盐盐盐盐盐盐盐
市属 | 园 东 | 园园园园园园园园园 | 东东东东东东东东东
中央 | 东 米 | 非非非煤危危工工工 | 非非非煤危危工工工
`;

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [affiliation = '', place = '', on = '', off = ''] = line.split(' | ');
      const [body = '', division = ''] = place.split(' ');
      return { line, affiliation, body, division, on: [...on], off: [...off] };
    });

const receiverOf = (
  of: Scheme,
  { affiliation, body, division }: ReturnType<typeof lines>[number],
  industry: string,
) => {
  const found = route(of, {
    affiliation: affiliations[affiliation] ?? '',
    supervisingBody: bodies[body] ?? '',
    divisionCode: divisions[division] ?? '',
    industry,
  });
  return found.ok ? found.value.body : JSON.stringify(found.error);
};

describe('a declaration goes where the table written by hand says', () => {
  it.each([...lines(table), ...lines(elsewhere)])('$line', (row) => {
    const named = (letters: readonly string[]) => letters.map((letter) => bodies[letter]);
    expect(industries.map((industry) => receiverOf(withPark(true), row, industry))).toEqual(named(row.on));
    expect(industries.map((industry) => receiverOf(withPark(false), row, industry))).toEqual(named(row.off));
  });

  it('which leaves out no affiliation, supervising body or industry of the scheme', () => {
    const supervising = organisations.value.filter(({ kind }) => SUPERVISING_KINDS.includes(kind)).map(({ id }) => id);
    const written = lines(table).map(({ affiliation, body }) => `${affiliations[affiliation]} ${bodies[body]}`);
    const wanted = scheme.affiliations.flatMap(({ code }) => supervising.map((body) => `${code} ${body}`));
    expect(written.toSorted()).toEqual(wanted.toSorted());
    expect(industries.toSorted()).toEqual(scheme.industries.map(({ code }) => code).toSorted());
    for (const { on, off } of lines(table))
      expect([on.length, off.length]).toEqual([industries.length, industries.length]);
  });
});
