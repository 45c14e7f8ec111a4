import type { Scheme } from '#process/campaign/domain/scheme.ts';
import { type EditionRule, type MoveRule, moveRowOf } from '../../domain/moves/rules.ts';
import { routeOf } from '../register-entry.ts';
import type { Standing } from './standing.ts';

/** What of the unit's record decides, as it will be. */
export interface RoutedValues {
  readonly affiliation: string;
  readonly divisionCode: string;
  readonly supervisingBodyId: string;
  readonly industry: string;
}

export interface PlannedMove {
  /** `unknown`: the register does not say enough for a route, so the declaration stays where it is. */
  readonly rule: MoveRule | 'unchanged' | 'unknown';
  /** `none`: the campaign has no standard for the new industry. */
  readonly edition: EditionRule | 'same' | 'none';
  readonly to: string;
  /** By the table, whatever was directed. */
  readonly byRule: string | null;
}

/**
 * What becomes of a declaration when the record of its unit says so.
 * @param editionOf the edition of an industry in the campaign of the declaration, undefined if it has none
 */
export const planMove = (
  standing: Standing,
  values: RoutedValues,
  scheme: Scheme,
  editionOf: (industry: string) => string | undefined,
): PlannedMove => {
  const row = moveRowOf(standing.stage);
  const otherIndustry = values.industry !== standing.industry;
  const edition = !otherIndustry
    ? 'same'
    : row.edition !== 'stays' && row.edition !== 'blocked' && editionOf(values.industry) === undefined
      ? 'none'
      : row.edition;
  const industry = edition === 'switches' || edition === 'carries' ? values.industry : standing.industry;
  const decided = routeOf({ ...values, industry, directedBodyId: standing.directedBodyId }, scheme);
  if (!decided.ok) return { rule: 'unknown', edition, to: standing.holderId, byRule: null };
  const { body, byRule = body } = decided.value;
  return { rule: body === standing.holderId ? 'unchanged' : row.body, edition, to: body, byRule };
};
