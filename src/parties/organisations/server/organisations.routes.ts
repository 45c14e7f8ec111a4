import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import { asks, bind } from '#platform/http/routes.ts';
import { organisationsContract } from '../organisations.contract.ts';

type Body = AnswerOf<typeof organisationsContract.bodies>['rows'][number];

export const organisationsRoutes = bind<Actor, typeof organisationsContract>(organisationsContract, {
  bodies: asks(async (reader, _input, { actor }) => {
    const rows = await reader.rows<Body>(sql`
      select body_id as "bodyId", name, short, aliases, kind, parent_id as "parentId", territory, industries, duties
      from bodies where city_id = ${actor.cityId} order by position`);
    return ok({ rows, total: rows.length });
  }),
});
