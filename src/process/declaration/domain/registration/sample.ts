import type { Registration } from '../registration-fields.ts';
import { accidentYears } from './accident-years.ts';
import { type FormSetting, submittedForm } from './shown-fields.ts';

/** What the register says in the sample. */
export const sampleRegister = {
  enterpriseName: '攀枝花示范实业有限公司',
  creditCode: '91510400MA00000002',
  unitName: '示范评估单元',
} as const;

/** Hazards that a unit of the industry has as a rule. */
const hazards: Readonly<Record<string, readonly string[]>> = {
  'opencast-mine': ['mine', 'explosives', 'special-equipment'],
  'underground-mine': ['mine', 'explosives', 'confined-space', 'special-equipment'],
  'coal-mine': ['mine', 'gas', 'explosives', 'special-equipment'],
  'tailings-pond': ['tailings-pond'],
  'hazardous-chemicals': ['hazardous-process', 'tank-farm', 'key-chemicals', 'special-equipment'],
  fireworks: ['explosives'],
  metallurgy: ['gas', 'molten-metal', 'confined-space', 'special-equipment'],
  machinery: ['combustible-dust', 'confined-space', 'special-equipment'],
  'building-materials': ['combustible-dust', 'confined-space', 'special-equipment'],
};

const industryClasses: Readonly<Record<string, string>> = {
  'opencast-mine': 'B0810',
  'underground-mine': 'B0810',
  'coal-mine': 'B0610',
  'tailings-pond': 'B0810',
  'hazardous-chemicals': 'C2611',
  fireworks: 'F5179',
  metallurgy: 'C3240',
  machinery: 'C3311',
  'building-materials': 'C3011',
};

const products: Readonly<Record<string, string>> = {
  'opencast-mine': '钒钛磁铁矿',
  'underground-mine': '铁矿石',
  'coal-mine': '原煤',
  'tailings-pond': '铁精矿、钛精矿（尾矿堆存）',
  'hazardous-chemicals': '工业硫酸',
  fireworks: '烟花爆竹批发',
  metallurgy: '五氧化二钒、钒氮合金',
  machinery: '金属结构件',
  'building-materials': '水泥',
};

type Certificate = NonNullable<Registration['certificates']>[number];
type Kind = NonNullable<Certificate['kind']>;

const permits: Readonly<Record<string, readonly Kind[]>> = {
  'opencast-mine': ['work-safety-permit', 'mining-permit'],
  'underground-mine': ['work-safety-permit', 'mining-permit'],
  'coal-mine': ['work-safety-permit', 'mining-permit'],
  'tailings-pond': ['work-safety-permit'],
  'hazardous-chemicals': ['hazardous-chemicals-permit'],
  fireworks: ['fireworks-permit'],
};

const permit = (kind: Kind, year: number): Certificate => ({
  kind,
  number: `（示范）${year - 1}-00001`,
  issuer: '示范发证机关',
  from: `${year - 1}-06-01`,
  to: `${year + 2}-05-31`,
});

const common = {
  address: '四川省攀枝花市东区示范路 1 号',
  township: '示范街道',
  ownership: 'private',
  foundedOn: '2008-05-20',
  longitude: '101.718',
  latitude: '26.582',
  legalRepresentative: '赵示范',
  legalRepresentativePhone: '0812-3330001',
  fax: '0812-3330009',
  principal: '钱示范',
  principalCertificate: '（示范）川A-0001',
  safetyDirector: '孙示范',
  contactName: '李示范',
  contactPhone: '0812-3330002',
  contactMobile: '13800000000',
  contactEmail: 'anquan@example.com',
  safetyOrganisation: '安全环保部',
  staffCount: 126,
  unitStaffCount: 98,
  fullTimeSafetyStaff: 4,
  partTimeSafetyStaff: 6,
  certifiedSafetyStaff: 4,
  specialOperators: 23,
  safetyEngineers: 1,
  shiftWorkers: 72,
  shiftSystem: '四班三运转',
  fixedAssets: '8600.5',
  revenue: '12350.25',
  safetyInvestment: '186.4',
  scale: 'small',
  aboveScale: true,
  standardisationGrade: 'third',
  standardisationSpeciality: '与本单元行业相应的专业',
  majorHazardSources: 0,
  specialAreas: '示范：采区下游 300 米内有乡道一条，已设警示和限速标志',
  penalties: 0,
  majorHazardsFound: 1,
  majorHazardsOpen: 0,
  recordNote: '示范：6 月自查发现重大事故隐患 1 项，7 月整改销号',
  creditStatus: 'clear',
  liabilityInsurance: true,
  insurer: '示范财产保险公司',
  nature: 'repeated',
  previousClass: '示范：B 类',
  teamLeader: '钱示范',
  team: [
    { name: '钱示范', department: '公司领导', post: '总经理', title: '高级工程师', phone: '0812-3330003' },
    { name: '孙示范', department: '安全环保部', post: '安全总监', title: '注册安全工程师', phone: '0812-3330004' },
    { name: '周示范', department: '生产部', post: '部长', title: '工程师', phone: '0812-3330005' },
  ],
  agreement: true,
  attachments: [
    { kind: 'business-licence', enclosed: true, reference: '附件 1' },
    { kind: 'permits', enclosed: true, reference: '附件 2' },
    { kind: 'rules', enclosed: true, reference: '附件 3' },
    { kind: 'organisation', enclosed: true, reference: '附件 4' },
    { kind: 'emergency-plan', enclosed: true, reference: '附件 5' },
  ],
} as const satisfies Registration;

/** One of each; what the unit does not have is left out. */
const conditional = {
  annualOutput: '60',
  slopeHeight: '85',
  shaftDepth: '320',
  mineGas: 'low',
  blasting: 'contracted',
  pondCapacity: '420.5',
  damHeight: '58',
  pondGrade: 'fourth',
  pondState: 'in-use',
  downstreamPeople: 36,
  downstreamDistance: '1200',
  majorHazardGrade: 'none',
  keyProcesses: '无',
  keyChemicals: '硫酸（不在重点监管名录内的填“无”）',
  tankVolume: '1200',
  gasFacilities: '转炉煤气，柜容 2 万立方米',
  ladleCapacity: '30',
  ladleCranes: 2,
  castingWells: 0,
  dustKinds: '铝粉（打磨）',
  dustWorkers: 9,
  dustCollectors: 2,
  ammoniaAmount: '3.5',
  ammoniaUse: 'refrigeration',
  storeArea: '860',
  storeLimit: 4_000,
} as const satisfies Registration;

/** A filled form of invented values for the industry, complete, for reading beside one's own: every value is 示范. */
export const registrationSample = (setting: FormSetting): Registration => {
  const { industry, campaign, classes } = setting;
  const year = Number(campaign.startsOn.slice(0, 4));
  const form: Registration = {
    ...common,
    ...conditional,
    miningMethod: industry === 'opencast-mine' ? 'opencast' : 'underground',
    industryClass: industryClasses[industry] ?? 'C3000',
    mainProducts: products[industry] ?? '示范产品',
    specialHazards: hazards[industry] ?? [],
    principalCertificateTo: `${year + 2}-12-31`,
    standardisationOn: `${year - 1}-04-10`,
    insuredTo: `${year + 1}-03-31`,
    accidents: accidentYears(campaign.startsOn).map((one) => ({
      year: one,
      deaths: 0,
      seriousInjuries: 0,
      otherMajorAccidents: 0,
      occupationalDiseases: 0,
    })),
    certificates: [
      {
        kind: 'business-licence',
        number: sampleRegister.creditCode,
        issuer: '攀枝花市市场监督管理局',
        from: '2008-05-20',
      },
      ...(permits[industry] ?? []).map((kind) => permit(kind, year)),
    ],
    classWanted: classes[1] ?? classes[0],
    assessedFrom: campaign.startsOn,
    assessedTo: campaign.startsOn,
    townshipOpinion: '经核实，情况属实，同意报送。',
    townshipOffice: '示范街道办事处',
    townshipSigner: '吴示范',
    townshipOn: campaign.startsOn,
  };
  return submittedForm(form, setting);
};
