import { makeCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { type Business, type IndustryKind, industryKinds } from './industries.ts';
import { personName, phoneNumber, placeName, tradeNames } from './names.ts';
import { type Place, places } from './places.ts';
import { dealer, type Random, randomOf } from './random.ts';

export interface MadeUnit {
  readonly name: string;
  readonly industry: string;
  /** What kind of works it is, as in the firm's name (钒业); decides what of its standard it does not have. */
  readonly trade: string;
  /** 0 (poor) to 1 (excellent): how well it would do if everything were checked. */
  readonly quality: number;
}

export interface MadeEnterprise {
  /** From 1. */
  readonly number: number;
  readonly name: string;
  readonly creditCode: string;
  readonly affiliation: 'central' | 'provincial' | 'municipal' | 'county' | 'private';
  readonly place: Place;
  readonly address: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly staff: number;
  readonly products: string;
  readonly hazards: readonly string[];
  readonly permit: IndustryKind['permit'];
  readonly units: readonly MadeUnit[];
}

type Affiliation = MadeEnterprise['affiliation'];

const affiliations: readonly { value: Affiliation; weight: number }[] = [
  { value: 'private', weight: 14 },
  { value: 'county', weight: 2 },
  { value: 'municipal', weight: 2 },
  { value: 'provincial', weight: 1 },
  { value: 'central', weight: 1 },
];

const SOME_HAVE_SEVERAL_UNITS = 0.17;
/** Marks the codes of invented organisations (演 is Yan, 范 is Fan). */
const CODE_SERIES = 'YF';

/** The organisation code inside a credit code, with its own check character (GB 11714). */
const organisationCode = (number: number): string => {
  const first8 = `${CODE_SERIES}${String(number).padStart(6, '0')}`;
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number.parseInt(first8.charAt(at), 36), 0);
  const check = 11 - (sum % 11);
  return first8 + (check === 10 ? 'X' : check === 11 ? '0' : String(check));
};

const nameOf = (affiliation: Affiliation, prefix: string, trade: string, word: string): string => {
  if (affiliation === 'central') return `${trade}${word}集团攀枝花有限公司`;
  if (affiliation === 'provincial') return `四川${trade}${word}有限责任公司`;
  if (affiliation === 'municipal') return `攀枝花市${trade}${word}有限责任公司`;
  return `${prefix}${trade}${word}有限${affiliation === 'county' ? '责任' : ''}公司`;
};

const unitsOf = (
  kind: IndustryKind,
  business: Business,
  trade: string,
  random: Random,
  several: boolean,
): readonly MadeUnit[] => {
  const base = 0.53 + 0.43 * random.next() ** 0.85;
  const quality = () => Math.min(1, Math.max(0, base + (random.next() - 0.5) * 0.12));
  const named = (name: string) => name.replace('{place}', placeName(random)).replace('{trade}', trade);
  const { word } = business;
  const first = named(random.pick(business.units ?? kind.units));
  const units: MadeUnit[] = [{ name: first, industry: kind.industry, trade: word, quality: quality() }];
  const wanted = several ? random.between(2, 3) : 1;
  for (let tries = 0; units.length < wanted && tries < 12; tries++) {
    const { industry, name: pattern, trade: own = word } = random.pick(kind.further);
    const name = named(pattern);
    if (!units.some((unit) => unit.name === name)) units.push({ name, industry, trade: own, quality: quality() });
  }
  return units;
};

/**
 * Invented enterprises of a city like this one, in a fixed order: the first `count` of a seed are the same whatever the count.
 * Industries, places and affiliations are dealt evenly, so that 40 enterprises have all of them.
 */
export const makeEnterprises = (seed: string, count: number): readonly MadeEnterprise[] => {
  const dealing = randomOf(seed, 'deal');
  const industryOf = dealer(
    industryKinds.map((value) => ({ value, weight: value.weight })),
    dealing,
  );
  const placeOf = new Map(industryKinds.map((kind) => [kind.industry, dealer(kind.places, dealing)]));
  const affiliationOf = dealer(affiliations, dealing);
  const several = dealer(
    [
      { value: true, weight: SOME_HAVE_SEVERAL_UNITS },
      { value: false, weight: 1 - SOME_HAVE_SEVERAL_UNITS },
    ],
    dealing,
  );
  const tradeName = tradeNames(randomOf(seed, 'trade names'));
  return Array.from({ length: count }, (_, index): MadeEnterprise => {
    const number = index + 1;
    const random = randomOf(seed, 'enterprise', number);
    const kind = industryOf();
    const place: Place = places[placeOf.get(kind.industry)?.() ?? 'dongqu'];
    const affiliation = affiliationOf();
    const business = random.pick(kind.businesses);
    const large = affiliation === 'central' || affiliation === 'provincial';
    const trade = tradeName();
    const township = random.pick(place.townships);
    return {
      number,
      name: nameOf(affiliation, place.prefix, trade, business.word),
      creditCode: makeCreditCode(`91${place.divisionCode}${organisationCode(number)}`),
      affiliation,
      place,
      address: `四川省攀枝花市${place.divisionName}${township}${placeName(random)}${random.between(1, 200)}号`,
      legalRepresentative: personName(random),
      contactName: personName(random),
      contactPhone: phoneNumber(random),
      staff: random.between(...kind.staff) * (large ? 3 : 1),
      products: business.products,
      hazards: kind.hazards,
      permit: kind.permit,
      units: unitsOf(kind, business, trade, random, several() || large),
    };
  });
};
