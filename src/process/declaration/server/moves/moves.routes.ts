import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { movesContract } from '../../moves.contract.ts';
import { directDeclaration, takeBackDirection } from './direct.ts';
import { readMoves } from './moves.queries.ts';

export const movesRoutes = bind<Actor, typeof movesContract>(movesContract, {
  declarationMoves: asks((reader, { params }, context) => readMoves(reader, params.declarationId, context)),
  directDeclaration: does(directDeclaration),
  takeBackDirection: does(takeBackDirection),
});
