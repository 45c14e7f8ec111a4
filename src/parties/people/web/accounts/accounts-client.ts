import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { accountsContract } from '../../accounts.contract.ts';

export const accountsClient = createClient(accountsContract);

/** One line of the list of accounts. */
export type Account = ResultOf<typeof accountsContract.accounts>['rows'][number];
