import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind } from '#platform/http/routes.ts';
import { homeContract } from '../home.contract.ts';
import { homeOf } from './home.queries.ts';

export const homeRoutes = bind<Actor, typeof homeContract>(homeContract, {
  home: asks(async (reader, _input, context) => ok(await homeOf(reader, context))),
});
