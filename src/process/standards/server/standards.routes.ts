import { ok, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import { asks, bind } from '#platform/http/routes.ts';
import { standardsContract } from '../standards.contract.ts';
import { editionByHash } from './edition-store.ts';

export const standardsRoutes = bind<Actor, typeof standardsContract>(standardsContract, {
  edition: asks(async (reader, { params: { editionHash } }, { actor }) => {
    const published = await reader.row(
      sql`select 1 from editions where city_id = ${actor.cityId} and edition_hash = ${editionHash}`,
    );
    if (!published) return refuse('input.noSuchRecord', 404);
    const { hash, industry, title, edition } = await editionByHash(reader, actor.cityId, editionHash);
    return ok({ hash, industry, title, edition: { ...edition } });
  }),
});
