import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeRegistration } from '../testing/whole-registration.ts';
import { readRegistration, registrationGaps } from './registration.ts';

const faults = (given: unknown): readonly string[] => {
  const read = readRegistration(given);
  return read.ok ? [] : read.error.issues.map(({ path, code }) => `${path} ${code}`);
};
const value = (given: Record<string, unknown>) => {
  const read = readRegistration(given);
  return read.ok ? read.value : read.error;
};

describe('a number of persons', () => {
  it.each([
    ['12', 12],
    [' 012 ', 12],
    ['3.0', 3],
    [7, 7],
  ])('typed as %j is %j', (typed, read) => expect(value({ staffCount: typed })).toEqual({ staffCount: read }));

  it.each([
    ['１２', 'registration.fullWidth'],
    ['1.5', 'registration.notWhole'],
    ['-1', 'registration.negative'],
    [-1, 'registration.negative'],
    ['1,200', 'registration.separators'],
    ['十二', 'registration.notANumber'],
    ['12人', 'registration.notANumber'],
    ['1e3', 'registration.notANumber'],
    ['200001', 'registration.tooLarge'],
  ])('typed as %j is refused with %s', (typed, code) =>
    expect(faults({ staffCount: typed })).toEqual([`staffCount ${code}`]),
  );

  it('in full-width digits is told how to write it', () => {
    expect(value({ staffCount: '１２' })).toMatchObject({ issues: [{ params: { halfWidth: '12' } }] });
  });
});

describe('an amount in 万元', () => {
  it.each([
    ['1234.50', '1234.5'],
    ['0012', '12'],
    ['0.10', '0.1'],
    [8100, '8100'],
    ['12.00', '12'],
  ])('typed as %j is kept as %j', (typed, kept) => expect(value({ revenue: typed })).toEqual({ revenue: kept }));

  it.each([
    ['1.234', 'registration.tooManyDecimals'],
    ['１.2', 'registration.fullWidth'],
    ['-0.5', 'registration.negative'],
    ['100000001', 'registration.tooLarge'],
  ])('typed as %j is refused with %s', (typed, code) =>
    expect(faults({ revenue: typed })).toEqual([`revenue ${code}`]),
  );

  it('with two decimals at most is always kept exactly', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999_999), (cents) => {
        const typed = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const read = value({ revenue: typed }) as { revenue: string };
        const [whole, places = ''] = read.revenue.split('.');
        expect(Number(whole) * 100 + Number(places.padEnd(2, '0'))).toBe(cents);
      }),
    );
  });
});

describe('other fields', () => {
  it.each([
    [{ address: '长'.repeat(201) }, 'address registration.tooLong'],
    [{ foundedOn: '2026/1/1' }, 'foundedOn registration.dayForm'],
    [{ foundedOn: '2026-02-30' }, 'foundedOn registration.noSuchDay'],
    [{ foundedOn: '２０２６-01-01' }, 'foundedOn registration.fullWidth'],
    [{ contactPhone: '12' }, 'contactPhone registration.phone'],
    [{ contactEmail: 'nobody' }, 'contactEmail registration.email'],
    [{ ownership: 'royal' }, 'ownership registration.notAChoice'],
    [{ specialHazards: ['dragons'] }, 'specialHazards registration.notAChoice'],
    [{ principal: 'a\u0000b' }, 'principal registration.badCharacter'],
    [{ staffCount: 3, specialOperators: 4 }, 'specialOperators registration.moreThanStaff'],
    [{ assessedFrom: '2026-09-02', assessedTo: '2026-09-01' }, 'assessedTo registration.endsBeforeItStarts'],
    [
      { certificates: [{ kind: 'other', number: '1', issuer: '某局', from: '2026-02-01', to: '2026-01-01' }] },
      'certificates.0.to registration.endsBeforeItStarts',
    ],
    [{ noSuchField: 1 }, ' registration.wrongKind'],
  ])('%j is refused', (given, fault) => expect(faults(given)).toEqual([fault]));

  it('left empty are not there, whatever kind of emptiness was sent', () => {
    expect(value({ address: '  ', staffCount: null, foundedOn: '', liabilityInsurance: null })).toEqual({});
  });

  it('read once are read the same again', () => {
    const once = value({ ...wholeRegistration });
    expect(value(once as Record<string, unknown>)).toEqual(once);
  });
});

const setting = {
  industry: 'opencast-mine',
  townshipOpinion: false,
  classes: ['A', 'B'],
  campaign: { startsOn: '2026-08-20', endsOn: '2026-12-31' },
};

describe('the form has gaps', () => {
  const gaps = (change: Record<string, unknown>, other: Partial<typeof setting> = {}) => {
    const read = readRegistration({ ...wholeRegistration, ...change });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return registrationGaps(read.value, { ...setting, ...other }).map(({ path, code }) => `${path} ${code}`);
  };

  it('none when everything required is there, zero included', () => expect(gaps({ penalties: 0 })).toEqual([]));

  it.each([
    [{ staffCount: null }, 'staffCount registration.missing'],
    [{ liabilityInsurance: null }, 'liabilityInsurance registration.missing'],
    [{ certificates: [] }, 'certificates registration.missing'],
    [
      { certificates: [{ kind: 'other', number: '1', issuer: '某局', from: '2020-01-01' }] },
      'certificates registration.businessLicenceMissing',
    ],
    [{ accidents: wholeRegistration.accidents.slice(1) }, 'accidents registration.yearMissing'],
    [{ classWanted: 'Z' }, 'classWanted registration.notAChoice'],
    [{ agreement: false }, 'agreement registration.agreementNeeded'],
    [{ team: [{ name: '余负责' }] }, 'team.0.department registration.missing'],
  ])('with %j', (change, gap) => expect(gaps(change)).toEqual([gap]));

  it('in a certificate that is begun', () => {
    expect(gaps({ certificates: [{ kind: 'business-licence', number: '1', issuer: '', from: '2020-01-01' }] })).toEqual(
      ['certificates.0.issuer registration.missing'],
    );
  });

  it('asks for the township’s opinion only where the scheme does', () => {
    expect(gaps({}, { townshipOpinion: true })).toEqual([
      'townshipOpinion registration.missing',
      'townshipOffice registration.missing',
      'townshipSigner registration.missing',
      'townshipOn registration.missing',
    ]);
  });
});
