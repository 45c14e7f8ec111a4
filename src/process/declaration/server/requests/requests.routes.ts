import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { requestsContract } from '../../requests.contract.ts';
import { askExtension } from './ask-extension.ts';
import { claimNotAssessed } from './claim-not-assessed.ts';
import { decideRequest } from './decide-request.ts';
import { reinstate } from './reinstate.ts';
import { listRequests, requestBounds, requestProof } from './requests.queries.ts';
import { withdrawRequest } from './withdraw-request.ts';

export const requestRoutes = ({ files }: { readonly files: BlobStore }) =>
  bind<Actor, typeof requestsContract>(requestsContract, {
    declarationRequests: asks(async (reader, { query }, context) => ok(await listRequests(reader, query, context))),
    requestBounds: asks((reader, { params }, context) => requestBounds(reader, params.declarationId, context)),
    askExtension: does(askExtension),
    claimNotAssessed: does(claimNotAssessed(files)),
    requestProof: asks((reader, { params }, context) => requestProof(reader, files, params.requestId, context)),
    withdrawRequest: does(withdrawRequest),
    decideRequest: does(decideRequest),
    reinstate: does(reinstate),
  });
