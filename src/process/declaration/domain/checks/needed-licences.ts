import type { Certificate, Registration } from '../registration-fields.ts';

type Kind = NonNullable<Certificate['kind']>;

/** Licences without which a trade may not be carried on; one of the list is enough, the first is the one that is asked for. */
interface NeededLicence {
  readonly oneOf: readonly [Kind, ...Kind[]];
}

const MINE: readonly NeededLicence[] = [{ oneOf: ['work-safety-permit'] }, { oneOf: ['mining-permit'] }];

/**
 * 《安全生产许可证条例》第二条, 《矿产资源法》, 《危险化学品安全管理条例》, 《烟花爆竹安全管理条例》第三条, by industry of the unit; other industries need none beside
 * the business licence.
 */
export const neededLicences: Readonly<Record<string, readonly NeededLicence[]>> = {
  'opencast-mine': MINE,
  'underground-mine': MINE,
  'coal-mine': MINE,
  'tailings-pond': [{ oneOf: ['work-safety-permit'] }],
  'hazardous-chemicals': [{ oneOf: ['hazardous-chemicals-permit', 'work-safety-permit'] }],
  fireworks: [{ oneOf: ['fireworks-permit', 'work-safety-permit'] }],
};

/** A licence that is needed and not there, or there and expired (`expired`: since when). */
export interface LackingLicence extends NeededLicence {
  readonly expired?: string;
  /** Place of the expired one in the list. */
  readonly at?: number;
}

export const lackingLicences = (form: Registration, industry: string, today: string): readonly LackingLicence[] => {
  const held = (form.certificates ?? []).map((one, at) => ({ ...one, at }));
  return (neededLicences[industry] ?? []).flatMap((needed): readonly LackingLicence[] => {
    const ofKind = held.filter(({ kind }) => kind !== undefined && needed.oneOf.includes(kind));
    if (ofKind.some(({ to }) => to === undefined || to >= today)) return [];
    const [last] = [...ofKind].sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? 1 : -1));
    return [last?.to ? { ...needed, expired: last.to, at: last.at } : needed];
  });
};
