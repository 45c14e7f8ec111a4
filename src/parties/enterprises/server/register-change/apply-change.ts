import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Asked } from '../../domain/register-change/check-request.ts';
import { searchText } from '../../domain/search-text.ts';
import type { UnitRegister } from './unit-register.queries.ts';

/** What enterprise and units are found by follows from their names and the credit code. */
const refreshSearch = async (tx: Tx, cityId: number, { enterpriseName, creditCode, enterpriseId }: UnitRegister) => {
  await tx.run(sql`update enterprises set search_text = ${searchText([enterpriseName], creditCode)}
    where city_id = ${cityId} and enterprise_id = ${enterpriseId}`);
  const units = await tx.rows<{ id: string; name: string }>(
    sql`select unit_id as id, name from units where city_id = ${cityId} and enterprise_id = ${enterpriseId}`,
  );
  for (const { id, name } of units)
    await tx.run(sql`update units set search_text = ${searchText([name, enterpriseName], creditCode)}
      where city_id = ${cityId} and unit_id = ${id}`);
};

/**
 * Writes new values into the register. An account of the enterprise whose login is the old credit code is renamed along with it, so that the
 * code on the licence goes on signing in.
 */
export const applyChange = async (tx: Tx, cityId: number, before: UnitRegister, asked: Asked): Promise<void> => {
  const { enterpriseId, unitId } = before;
  const after: UnitRegister = { ...before, ...asked };
  await tx.run(sql`update enterprises set name = ${after.enterpriseName}, credit_code = ${after.creditCode}, affiliation = ${after.affiliation},
      address = ${after.address}, legal_representative = ${after.legalRepresentative}, contact_name = ${after.contactName},
      contact_phone = ${after.contactPhone}, version = version + 1
    where city_id = ${cityId} and enterprise_id = ${enterpriseId}`);
  await tx.run(sql`update units set name = ${after.unitName}, industry = ${after.industry}, division_code = ${after.divisionCode},
      supervising_body_id = ${after.supervisingBodyId}, version = version + 1
    where city_id = ${cityId} and unit_id = ${unitId}`);
  if (asked.enterpriseName || asked.creditCode || asked.unitName) await refreshSearch(tx, cityId, after);
  if (asked.creditCode)
    await tx.run(sql`update accounts set login = ${asked.creditCode.toLowerCase()}
      where city_id = ${cityId} and enterprise_id = ${enterpriseId} and login = ${before.creditCode.toLowerCase()}`);
};
