import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { settlementContract } from '../settlement.contract.ts';
import { keepReviewed } from './keep-reviewed.ts';
import { keepableStrata, scoreComparison, undrawnUnits } from './settlement.queries.ts';

export const settlementRoutes = bind<Actor, typeof settlementContract>(settlementContract, {
  keepable: asks((reader, { params }, context) => keepableStrata(reader, context, params.campaignId)),
  undrawnUnits: asks((reader, { params, query }, context) => undrawnUnits(reader, context, params.campaignId, query)),
  keepReviewed: does(keepReviewed),
  scoreComparison: asks((reader, { params, query }, context) =>
    scoreComparison(reader, context, params.campaignId, query),
  ),
});
