import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { evidenceContract } from '../../evidence.contract.ts';
import type { DeclarationServices } from '../declaration.routes.ts';
import { announceUpload } from './announce-upload.ts';
import { completeUpload } from './complete-upload.ts';
import { evidenceLibrary, uploadStanding } from './evidence.queries.ts';
import { attachFile, cancelUpload, removeFile } from './file-commands.ts';
import { sendPiece } from './send-piece.ts';
import { fileContent, fileFacts, filePicture } from './visible-file.ts';

export const evidenceRoutes = ({ files, assigned }: DeclarationServices) =>
  bind<Actor, typeof evidenceContract>(evidenceContract, {
    evidenceFiles: asks((reader, { params }, context) => evidenceLibrary(reader, files, params.declarationId, context)),
    announceUpload: does(announceUpload(files)),
    upload: asks((reader, { params }, context) => uploadStanding(reader, files, params, context)),
    sendPiece: does(sendPiece(files)),
    completeUpload: does(completeUpload(files)),
    cancelUpload: does(cancelUpload(files)),
    attachFile: does(attachFile),
    removeFile: does(removeFile),
    fileContent: asks((reader, { params }, context) => fileContent(reader, files, params, context, assigned)),
    filePicture: asks((reader, { params, query }, context) =>
      filePicture(reader, files, params, query.size === '320' ? 320 : 1280, context, assigned),
    ),
    fileFacts: asks((reader, { params }, context) => fileFacts(reader, params, context, assigned)),
  });
