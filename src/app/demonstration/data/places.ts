/** Where an enterprise sits: a county or district, or the park, which supervises but is no administrative division. */
export interface Place {
  readonly key: string;
  readonly divisionCode: string;
  readonly divisionName: string;
  /** Supervises the enterprises there. */
  readonly bodyId: 'bureau-dongqu' | 'bureau-xiqu' | 'bureau-renhe' | 'bureau-miyi' | 'bureau-yanbian' | 'vt-park';
  /** How a firm's name begins. */
  readonly prefix: string;
  readonly townships: readonly string[];
}

export const places = {
  dongqu: {
    key: 'dongqu',
    divisionCode: '510402',
    divisionName: '东区',
    bodyId: 'bureau-dongqu',
    prefix: '攀枝花市',
    townships: ['银江镇', '弄弄坪街道', '瓜子坪街道', '长寿路街道'],
  },
  xiqu: {
    key: 'xiqu',
    divisionCode: '510403',
    divisionName: '西区',
    bodyId: 'bureau-xiqu',
    prefix: '攀枝花市',
    townships: ['格里坪镇', '清香坪街道', '玉泉街道', '河门口街道'],
  },
  renhe: {
    key: 'renhe',
    divisionCode: '510411',
    divisionName: '仁和区',
    bodyId: 'bureau-renhe',
    prefix: '攀枝花市',
    townships: ['仁和镇', '前进镇', '大田镇', '福田镇', '平地镇', '同德镇'],
  },
  miyi: {
    key: 'miyi',
    divisionCode: '510421',
    divisionName: '米易县',
    bodyId: 'bureau-miyi',
    prefix: '米易县',
    townships: ['攀莲镇', '丙谷镇', '得石镇', '撒莲镇', '白马镇', '普威镇'],
  },
  yanbian: {
    key: 'yanbian',
    divisionCode: '510422',
    divisionName: '盐边县',
    bodyId: 'bureau-yanbian',
    prefix: '盐边县',
    townships: ['桐子林镇', '红格镇', '渔门镇', '永兴镇', '新九镇'],
  },
  park: {
    key: 'park',
    divisionCode: '510411',
    divisionName: '仁和区',
    bodyId: 'vt-park',
    prefix: '攀枝花市',
    townships: ['金江镇'],
  },
} as const satisfies Record<string, Place>;

export type PlaceKey = keyof typeof places;
