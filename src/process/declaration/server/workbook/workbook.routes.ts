import { ok, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { workbookContract } from '../../workbook.contract.ts';
import { addBatch } from './batch/add-batch.ts';
import { listBatches, readBatch, wholeBatch } from './batch/batch.queries.ts';
import { batchReport, type Wording } from './batch/report.ts';
import { stopBatch } from './batch/stop-batch.ts';
import { blankBook, bookFile } from './book-file.ts';
import { listImports, readImport } from './import.queries.ts';
import { previewImport } from './preview-import.ts';
import { applyImport, undoImport } from './settle-import.ts';
import { ownWorkingCopy } from './working-copy.ts';

const notThere = refuse('input.noSuchRecord', 404);

export const workbookRoutes = ({ files, wording }: { readonly files: BlobStore; readonly wording: Wording }) =>
  bind<Actor, typeof workbookContract>(workbookContract, {
    workbook: asks(async (reader, { params }, context) => {
      const copy = await ownWorkingCopy(reader, context, params.declarationId);
      return copy.ok ? ok(await bookFile(copy.value, context.now)) : copy;
    }),
    blankWorkbook: asks((reader, { params }, { actor, now }) =>
      blankBook(reader, actor.cityId, params.campaignId, params.industry, now),
    ),
    previewWorkbookImport: does(previewImport(files)),
    workbookImports: asks((reader, { params }, context) => listImports(reader, params.declarationId, context)),
    workbookImport: asks((reader, { params }, context) => readImport(reader, params, context)),
    applyWorkbookImport: does(applyImport),
    undoWorkbookImport: does(undoImport),
    addWorkbookBatch: does(addBatch(files)),
    workbookBatches: asks(async (reader, { params, query }, { actor }) =>
      ok(await listBatches(reader, actor, params.campaignId, query.page)),
    ),
    workbookBatch: asks(async (reader, { params, query }, { actor }) => {
      const found = await readBatch(reader, actor, params.workbookBatchId, query);
      return found ? ok(found) : notThere;
    }),
    stopWorkbookBatch: does(stopBatch),
    workbookBatchReport: asks(async (reader, { params }, { actor, now }) => {
      const found = await wholeBatch(reader, actor, params.workbookBatchId);
      return found ? ok(await batchReport(found, wording, now)) : notThere;
    }),
  });
