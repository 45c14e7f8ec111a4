import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { colleaguesContract } from '../../colleagues.contract.ts';

export const colleaguesClient = createClient(colleaguesContract);

/** One account of the own enterprise. */
export type ColleagueAccount = ResultOf<typeof colleaguesContract.colleagues>['rows'][number];
