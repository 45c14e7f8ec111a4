import type { Reader } from '#platform/db/tx.ts';
import type { BoundPlace } from '../../domain/revision.ts';

/** How far the units of an industry have come beyond their declarations. */
export interface RevisionStanding {
  /** Units that are bound by a digest that was published of them, and are not decided: by the furthest place they have reached. */
  readonly bound: Readonly<Record<BoundPlace, number>>;
  /** Ids of the units whose class is decided. */
  readonly decided: readonly string[];
}

/** Reads the later stages, so `app` passes it in. */
export type StandingOf = (
  reader: Reader,
  cityId: number,
  campaignId: string,
  industry: string,
) => Promise<RevisionStanding>;

export const boundCount = ({ bound }: RevisionStanding): number => Object.values(bound).reduce((sum, n) => sum + n, 0);
