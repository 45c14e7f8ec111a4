import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { resubmissionContract } from '../../resubmission.contract.ts';
import type { AssignedDeclarations } from '../visibility.ts';
import { submissionChanges, workingChanges } from './changes.queries.ts';
import { saveCorrectionNote } from './save-correction-note.ts';

export const resubmissionRoutes = ({ assigned }: { readonly assigned: AssignedDeclarations }) =>
  bind<Actor, typeof resubmissionContract>(resubmissionContract, {
    workingChanges: asks((reader, { params }, context) => workingChanges(reader, params.declarationId, context)),
    submissionChanges: asks((reader, { params }, context) =>
      submissionChanges(reader, params.submissionId, context, assigned),
    ),
    saveCorrectionNote: does(saveCorrectionNote),
  });
