import { createClient } from '#platform/ui/api/client.ts';
import { revisionContract } from '../../revision.contract.ts';

export const revisionClient = createClient(revisionContract);
