import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { checksContract } from '../../checks.contract.ts';

const checksClient = createClient(checksContract);

/** What the server finds in the working copy; asked anew whenever something of it was saved. */
export const useChecks = (declarationId: string) => useRead(checksClient.checks, { params: { declarationId } });
