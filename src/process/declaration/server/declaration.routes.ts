import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { declarationContract } from '../declaration.contract.ts';
import { attachEvidence } from './attach-evidence.ts';
import { readDeclaration } from './declaration.queries.ts';
import { listDeclarations } from './declaration-list.queries.ts';
import { fileContent } from './evidence/visible-file.ts';
import { removeEvidence } from './remove-evidence.ts';
import { saveAnswers } from './save-answers.ts';
import { saveRegistration } from './save-registration.ts';
import { start } from './start.ts';
import { showSubmission } from './submission.queries.ts';
import { submit } from './submit.ts';
import type { AssignedDeclarations } from './visibility.ts';
import { withdraw } from './withdraw.ts';

export interface DeclarationServices {
  readonly files: BlobStore;
  readonly assigned: AssignedDeclarations;
}

export const declarationRoutes = ({ files, assigned }: DeclarationServices) =>
  bind<Actor, typeof declarationContract>(declarationContract, {
    declarations: asks(async (reader, { query }, context) => ok(await listDeclarations(reader, query, context))),
    declaration: asks((reader, { params }, context) => readDeclaration(reader, params.declarationId, context)),
    start: does(start),
    saveRegistration: does(saveRegistration),
    saveAnswers: does(saveAnswers),
    attachEvidence: does(attachEvidence(files)),
    removeEvidence: does(removeEvidence),
    evidenceFile: asks((reader, { params }, context) => fileContent(reader, files, params, context, assigned)),
    submit: does(submit),
    withdraw: does(withdraw),
    submission: asks((reader, { params }, context) => showSubmission(reader, params.submissionId, context, assigned)),
  });
