import type { Actor } from '#parties/access/domain/roles.ts';
import { bind, does } from '#platform/http/routes.ts';
import { signingContract } from '../../signing.contract.ts';
import { handOver } from './hand-over.ts';
import { callBack, sendBack } from './take-back.ts';

export const signingRoutes = bind<Actor, typeof signingContract>(signingContract, {
  handOver: does(handOver),
  callBack: does(callBack),
  sendBack: does(sendBack),
});
