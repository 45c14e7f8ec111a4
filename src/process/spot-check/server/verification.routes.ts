import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { verificationContract } from '../verification.contract.ts';
import { assignExperts } from './assign-experts.ts';
import { confirmVerification } from './confirm-verification.ts';
import { recuse } from './recuse.ts';
import { saveVerifiedVerdicts } from './save-verified-verdicts.ts';
import { saveVisit } from './save-visit.ts';
import { sendVerificationBack, submitVerification } from './submit-verification.ts';
import { verificationById } from './verification.queries.ts';
import { expertsOf, myVerifications, verificationsOf } from './verification-list.queries.ts';

export const verificationRoutes = bind<Actor, typeof verificationContract>(verificationContract, {
  verifications: asks((reader, { params, query }, context) =>
    verificationsOf(reader, context, params.campaignId, query),
  ),
  myVerifications: asks((reader, _input, context) => myVerifications(reader, context)),
  verification: asks((reader, { params }, context) => verificationById(reader, context, params.verificationId)),
  experts: asks((reader, { query }, context) => expertsOf(reader, context, query)),
  assignExperts: does(assignExperts),
  recuse: does(recuse),
  saveVerifiedVerdicts: does(saveVerifiedVerdicts),
  saveVisit: does(saveVisit),
  submitVerification: does(submitVerification),
  sendVerificationBack: does(sendVerificationBack),
  confirmVerification: does(confirmVerification),
});
