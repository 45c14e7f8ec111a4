import { createClient } from '#platform/ui/api/client.ts';
import { accountsContract } from '../../accounts.contract.ts';

export const accountsClient = createClient(accountsContract);
