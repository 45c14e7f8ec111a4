import type { PlaceKey } from './places.ts';
import type { Share } from './random.ts';

/** A line of business: the word for it in a firm's name, and what it makes. */
export interface Business {
  readonly word: string;
  readonly products: string;
  /** Names of its units, where they are others than those of the industry. */
  readonly units?: readonly string[];
}

/** What is typical of an industry, for invented enterprises. */
export interface IndustryKind {
  readonly industry: string;
  readonly weight: number;
  readonly places: readonly Share<PlaceKey>[];
  readonly businesses: readonly Business[];
  /** Names of assessed units; `{place}` stands for a field name, `{trade}` for the firm's trade name. */
  readonly units: readonly string[];
  /** A further unit may belong to another industry: a mine has its tailings pond. */
  readonly further: readonly { readonly industry: string; readonly name: string; readonly trade?: string }[];
  readonly hazards: readonly string[];
  /** A licence of the trade beside the business licence. */
  readonly permit: 'mining-permit' | 'work-safety-permit' | 'hazardous-chemicals-permit' | 'fireworks-permit' | null;
  readonly staff: readonly [low: number, high: number];
}

const share = (weights: Partial<Record<PlaceKey, number>>): readonly Share<PlaceKey>[] =>
  Object.entries(weights).map(([value, weight]) => ({ value: value as PlaceKey, weight }));

export const industryKinds: readonly IndustryKind[] = [
  {
    industry: 'opencast-mine',
    weight: 11,
    places: share({ dongqu: 2, renhe: 3, miyi: 3, yanbian: 3 }),
    businesses: [
      { word: '矿业', products: '钒钛磁铁矿', units: ['{place}露天采场', '{place}铁矿采场'] },
      { word: '石灰石矿业', products: '石灰石', units: ['{place}石灰石矿'] },
      { word: '白云石矿业', products: '白云石', units: ['{place}白云石矿'] },
      { word: '砂石开采', products: '建筑用砂石骨料', units: ['{place}砂石矿'] },
    ],
    units: ['{place}露天采场'],
    further: [
      { industry: 'tailings-pond', name: '{place}尾矿库' },
      { industry: 'opencast-mine', name: '{place}二采区' },
    ],
    hazards: ['mine', 'explosives'],
    permit: 'mining-permit',
    staff: [12, 160],
  },
  {
    industry: 'underground-mine',
    weight: 8,
    places: share({ renhe: 2, miyi: 3, yanbian: 4 }),
    businesses: [
      { word: '铁矿', products: '铁矿石' },
      { word: '铜矿', products: '铜矿石' },
      { word: '铅锌矿业', products: '铅锌矿石' },
    ],
    units: ['{place}铁矿', '{place}矿井', '{place}斜井'],
    further: [{ industry: 'tailings-pond', name: '{place}尾矿库' }],
    hazards: ['mine', 'explosives', 'confined-space'],
    permit: 'mining-permit',
    staff: [25, 240],
  },
  {
    industry: 'tailings-pond',
    weight: 6,
    places: share({ dongqu: 2, renhe: 2, miyi: 3, yanbian: 3 }),
    businesses: [
      { word: '选矿', products: '铁精矿、钛精矿' },
      { word: '资源综合利用', products: '尾矿再选钛精矿' },
    ],
    units: ['{place}尾矿库', '{place}沟尾矿库'],
    further: [{ industry: 'tailings-pond', name: '{place}二号尾矿库' }],
    hazards: ['tailings-pond'],
    permit: 'work-safety-permit',
    staff: [15, 90],
  },
  {
    industry: 'coal-mine',
    weight: 8,
    places: share({ xiqu: 4, renhe: 2, yanbian: 3 }),
    businesses: [
      { word: '煤业', products: '原煤' },
      { word: '煤矿', products: '原煤、洗精煤' },
    ],
    units: ['{place}煤矿', '{place}矿井'],
    further: [{ industry: 'coal-mine', name: '{place}二号井' }],
    hazards: ['mine', 'gas', 'explosives'],
    permit: 'mining-permit',
    staff: [80, 620],
  },
  {
    industry: 'hazardous-chemicals',
    weight: 13,
    places: share({ park: 4, xiqu: 2, dongqu: 2, renhe: 1, yanbian: 1 }),
    businesses: [
      { word: '化工', products: '硫酸', units: ['{trade}硫酸厂区'] },
      { word: '气体', products: '氧、氮、氩', units: ['{trade}制氧站'] },
      { word: '钛化工', products: '钛白粉', units: ['{trade}钛白粉厂区'] },
      { word: '油品销售', products: '汽油、柴油', units: ['{trade}油库', '{trade}储罐区'] },
    ],
    units: ['{trade}厂区'],
    further: [{ industry: 'hazardous-chemicals', name: '{trade}储罐区' }],
    hazards: ['hazardous-process', 'tank-farm', 'special-equipment'],
    permit: 'hazardous-chemicals-permit',
    staff: [10, 320],
  },
  {
    industry: 'fireworks',
    weight: 4,
    places: share({ dongqu: 1, renhe: 2, miyi: 2, yanbian: 1 }),
    businesses: [{ word: '烟花爆竹', products: '烟花爆竹批发' }],
    units: ['{place}仓储库区'],
    further: [{ industry: 'fireworks', name: '{trade}二号库区' }],
    hazards: ['explosives'],
    permit: 'fireworks-permit',
    staff: [6, 24],
  },
  {
    industry: 'metallurgy',
    weight: 16,
    places: share({ park: 5, dongqu: 3, xiqu: 1, miyi: 2 }),
    businesses: [
      { word: '钒业', products: '五氧化二钒、钒氮合金', units: ['{trade}钒制品厂区', '{trade}钒氮合金车间'] },
      { word: '钛业', products: '高钛渣、海绵钛', units: ['{trade}钛渣车间', '{trade}海绵钛厂区'] },
      { word: '冶炼', products: '含钒生铁', units: ['{trade}冶炼厂区', '{trade}炼铁厂区'] },
      { word: '铸造', products: '铸铁件', units: ['{trade}铸造厂区', '{trade}铸造车间'] },
    ],
    units: ['{trade}厂区'],
    further: [{ industry: 'metallurgy', name: '{trade}二厂区' }],
    hazards: ['molten-metal', 'gas', 'special-equipment'],
    permit: null,
    staff: [40, 780],
  },
  {
    industry: 'machinery',
    weight: 16,
    places: share({ dongqu: 4, park: 3, xiqu: 1, renhe: 2 }),
    businesses: [
      { word: '机械制造', products: '矿山机械配件' },
      { word: '机电设备', products: '输送设备' },
      { word: '汽车配件', products: '钒钛铸铁制动鼓', units: ['{trade}铸造车间', '{trade}厂区'] },
      { word: '重工', products: '钢结构件' },
    ],
    units: ['{trade}厂区', '{trade}总装厂区'],
    further: [{ industry: 'metallurgy', name: '{trade}铸件厂区', trade: '铸造' }],
    hazards: ['special-equipment', 'combustible-dust'],
    permit: null,
    staff: [18, 360],
  },
  {
    industry: 'building-materials',
    weight: 18,
    places: share({ renhe: 3, dongqu: 2, xiqu: 2, miyi: 3, yanbian: 2 }),
    businesses: [
      { word: '建材', products: '页岩砖', units: ['{trade}砖厂'] },
      { word: '混凝土', products: '商品混凝土', units: ['{trade}搅拌站'] },
      { word: '水泥', products: '普通硅酸盐水泥', units: ['{trade}粉磨站'] },
      { word: '新型建材', products: '石膏板' },
    ],
    units: ['{trade}厂区'],
    further: [{ industry: 'opencast-mine', name: '{place}配套矿山', trade: '石灰石矿业' }],
    hazards: ['special-equipment', 'combustible-dust', 'confined-space'],
    permit: null,
    staff: [14, 210],
  },
];
