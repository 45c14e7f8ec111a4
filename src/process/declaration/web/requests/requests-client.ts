import { createClient } from '#platform/ui/api/client.ts';
import { requestsContract } from '../../requests.contract.ts';

export const requestsClient = createClient(requestsContract);

export const ownRequestsHref = (declarationId: string) => `/declarations/${declarationId}/requests`;
export const proofHref = (requestId: string) => `/api/declaration-requests/${requestId}/proof`;
