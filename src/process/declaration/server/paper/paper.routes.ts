import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Reader } from '#platform/db/tx.ts';
import { asks, bind, does, type FileAnswer } from '#platform/http/routes.ts';
import { pdfFile } from '#support/documents/pdf/pdf-file.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { paperContract } from '../../paper.contract.ts';
import { checkPaper, pageImage, publicCheck } from './check.ts';
import { noticeDocument, receiptDocument } from './desk-documents.ts';
import { draftPrint } from './draft-print.ts';
import { notifyLacks } from './notify-lacks.ts';
import { findLine, type PaperParts, readPaper } from './paper.queries.ts';
import { listPaper } from './paper-list.queries.ts';
import { preparePack } from './prepare-pack.ts';
import { registerCopies } from './register-copies.ts';
import { addScan, removeScan, scanFile } from './scans.ts';
import { undoCopy } from './undo-copy.ts';

export interface PaperServices extends PaperParts {
  readonly files: BlobStore;
}

/** The print as it was made, byte for byte. */
const packFile = async (
  reader: Reader,
  submissionId: string,
  { actor }: Context,
  { files, assigned }: PaperServices,
): Promise<Result<FileAnswer, Fault>> => {
  const line = await findLine(reader, actor, assigned, { submissionId });
  if (!line.ok) return line;
  const { pack, unitName, sequence } = line.value;
  if (!pack) return refuse('paper.notPrinted', 409);
  const blob = await files.openBlob(pack.pdfDigest);
  if (!blob) throw new Error(`the print of submission ${submissionId} is missing from the file store`);
  const name = `登记表和自评报告 ${unitName}（第${sequence}次报送）.pdf`;
  return ok({ type: 'application/pdf', name, body: blob.stream, inline: true });
};

/** 打印与报送, 核验, 收件登记. */
export const paperRoutes = (services: PaperServices) =>
  bind<Actor, typeof paperContract>(paperContract, {
    paperList: asks(async (reader, { query }, context) => ok(await listPaper(reader, query, context))),
    paper: asks((reader, { params }, context) => readPaper(reader, params.submissionId, context, services)),
    preparePack: does(preparePack(services.files, services.assigned)),
    packFile: asks((reader, { params }, context) => packFile(reader, params.submissionId, context, services)),
    draftPrint: asks((reader, { params }, context) => draftPrint(reader, params.declarationId, context)),
    registerCopies: does(registerCopies),
    undoCopy: does(undoCopy),
    notifyLacks: does(notifyLacks),
    noticeFile: asks(async (reader, { params }, context) => {
      const paper = await readPaper(reader, params.submissionId, context, services);
      if (!paper.ok) return paper;
      const { notice, unitName } = paper.value;
      if (!notice) return refuse('paper.noNotice', 409);
      const name = `补正通知 ${unitName}.pdf`;
      return ok(pdfFile(name, 'record', noticeDocument(paper.value, notice), new Date(notice.sentAt)));
    }),
    receiptFile: asks(async (reader, { params }, context) => {
      const paper = await readPaper(reader, params.submissionId, context, services);
      if (!paper.ok) return paper;
      const { receipt, unitName } = paper.value;
      if (!receipt) return refuse('paper.noReceipt', 409);
      const name = `收件回执 ${unitName}.pdf`;
      return ok(pdfFile(name, 'record', receiptDocument(paper.value, receipt), new Date(receipt.issuedAt)));
    }),
    addScan: does(addScan(services.files, services.assigned)),
    removeScan: does(removeScan(services.assigned)),
    scanFile: asks((reader, { params }, context) =>
      scanFile(reader, services.files, params, context, services.assigned),
    ),
    check: asks((reader, { params }, context) => checkPaper(reader, params.paperCode, context, services)),
    pageImage: asks((reader, { params }, context) =>
      pageImage(reader, services.files, params.paperCode, context, services),
    ),
    publicCheck: asks((reader, { params }, context) => publicCheck(reader, params.anyPaperCode, context)),
  });
