import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { colleaguesContract } from '../../colleagues.contract.ts';
import { slipFile } from '../accounts/slip-file.ts';
import { changeColleague, handOverManager } from './change-colleague.ts';
import { listColleagues } from './colleagues.queries.ts';
import { inviteColleague } from './invite-colleague.ts';
import { disableColleague, enableColleague, resetColleague, unlockColleague } from './keep-colleague.ts';
import { resetManager } from './reset-manager.ts';

export const colleaguesRoutes = bind<Actor, typeof colleaguesContract>(colleaguesContract, {
  colleagues: asks(async (reader, _input, context) => ok(await listColleagues(reader, context))),
  inviteColleague: does(inviteColleague),
  changeColleague: does(changeColleague),
  handOverManager: does(handOverManager),
  resetColleague: does(resetColleague),
  disableColleague: does(disableColleague),
  enableColleague: does(enableColleague),
  unlockColleague: does(unlockColleague),
  resetManager: does(resetManager, slipFile),
});
