import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { asks, bind } from '#platform/http/routes.ts';
import { organisationsContract } from '../organisations.contract.ts';

type Body = AnswerOf<typeof organisationsContract.bodies>['rows'][number];

/** Names of industries by code; the scheme has them, so `app` passes this in. */
export type IndustryNames = (reader: Reader, cityId: number) => Promise<ReadonlyMap<string, string>>;

export const organisationsRoutes = (services: { readonly industryNames: IndustryNames }) =>
  bind<Actor, typeof organisationsContract>(organisationsContract, {
    bodies: asks(async (reader, _input, { actor }) => {
      const names = await services.industryNames(reader, actor.cityId);
      const rows = await reader.rows<Omit<Body, 'industries'> & { industries: string[] }>(sql`
        select body_id as "bodyId", name, short, aliases, kind, parent_id as "parentId", territory, industries, duties
        from bodies where city_id = ${actor.cityId} order by position`);
      return ok({
        rows: rows.map((row) => ({
          ...row,
          industries: row.industries.map((code) => ({ code, name: names.get(code) ?? code })),
        })),
        total: rows.length,
      });
    }),
  });
