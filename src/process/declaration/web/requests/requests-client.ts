import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { requestsContract } from '../../requests.contract.ts';

export const requestsClient = createClient(requestsContract);

/** What may be asked for now. */
export type Bounds = ResultOf<typeof requestsContract.requestBounds>;

export const ownRequestsHref = (declarationId: string) => `/declarations/${declarationId}/requests`;
export const proofHref = (requestId: string) => `/api/declaration-requests/${requestId}/proof`;
