import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { drawContract } from '../draw.contract.ts';
import { drawById, drawCandidates, drawsOf } from './draw.queries.ts';
import { drawFile, drawRecord } from './draw-files.ts';
import { freezeDraw } from './freeze-draw.ts';
import { takeSeed } from './take-seed.ts';

export const drawRoutes = bind<Actor, typeof drawContract>(drawContract, {
  drawCandidates: asks((reader, { params }, context) => drawCandidates(reader, context, params.campaignId)),
  freezeDraw: does(freezeDraw),
  draws: asks((reader, { params }, context) => drawsOf(reader, context, params.campaignId)),
  draw: asks((reader, { params }, context) => drawById(reader, context, params.drawId)),
  drawFile: asks((reader, { params }, context) => drawFile(reader, context, params.drawId, params.file)),
  drawRecord: asks((reader, { params }, context) => drawRecord(reader, context, params.drawId)),
  takeSeed: does(takeSeed),
});
