import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { SUPERVISING_KINDS } from '../domain/roster/directory.ts';
import { newestScheme } from './campaign-setup.queries.ts';

/** The codes that the register may hold, by field, with the names of the scheme that was published last. */
export const registerChoices = async (reader: Reader, cityId: number) => {
  const { scheme } = await newestScheme(reader, cityId);
  const bodies = await reader.rows<{ code: string; name: string }>(sql`
    select body_id as code, short as name from bodies where city_id = ${cityId} and kind = any(${[...SUPERVISING_KINDS]}::text[]) order by position`);
  const named = (list: readonly { readonly code: string; readonly name: string }[]) =>
    list.map(({ code, name }) => ({ code, name }));
  return {
    affiliation: named(scheme.affiliations),
    divisionCode: named(scheme.divisions),
    industry: named(scheme.industries),
    supervisingBodyId: bodies,
  };
};
