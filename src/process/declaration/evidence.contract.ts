import { z } from 'zod';
import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { evidenceLimits } from './domain/evidence-limits.ts';

const declarationId = z.uuid();
const fileId = z.uuid();
const uploadId = z.uuid();
const instant = z.iso.datetime();
const itemId = z.string().min(1).max(60);
const itemIds = z.array(itemId).max(200);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What a photograph says of itself: instant, WGS 84 degrees, name of the camera; each null if it does not say. */
export const photo = z.object({
  takenAt: instant.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  device: z.string().nullable(),
});
export type Photo = z.infer<typeof photo>;

/** A file of a submission, as those who handle it see it beside its item. */
export const submittedFile = z.object({
  evidenceId: z.uuid(),
  fileId,
  itemId,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  photo: photo.nullable(),
});
export type SubmittedFile = z.infer<typeof submittedFile>;

/** Where the unit lies by its registration form, WGS 84 degrees; null where it does not say. */
export const registeredPlace = z.object({ latitude: z.number(), longitude: z.number() }).nullable();

const file = z.object({
  fileId,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  /** SHA-256 of the content, worked out over what arrived. */
  digest,
  uploadedAt: instant,
  uploadedByName: z.string(),
  /** Null of what hardly is a photograph: a document, a scan as PNG that says nothing of itself. */
  photo: photo.nullable(),
});
export type EvidenceFile = z.infer<typeof file>;

/** What is said of a file once all of it is there. */
const receipt = file.extend({
  /** The same content had been uploaded before: that file was taken instead of a second one. */
  alreadyHere: z.boolean(),
  /** Items that it is attached to now; those of `already` had it before. */
  attached: z.array(z.string()),
  already: z.array(z.string()),
  /** Nothing has changed: it was there and attached to all of them, or this was told before. */
  unchanged: z.boolean(),
});
export type UploadReceipt = z.infer<typeof receipt>;

const libraryFile = file.extend({
  links: z.array(z.object({ evidenceId: z.uuid(), itemId: z.string() })),
  /** The file that it was put in the place of. */
  replaces: fileId.nullable(),
  /** When and by whom it was taken out of the working copy; null while it stands there. */
  removedAt: instant.nullable(),
  removedByName: z.string().nullable(),
  /** Sequence numbers of the submissions that hold it. */
  submissions: z.array(z.int()),
});
export type LibraryFile = z.infer<typeof libraryFile>;

const openUpload = z.object({
  uploadId,
  fileName: z.string(),
  sizeBytes: z.int(),
  /** Bytes that have come, from the first without a gap. */
  received: z.int(),
  begunAt: instant,
  itemIds: z.array(z.string()),
});
export type OpenUpload = z.infer<typeof openUpload>;

/** `open`: go on at `received`; `received`: it is all there; `known`: the content is there already, as that file. */
const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), uploadId, received: z.int() }),
  z.object({ state: z.literal('received'), uploadId, receipt }),
  z.object({ state: z.literal('known'), fileId }),
]);
export type UploadStanding = z.infer<typeof standing>;

const handlers = [...enterpriseRoles, ...officers, 'expert', 'auditor'] as const;

/** 佐证材料: uploads in pieces that can be taken up again, files of a declaration, and which items they prove. */
export const evidenceContract = contract({
  evidenceFiles: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/files',
    roles: enterpriseRoles,
    summary: 'All files of a declaration of the own enterprise, earlier ones too, and the uploads that are under way',
    params: z.object({ declarationId }),
    answer: z.object({
      files: z.array(libraryFile),
      uploads: z.array(openUpload),
      /** Whether files may be added and taken away now. */
      editable: z.boolean(),
    }),
  },
  /**
   * Announces a file before it is sent, or asks where its upload stands: the same `fingerprint` and size for the same items finds the
   * upload that was begun before. Refused with `file.tooLarge`, `file.empty`, `declaration.tooManyFiles`, `declaration.tooManyUploads`.
   */
  announceUpload: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/uploads',
    roles: ['enterprise'],
    summary: 'Announce a file that will be sent in pieces, or find out where its upload stands',
    params: z.object({ declarationId }),
    body: z.object({
      fileName: z.string().min(1).max(500),
      sizeBytes: z.int().min(0),
      fingerprint: z.string().min(1).max(600),
      /** SHA-256 of the content, where the sender can work it out. */
      digest: digest.nullable().default(null),
      itemIds,
      /** The file that it shall take the place of. */
      replaces: fileId.nullable().default(null),
    }),
    answer: standing,
  },
  upload: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/uploads/{uploadId}',
    roles: ['enterprise'],
    summary: 'Where an upload stands',
    params: z.object({ declarationId, uploadId }),
    answer: standing,
  },
  /**
   * A piece is on disk before it is answered. One that was sent twice counts once; one that leaves a gap is refused with
   * `declaration.wrongOffset` (409) {received}.
   */
  sendPiece: {
    kind: 'command',
    method: 'PUT',
    path: '/api/declarations/{declarationId}/uploads/{uploadId}',
    roles: ['enterprise'],
    summary: `A piece of a file, at most ${evidenceLimits.pieceBytes} bytes, that begins at \`offset\``,
    params: z.object({ declarationId, uploadId }),
    query: z.object({ offset: z.coerce.number().int().min(0).max(1_000_000_000) }),
    body: 'upload',
    answer: z.object({ received: z.int() }),
  },
  /** Refused with `declaration.uploadIncomplete` (409) {received, size}, with `declaration.uploadAltered` (409), and as a file that comes in one piece. */
  completeUpload: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/uploads/{uploadId}/completion',
    roles: ['enterprise'],
    summary: 'Take a file whose pieces have all come into the declaration; the answer is its receipt',
    params: z.object({ declarationId, uploadId }),
    answer: receipt,
  },
  cancelUpload: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/declarations/{declarationId}/uploads/{uploadId}',
    roles: ['enterprise'],
    summary: 'Give up an upload; what has come of it is thrown away',
    params: z.object({ declarationId, uploadId }),
    answer: z.object({}),
  },
  attachFile: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/files/{fileId}/items',
    roles: ['enterprise'],
    summary: 'Attach a file of the declaration to further items',
    params: z.object({ declarationId, fileId }),
    body: z.object({ itemIds: itemIds.min(1) }),
    answer: receipt,
  },
  removeFile: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/declarations/{declarationId}/files/{fileId}',
    roles: ['enterprise'],
    summary: 'Take a file out of the working copy, off all items; submissions that hold it keep it',
    params: z.object({ declarationId, fileId }),
    answer: z.object({ version: z.int() }),
  },
  fileContent: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/files/{fileId}',
    roles: handlers,
    summary:
      'A file as it was uploaded: for the own enterprise, and once submitted for those who handle the declaration',
    params: z.object({ declarationId, fileId }),
    answer: 'file',
  },
  filePicture: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/files/{fileId}/picture',
    roles: handlers,
    summary: 'A picture made small (WebP), for those who may see the file; a mark of its own where none can be made',
    params: z.object({ declarationId, fileId }),
    query: z.object({ size: z.enum(['320', '1280']).default('320') }),
    answer: 'file',
  },
  fileFacts: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/files/{fileId}/facts',
    roles: handlers,
    summary: 'What is known of a file: receipt and, of a photograph, when and where it was taken',
    params: z.object({ declarationId, fileId }),
    answer: file,
  },
});
