import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { rectificationContract } from '../../rectification.contract.ts';
import type { AssignedDeclarations } from '../visibility.ts';
import { attachProof } from './attach-proof.ts';
import { completeMeasure, reopenMeasure } from './complete-measure.ts';
import { proofFile, readRectification } from './rectification.queries.ts';
import { rectificationWorkbook } from './rectification-workbook.ts';
import { saveMeasure } from './save-measure.ts';

export const rectificationRoutes = ({
  files,
  assigned,
}: {
  readonly files: BlobStore;
  readonly assigned: AssignedDeclarations;
}) =>
  bind<Actor, typeof rectificationContract>(rectificationContract, {
    rectification: asks((reader, { params }, context) =>
      readRectification(reader, params.declarationId, context, assigned),
    ),
    rectificationWorkbook: asks(async (reader, { params }, context) => {
      const list = await readRectification(reader, params.declarationId, context, assigned);
      return list.ok ? ok(await rectificationWorkbook(list.value, context.now)) : list;
    }),
    saveMeasure: does(saveMeasure),
    completeMeasure: does(completeMeasure),
    reopenMeasure: does(reopenMeasure),
    attachProof: does(attachProof(files)),
    proof: asks((reader, { params }, context) => proofFile(reader, files, params, context, assigned)),
  });
