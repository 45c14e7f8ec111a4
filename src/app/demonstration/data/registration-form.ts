import { submittedForm } from '#process/declaration/domain/registration/shown-fields.ts';
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

/** Code of GB/T 4754 by industry. */
const INDUSTRY_CLASS: Readonly<Record<string, string>> = {
  'opencast-mine': 'B0810',
  'underground-mine': 'B0810',
  'tailings-pond': 'B0810',
  'coal-mine': 'B0610',
  'hazardous-chemicals': 'C2611',
  fireworks: 'F5179',
  metallurgy: 'C3240',
  machinery: 'C3311',
};

/** What only units of an industry, or with a hazard, are asked; whatever does not concern the unit is not handed in. */
const conditional = (industry: string, staff: number, random: Random): Registration => ({
  miningMethod: industry === 'opencast-mine' ? 'opencast' : 'underground',
  annualOutput: String(random.between(5, 120)),
  slopeHeight: String(random.between(25, 160)),
  shaftDepth: String(random.between(80, 620)),
  mineGas: random.chance(0.8) ? 'low' : 'high',
  blasting: random.chance(0.6) ? 'contracted' : 'own',
  pondCapacity: String(random.between(40, 2_600)),
  damHeight: String(random.between(18, 95)),
  pondGrade: random.pick(['third', 'fourth', 'fourth', 'fifth']),
  pondState: 'in-use',
  downstreamPeople: random.between(0, 180),
  downstreamDistance: String(random.between(200, 3_000)),
  keyProcesses: '无',
  keyChemicals: random.pick(['氯', '氨', '汽油', '无']),
  tankVolume: String(random.between(100, 9_000)),
  gasFacilities: '转炉煤气，柜容 2 万立方米',
  ladleCapacity: String(random.between(5, 80)),
  ladleCranes: random.between(1, 6),
  castingWells: 0,
  dustKinds: random.pick(['铝粉', '煤粉', '木粉']),
  dustWorkers: Math.min(staff, random.between(2, 9)),
  dustCollectors: random.between(1, 4),
  ammoniaAmount: String(random.between(1, 12)),
  ammoniaUse: 'denitrification',
  storeArea: String(random.between(300, 1_200)),
  storeLimit: random.between(1_000, 8_000),
});

/** Further licences that an industry needs beside that of the enterprise's trade. */
const NEEDED: Readonly<Record<string, readonly ('work-safety-permit' | 'mining-permit')[]>> = {
  'opencast-mine': ['work-safety-permit', 'mining-permit'],
  'underground-mine': ['work-safety-permit', 'mining-permit'],
  'coal-mine': ['work-safety-permit', 'mining-permit'],
  'tailings-pond': ['work-safety-permit'],
};

/** Hazards that go with an industry, where the unit is of another than its enterprise. */
const HAZARD: Readonly<Record<string, string>> = {
  'opencast-mine': 'mine',
  'underground-mine': 'mine',
  'coal-mine': 'mine',
  'tailings-pond': 'tailings-pond',
  'hazardous-chemicals': 'hazardous-process',
  fireworks: 'explosives',
  metallurgy: 'molten-metal',
};

interface Assessment {
  readonly industry: string;
  readonly quality: number;
  /** First and last day of the self-assessment. */
  readonly from: string;
  readonly to: string;
  /** Class that the self-assessment comes to. */
  readonly classWanted: string;
}

/** A registration form without gaps. */
export const makeRegistration = (enterprise: MadeEnterprise, assessment: Assessment, random: Random): Registration => {
  const { staff, place, permit } = enterprise;
  const { industry, quality, from, to, classWanted } = assessment;
  const leader = personName(random);
  const director = personName(random);
  const revenue = staff * random.between(28, 90);
  const year = random.between(2003, 2021);
  const now = Number(from.slice(0, 4));
  const issuer = `${place.divisionName}市场监督管理局`;
  const founded = `${year}-${String(random.between(1, 12)).padStart(2, '0')}-18`;
  const permits = [...new Set([...(permit === null ? [] : [permit]), ...(NEEDED[industry] ?? [])])];
  const hazards = [...new Set([...enterprise.hazards, ...(HAZARD[industry] ? [HAZARD[industry]] : [])])];
  const majorHazardSources = enterprise.hazards.includes('tank-farm') ? random.between(0, 2) : 0;
  const injured = quality < 0.62 && random.chance(0.3) ? 1 : 0;
  const diseased = random.chance(0.04) ? 1 : 0;
  const penalised = quality < 0.68 && random.chance(0.4) ? 1 : 0;
  const insured = quality > 0.6 || random.chance(0.5);
  const form: Registration = {
    address: enterprise.address,
    township: random.pick(place.townships),
    ownership: random.pick(OWNERSHIP[enterprise.affiliation]),
    foundedOn: founded,
    industryClass: INDUSTRY_CLASS[industry] ?? 'C3011',
    mainProducts: enterprise.products,
    legalRepresentative: enterprise.legalRepresentative,
    legalRepresentativePhone: phoneNumber(random),
    principal: leader,
    principalCertificate: `川攀演A${String(enterprise.number).padStart(5, '0')}`,
    principalCertificateTo: `${now + 2}-12-31`,
    safetyDirector: director,
    contactName: enterprise.contactName,
    contactPhone: enterprise.contactPhone,
    safetyOrganisation: staff >= 100 ? '安全环保部' : '安全科',
    staffCount: staff,
    fullTimeSafetyStaff: Math.max(1, Math.round(staff * 0.02)),
    partTimeSafetyStaff: Math.round(staff * 0.03),
    certifiedSafetyStaff: 1,
    specialOperators: Math.round(staff * 0.18),
    safetyEngineers: quality > 0.7 ? 1 : 0,
    shiftWorkers: Math.round(staff * 0.6),
    shiftSystem: staff >= 100 ? '四班三运转' : '两班制',
    fixedAssets: String(staff * random.between(20, 120)),
    revenue: String(revenue),
    safetyInvestment: String(Math.round(revenue * (0.008 + 0.012 * quality))),
    scale: scaleOf(staff),
    aboveScale: revenue >= 2_000,
    standardisationGrade: quality > 0.8 ? 'second' : quality > 0.6 ? 'third' : 'none',
    majorHazardSources,
    majorHazardGrade: majorHazardSources > 0 ? 'fourth' : 'none',
    specialHazards: hazards,
    ...conditional(industry, staff, random),
    accidents: [now - 2, now - 1, now].map((one) => ({
      year: one,
      deaths: 0,
      seriousInjuries: one === now - 1 ? injured : 0,
      otherMajorAccidents: 0,
      occupationalDiseases: one === now - 2 ? diseased : 0,
    })),
    penalties: penalised,
    majorHazardsFound: 0,
    majorHazardsOpen: 0,
    ...(injured + diseased + penalised > 0 && { recordNote: '已按要求整改并报告主管部门' }),
    creditStatus: 'clear',
    liabilityInsurance: insured,
    ...(insured && { insurer: '演示财产保险公司', insuredTo: `${now + 1}-06-30` }),
    nature: 'first',
    classWanted,
    assessedFrom: from,
    assessedTo: to,
    teamLeader: leader,
    team: [
      { name: leader, department: '公司领导', post: '总经理' },
      { name: director, department: '安全', post: '安全总监' },
      { name: personName(random), department: '生产' },
      { name: personName(random), department: '设备' },
    ],
    agreement: true,
    certificates: [
      { kind: 'business-licence', number: enterprise.creditCode, issuer, from: founded },
      ...permits.map((kind) => ({
        kind,
        number: `川攀演（${2024}）${String(enterprise.number).padStart(5, '0')}`,
        issuer: '攀枝花市主管部门（演示）',
        from: '2024-06-01',
        to: '2027-05-31',
      })),
    ],
    attachments: [
      { kind: 'business-licence', enclosed: true },
      { kind: 'rules', enclosed: true },
      { kind: 'organisation', enclosed: true },
      { kind: 'emergency-plan', enclosed: true },
    ],
  };
  return submittedForm(form, { industry, townshipOpinion: false });
};
