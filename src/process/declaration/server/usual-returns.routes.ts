import { ok, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { asks, bind } from '#platform/http/routes.ts';
import { type UsualReturn, usualReturnsContract } from '../usual-returns.contract.ts';

/** Given by the stage that reviews, which this one does not know. */
export type UsualReturnsOf = (reader: Reader, cityId: number, industry: string) => Promise<readonly UsualReturn[]>;

export const usualReturnsRoutes = ({ usualReturnsOf }: { readonly usualReturnsOf: UsualReturnsOf }) =>
  bind<Actor, typeof usualReturnsContract>(usualReturnsContract, {
    usualReturns: asks(async (reader, { params: { declarationId } }, { actor }) => {
      const own = await reader.row<{ industry: string }>(sql`
        select industry from declarations where city_id = ${actor.cityId} and declaration_id = ${declarationId}
          and enterprise_id = ${actor.enterpriseId}`);
      if (!own) return refuse('input.noSuchRecord', 404);
      return ok({ items: [...(await usualReturnsOf(reader, actor.cityId, own.industry))] });
    }),
  });
