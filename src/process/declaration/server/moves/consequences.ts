import type { PlainDate } from '#lib/plain-date.ts';
import { namesIn } from '#parties/enterprises/domain/register-change/check-request.ts';
import { movesDeclarations } from '#parties/enterprises/domain/register-change/fields.ts';
import type { Consequence } from '#parties/enterprises/register-change.contract.ts';
import type { Changing } from '#parties/enterprises/server/register-change/services.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { carryDraft } from '../../domain/carry-draft.ts';
import { loadWorkingCopies } from '../revision/load-undecided.ts';
import { editionsFor } from './edition-of-campaign.ts';
import { planMove, type RoutedValues } from './plan-move.ts';
import { concernedBy, type Standing, standingOf } from './standing.ts';

const NOTHING = { kept: 0, dropped: 0 };

/** How many answers of a working copy would stand under the other edition, and how many would have no place. */
const carried = async (reader: Reader, cityId: number, { declarationId, editionHash }: Standing, to: string) => {
  const [copy] = await loadWorkingCopies(reader, cityId, [declarationId]);
  if (!copy) return NOTHING;
  const editions = [await editionByHash(reader, cityId, editionHash), await editionByHash(reader, cityId, to)] as const;
  const { kept, dropped } = carryDraft(...editions, copy.sections).report;
  return { kept, dropped: dropped.length };
};

/** The record of the unit as it would be; only the unit itself gets what is the unit's. */
const valuesFor = (standing: Standing, { unitId, values }: Changing): RoutedValues => {
  const own = standing.unitId === unitId ? values : {};
  return {
    affiliation: values.affiliation ?? standing.affiliation,
    divisionCode: own.divisionCode ?? standing.divisionCode,
    supervisingBodyId: own.supervisingBodyId ?? standing.supervisingBodyId,
    // What was assessed by another standard before this change goes on so.
    industry: own.industry ?? standing.industry,
  };
};

/** What an approval would do to the declarations that are under way; nothing where no field decides about them. */
export const registerChangeConsequences = async (
  reader: Reader,
  cityId: number,
  today: PlainDate,
  changing: Changing,
): Promise<readonly Consequence[]> => {
  if (!movesDeclarations(namesIn(changing.values))) return [];
  const which = concernedBy(changing, changing.values.affiliation !== undefined, today);
  const found = await standingOf(reader, cityId, which);
  const ids = found.map(({ declarationId }) => declarationId);
  const editions = await editionsFor(reader, cityId, ids, changing.values.industry ?? '');
  const bodies = await reader.rows<{ bodyId: string; name: string }>(
    sql`select body_id as "bodyId", short as name from bodies where city_id = ${cityId}`,
  );
  const named = (bodyId: string) => bodies.find((one) => one.bodyId === bodyId) ?? { bodyId, name: bodyId };
  const consequences: Consequence[] = [];
  for (const standing of found) {
    const { declarationId, unitName, campaignName, stage, holderId, schemeHash } = standing;
    const scheme = await schemeByHash(reader, cityId, schemeHash);
    const toEdition = editions.get(declarationId);
    const { rule, edition, to } = planMove(standing, valuesFor(standing, changing), scheme, () => toEdition);
    const counts = edition === 'carries' && toEdition ? await carried(reader, cityId, standing, toEdition) : NOTHING;
    const places = { from: named(holderId), to: named(to) };
    consequences.push({ declarationId, unitName, campaignName, stage, rule, edition, ...places, ...counts });
  }
  return consequences;
};
