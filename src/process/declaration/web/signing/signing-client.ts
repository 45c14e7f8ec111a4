import { createClient } from '#platform/ui/api/client.ts';
import { signingContract } from '../../signing.contract.ts';

export const signingClient = createClient(signingContract);

/** Where the manager checks a declaration and signs it. */
export const signHref = (declarationId: string): string => `/declarations/${declarationId}/sign`;
