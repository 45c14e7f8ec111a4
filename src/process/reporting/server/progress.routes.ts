import { ok, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind } from '#platform/http/routes.ts';
import { progressContract } from '../progress.contract.ts';
import { progressOf } from './progress.queries.ts';

export const progressRoutes = bind<Actor, typeof progressContract>(progressContract, {
  progress: asks(async (reader, { params, query }, context) => {
    const found = await progressOf(reader, context, params.campaignId, query.by);
    return found ? ok(found) : refuse('input.noSuchRecord', 404);
  }),
});
