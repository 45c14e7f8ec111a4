import type { Registration } from '#process/declaration/domain/registration-fields.ts';
import type { MadeEnterprise } from './enterprises.ts';
import { personName, phoneNumber } from './names.ts';
import type { Random } from './random.ts';

const scaleOf = (staff: number): string =>
  staff >= 1000 ? 'large' : staff >= 300 ? 'medium' : staff >= 20 ? 'small' : 'micro';

const OWNERSHIP: Readonly<Record<MadeEnterprise['affiliation'], readonly string[]>> = {
  central: ['state'],
  provincial: ['state'],
  municipal: ['state', 'joint-stock'],
  county: ['state', 'collective'],
  private: ['private', 'private', 'joint-stock'],
};

/** A registration form without gaps. `assessed`: first and last day of the self-assessment. */
export const makeRegistration = (
  enterprise: MadeEnterprise,
  quality: number,
  assessed: { readonly from: string; readonly to: string },
  random: Random,
): Registration => {
  const { staff, place, permit } = enterprise;
  const leader = personName(random);
  const revenue = staff * random.between(28, 90);
  const year = random.between(2003, 2021);
  const issuer = `${place.divisionName}市场监督管理局`;
  const founded = `${year}-${String(random.between(1, 12)).padStart(2, '0')}-18`;
  return {
    address: enterprise.address,
    township: random.pick(place.townships),
    ownership: random.pick(OWNERSHIP[enterprise.affiliation]),
    foundedOn: founded,
    mainProducts: enterprise.products,
    legalRepresentative: enterprise.legalRepresentative,
    legalRepresentativePhone: phoneNumber(random),
    principal: leader,
    safetyDirector: personName(random),
    contactName: enterprise.contactName,
    contactPhone: enterprise.contactPhone,
    safetyOrganisation: staff >= 100 ? '安全环保部' : '安全科',
    staffCount: staff,
    fullTimeSafetyStaff: Math.max(1, Math.round(staff * 0.02)),
    partTimeSafetyStaff: Math.round(staff * 0.03),
    specialOperators: Math.round(staff * 0.18),
    safetyEngineers: quality > 0.7 ? 1 : 0,
    shiftSystem: staff >= 100 ? '四班三运转' : '两班制',
    fixedAssets: String(staff * random.between(20, 120)),
    revenue: String(revenue),
    safetyInvestment: String(Math.round(revenue * (0.008 + 0.012 * quality))),
    scale: scaleOf(staff),
    aboveScale: revenue >= 2_000,
    majorHazardSources: enterprise.hazards.includes('tank-farm') ? random.between(0, 2) : 0,
    specialHazards: enterprise.hazards,
    deaths: 0,
    seriousInjuries: quality < 0.62 && random.chance(0.3) ? 1 : 0,
    occupationalDiseases: random.chance(0.04) ? 1 : 0,
    penalties: quality < 0.68 && random.chance(0.4) ? 1 : 0,
    liabilityInsurance: quality > 0.6 || random.chance(0.5),
    nature: 'first',
    assessedFrom: assessed.from,
    assessedTo: assessed.to,
    teamLeader: leader,
    teamMembers: `${personName(random)}（安全）、${personName(random)}（生产）、${personName(random)}（设备）`,
    certificates: [
      { kind: 'business-licence', number: enterprise.creditCode, issuer, from: founded },
      ...(permit === null
        ? []
        : [
            {
              kind: permit,
              number: `川攀演（${2024}）${String(enterprise.number).padStart(5, '0')}`,
              issuer: '攀枝花市主管部门（演示）',
              from: '2024-06-01',
              to: '2027-05-31',
            },
          ]),
    ],
  };
};
