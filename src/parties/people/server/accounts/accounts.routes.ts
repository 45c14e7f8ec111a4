import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { accountsContract } from '../../accounts.contract.ts';
import { listAccounts } from './accounts.queries.ts';
import { listEnterpriseAccounts } from './enterprise-accounts.queries.ts';
import { inviteOfficer } from './invite-officer.ts';
import { issueSlips } from './issue-slips.ts';
import { disableAccount, enableAccount, resetAccount, unlockAccount } from './keep-account.ts';
import { slipFile } from './slip-file.ts';

export const accountsRoutes = bind<Actor, typeof accountsContract>(accountsContract, {
  accounts: asks(async (reader, { query }, context) => ok(await listAccounts(reader, context, query))),
  inviteOfficer: does(inviteOfficer),
  resetAccount: does(resetAccount),
  disableAccount: does(disableAccount),
  enableAccount: does(enableAccount),
  unlockAccount: does(unlockAccount),
  enterpriseAccounts: asks(async (reader, { query }, context) =>
    ok(await listEnterpriseAccounts(reader, context, query)),
  ),
  issueSlips: does(issueSlips, slipFile),
});
