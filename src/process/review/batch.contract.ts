import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

const id = z.uuid();
const day = z.iso.date();
const instant = z.iso.datetime();
const campaignParams = z.object({ campaignId: id });
const batchParams = z.object({ batchId: id });
const readers = ['reviewer', 'sign-off', 'city-office', 'leading-group', 'auditor'] as const;

const schemeClass = z.object({ code: z.string(), name: z.string(), colour: z.string(), meaning: z.string() });

/** One line of a transmitted list; what its digest is taken over. */
const listLine = z.object({
  reviewId: id,
  unitId: id,
  unitName: z.string(),
  enterpriseName: z.string(),
  creditCode: z.string(),
  industryName: z.string(),
  affiliationName: z.string(),
  divisionName: z.string(),
  selfPrinted: z.string(),
  selfClass: z.string(),
  reviewedPrinted: z.string(),
  computedClass: z.string(),
  proposedClass: z.string(),
  departure: z.string(),
  late: z.boolean(),
  reviewerName: z.string(),
  signedByName: z.string(),
});

const batchRow = z.object({
  batchId: id,
  number: z.string(),
  bodyName: z.string(),
  state: z.enum(['sent', 'received']),
  unitCount: z.int(),
  note: z.string(),
  sentByName: z.string(),
  sentAt: instant,
  receivedByName: z.string(),
  receivedAt: instant.nullable(),
});
export type BatchRow = z.infer<typeof batchRow>;

const batchRecord = batchRow.extend({
  campaignId: id,
  campaignName: z.string(),
  listDigest: z.string(),
  list: z.array(listLine),
  classes: z.array(schemeClass),
  actions: z.array(z.enum(['receive'])),
});
export type BatchRecord = z.infer<typeof batchRecord>;

export const batchContract = contract({
  transmittable: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/transmittable',
    roles: ['reviewer', 'sign-off'],
    summary: 'Signed reviews of the own body that are in no batch yet',
    params: campaignParams,
    answer: z.object({
      rows: z.array(listLine),
      total: z.int(),
      bodyName: z.string(),
      bodyShort: z.string(),
      classes: z.array(schemeClass),
      /** Units that the body has received and not yet signed. */
      open: z.int(),
      /** Last day of the preliminary review for the body. */
      dueOn: day,
      workingDaysLeft: z.int().optional(),
      batchesSent: z.int(),
    }),
  },
  /** Refused with `review.rowsChanged` (409) if one of them is no longer signed or is in a batch already. */
  transmit: {
    kind: 'command',
    method: 'POST',
    path: '/api/campaigns/{campaignId}/batches',
    roles: ['reviewer', 'sign-off'],
    summary: 'Transmit (报送) signed reviews to the city office as a numbered batch; the list is frozen',
    params: campaignParams,
    body: z.object({ reviewIds: z.array(id).min(1).max(5_000), note: z.string().trim().max(500).default('') }),
    answer: z.object({ batchId: id, number: z.string(), unitCount: z.int(), listDigest: z.string() }),
  },
  batches: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/batches',
    roles: readers,
    summary: 'Batches of the own body, or of all bodies, those to be received first',
    params: campaignParams,
    query: z.object({
      state: z.enum(['sent', 'received']).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ rows: z.array(batchRow), total: z.int(), waiting: z.int() }),
  },
  batch: {
    kind: 'query',
    method: 'GET',
    path: '/api/batches/{batchId}',
    roles: readers,
    summary: 'One batch with its list as it was sent',
    params: batchParams,
    answer: batchRecord,
  },
  /** Refused with `review.batchReceived` (409), `review.digestDiffers` (409) if the paper's digest is another. */
  receive: {
    kind: 'command',
    method: 'POST',
    path: '/api/batches/{batchId}/receipt',
    roles: ['city-office'],
    summary: 'Receive a batch: its units may be drawn for spot checks from then on',
    params: batchParams,
    body: z.object({ listDigest: z.string().regex(/^[0-9a-f]{64}$/, 'review.digestForm') }),
    answer: z.object({ batchId: id, unitCount: z.int() }),
  },
  batchWorkbook: {
    kind: 'query',
    method: 'GET',
    path: '/api/batches/{batchId}/workbook',
    roles: readers,
    summary: 'The list of a batch as .xlsx (电子表格)',
    params: batchParams,
    answer: 'file',
  },
  batchPrint: {
    kind: 'query',
    method: 'GET',
    path: '/api/batches/{batchId}/print',
    roles: readers,
    summary: 'The list of a batch as PDF for sealing, in two copies (一式两份)',
    params: batchParams,
    query: z.object({ copy: z.enum(['1', '2']).default('1') }),
    answer: 'file',
  },
});
