import { describe, expect, it } from 'vitest';
import { asKept, requestFaults } from './check-request.ts';
import { deciderOf, movesDeclarations, needsProof, type RegisterValues } from './fields.ts';
import { type Held, openRegisterChangeActions, type Standing } from './states.ts';

const current: RegisterValues = {
  enterpriseName: '银江矿业',
  creditCode: '91510402MA6000001A',
  address: '东区某路 1 号',
  legalRepresentative: '向法人',
  contactName: '',
  contactPhone: '',
  affiliation: 'private',
  unitName: '采场',
  divisionCode: '510402',
  supervisingBodyId: 'bureau-dongqu',
  industry: 'opencast-mine',
};

describe('what a change needs', () => {
  it('is told by its strictest field', () => {
    expect(deciderOf(['address', 'contactName'])).toBe('supervising-body');
    expect(deciderOf(['address', 'divisionCode'])).toBe('city-office');
    expect([needsProof(['contactName', 'contactPhone']), needsProof(['contactName', 'address'])]).toEqual([
      false,
      true,
    ]);
    expect(
      (['affiliation', 'divisionCode', 'supervisingBodyId', 'industry'] as const).every((name) =>
        movesDeclarations([name]),
      ),
    ).toBe(true);
    expect(movesDeclarations(['enterpriseName', 'creditCode', 'address', 'unitName'])).toBe(false);
  });

  it('is checked as it would be kept: blanks do not count, a contact may be emptied, a broken character may not stand', () => {
    const check = (asked: Parameters<typeof asKept>[0]) =>
      requestFaults(asKept(asked), { ...current, contactName: '程' }, {}, true).map(
        ({ path, code }) => `${path} ${code}`,
      );
    expect(check({ unitName: ' 采场 ' })).toEqual(['values.unitName registerChange.sameValue']);
    expect(check({ contactName: ' ' })).toEqual([]);
    expect(check({ address: 'a\ud800' })).toEqual(['values.address registerChange.badCharacter']);
  });
});

describe('what a person may do with a request', () => {
  const held: Held = {
    state: 'pending',
    decider: 'city-office',
    bodyId: 'bureau-dongqu',
    concerned: ['bureau-dongqu', 'vt-park'],
    remarked: [],
    enterpriseId: 'firm',
    origin: 'enterprise',
    requestedBy: 'clerk',
  };
  const person = (over: Partial<Standing>): Standing => ({
    accountId: 'somebody',
    roles: [],
    bodyId: null,
    enterpriseId: null,
    ...over,
  });
  const office = person({ roles: ['city-office'], bodyId: 'city-office' });
  const park = person({ roles: ['reviewer'], bodyId: 'vt-park' });

  it('follows from the decider, the bodies concerned and who asked', () => {
    expect(openRegisterChangeActions(held, office)).toEqual(['approve', 'refuse']);
    expect(openRegisterChangeActions(held, park)).toEqual(['remark']);
    expect(openRegisterChangeActions({ ...held, remarked: ['vt-park'] }, park)).toEqual([]);
    expect(openRegisterChangeActions(held, person({ roles: ['enterprise'], enterpriseId: 'firm' }))).toEqual([
      'withdraw',
    ]);
    expect(openRegisterChangeActions(held, person({ roles: ['enterprise'], enterpriseId: 'other' }))).toEqual([]);
    const body = { ...held, decider: 'supervising-body', concerned: [] } as const;
    expect(openRegisterChangeActions(body, park)).toEqual([]);
    expect(openRegisterChangeActions(body, { ...park, bodyId: 'bureau-dongqu' })).toEqual(['approve', 'refuse']);
  });

  it('leaves the decision to another than the officer who asked, and nothing once it is settled', () => {
    const own = { ...held, origin: 'officer', requestedBy: 'somebody' } as const;
    expect(openRegisterChangeActions(own, office)).toEqual(['withdraw']);
    expect(openRegisterChangeActions({ ...held, state: 'approved' }, office)).toEqual([]);
  });
});
