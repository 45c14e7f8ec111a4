import { z } from 'zod';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { addresseeGroups, commentSides, remarkOutcomes, rulings } from './domain/consultation.ts';

const id = z.uuid();
const editionHash = z.string().regex(/^[0-9a-f]{64}$/);
const itemId = z.string().min(1).max(200);
const text = z.string().trim().min(2).max(2_000);
const reason = z.string().trim().min(2).max(1_000);

/** Those who draft, decide and audit: they see everything that was said. */
const insiders = ['city-office', 'leading-group', 'auditor'] as const;
/** Those who are asked, and who work with a standard. */
const commenters = ['reviewer', 'sign-off', 'expert', ...enterpriseRoles] as const;

const consultationLine = z.object({
  consultationId: id,
  number: z.string(),
  title: z.string(),
  industry: z.string(),
  industryName: z.string(),
  draftId: id,
  addressees: z.array(z.enum(addresseeGroups)),
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  /** Working days until the last day, 0 on it; unknown where a year is not published. */
  workingDaysLeft: z.int().optional(),
  state: z.enum(['open', 'closed']),
  /** Comments that the person may see, and those of them without an answer. */
  comments: z.int(),
  unanswered: z.int(),
  sentByName: z.string(),
  sentAt: z.iso.datetime(),
});

const comment = z.object({
  commentId: id,
  consultationId: id,
  /** Null for a comment on the whole draft. */
  itemId: itemId.nullable(),
  /** Of the item, also of one that the draft leaves out; empty for the whole. */
  clause: z.string(),
  itemText: z.string(),
  comment: z.string(),
  side: z.enum(commentSides),
  authorName: z.string(),
  /** Body or enterprise; empty for an expert. */
  authorOf: z.string(),
  /** The officer who recorded a letter. */
  recordedByName: z.string().nullable(),
  madeAt: z.iso.datetime(),
  ruling: z.enum(rulings).nullable(),
  rulingReason: z.string(),
  ruledByName: z.string().nullable(),
  ruledAt: z.iso.datetime().nullable(),
});

const remark = z.object({
  remarkId: id,
  editionHash,
  editionTitle: z.string(),
  industry: z.string(),
  industryName: z.string(),
  itemId,
  clause: z.string(),
  /** What the item asks for. */
  itemText: z.string(),
  remark: z.string(),
  side: z.enum(['body', 'expert', 'enterprise']),
  authorName: z.string(),
  authorOf: z.string(),
  madeAt: z.iso.datetime(),
  outcome: z.enum(remarkOutcomes).nullable(),
  outcomeReason: z.string(),
  answeredByName: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
});

export const consultationContract = contract({
  consultationPlan: {
    kind: 'query',
    method: 'GET',
    path: '/api/edition-drafts/{draftId}/consultation-plan',
    roles: ['city-office'],
    summary: 'What sending a draft out for comment would mean, and what stands against it',
    params: z.object({ draftId: id }),
    answer: z.object({
      title: z.string(),
      version: z.int(),
      industryName: z.string(),
      /** Faults that keep the draft from being read; it can be sent out at 0. */
      faultCount: z.int(),
      /** The edition in force, against which the changes will be shown. */
      against: z.object({ hash: editionHash, title: z.string() }).nullable(),
      /** A consultation about this draft that is still open. */
      open: z.object({ consultationId: id, closesOn: z.iso.date() }).nullable(),
      /** Enterprises and experts of the industry, supervising bodies: how many would be asked. */
      reach: z.object({ bodies: z.int(), experts: z.int(), enterprises: z.int() }),
      window: z.object({ least: z.int(), most: z.int(), usual: z.int() }),
      /** Last day by number of working days, from `least` on; it ends where a year is not published. */
      lastDays: z.array(z.iso.date()),
      proposedNote: z.string(),
    }),
  },
  /**
   * Refused with `consultation.draftUnreadable` {count}, `consultation.draftSettled`, `consultation.openAlready` {closesOn}, `platform.stale` (409),
   * `calendar.yearNotPublished` (422); issue `consultation.workingDaysOutside` at `workingDays`.
   */
  sendOut: {
    kind: 'command',
    method: 'POST',
    path: '/api/edition-drafts/{draftId}/consultations',
    roles: ['city-office'],
    summary: 'Send a draft out for comment, frozen as it is now',
    params: z.object({ draftId: id }),
    body: z.object({
      baseVersion: z.int().min(1),
      addressees: z.array(z.enum(addresseeGroups)).min(1).max(addresseeGroups.length),
      workingDays: z.int(),
      note: z.string().trim().min(10).max(4_000),
    }),
    answer: z.object({ consultationId: id, number: z.string(), closesOn: z.iso.date() }),
  },
  consultations: {
    kind: 'query',
    method: 'GET',
    path: '/api/consultations',
    roles: [...insiders, ...commenters],
    summary: 'Drafts that were sent out for comment, as far as the person was asked; open ones first',
    query: z.object({ state: z.enum(['open', 'closed']).optional(), draftId: id.optional() }),
    answer: z.object({ rows: z.array(consultationLine), total: z.int() }),
  },
  consultation: {
    kind: 'query',
    method: 'GET',
    path: '/api/consultations/{consultationId}',
    roles: [...insiders, ...commenters],
    summary: 'A draft as it was sent out, with the comments that the person may see: all, or those of the own side',
    params: z.object({ consultationId: id }),
    answer: consultationLine.extend({
      note: z.string(),
      contentHash: editionHash,
      /** The document as it was sent out (anping-edition-v1). */
      edition: z.record(z.string(), z.unknown()),
      againstHash: editionHash.nullable(),
      draftState: z.enum(['drafting', 'published', 'discarded']),
      rows: z.array(comment),
      mayComment: z.boolean(),
      mayRecord: z.boolean(),
      mayRule: z.boolean(),
      /** Address of the page for the public. */
      slug: z.string().nullable(),
    }),
  },
  /** Refused with `consultation.closed` {closedOn}, `consultation.draftSettled` (409); issue `consultation.itemUnknown` at `itemId`. */
  addComment: {
    kind: 'command',
    method: 'POST',
    path: '/api/consultations/{consultationId}/comments',
    roles: commenters,
    summary: 'Comment on one item of a draft, or on the whole',
    params: z.object({ consultationId: id }),
    body: z.object({ itemId: itemId.nullable(), comment: text }),
    answer: z.object({ commentId: id }),
  },
  /** As `addComment`. */
  recordLetter: {
    kind: 'command',
    method: 'POST',
    path: '/api/consultations/{consultationId}/letters',
    roles: ['city-office'],
    summary: 'Record a comment that came on paper, by telephone or in a meeting',
    params: z.object({ consultationId: id }),
    body: z.object({
      itemId: itemId.nullable(),
      comment: text,
      authorName: z.string().trim().min(1).max(60),
      authorOf: z.string().trim().max(100),
    }),
    answer: z.object({ commentId: id }),
  },
  /** `before`: the ruling that the person saw; another one meanwhile is `platform.stale`. Refused with `consultation.draftSettled` (409). */
  ruleOnComment: {
    kind: 'command',
    method: 'POST',
    path: '/api/consultation-comments/{commentId}/ruling',
    roles: ['city-office'],
    summary: 'Adopt a comment or not, with the reason',
    params: z.object({ commentId: id }),
    body: z.object({ before: z.enum(rulings).nullable(), ruling: z.enum(rulings), reason }),
    answer: z.object({ ruling: z.enum(rulings) }),
  },
  commentsWorkbook: {
    kind: 'query',
    method: 'GET',
    path: '/api/consultations/{consultationId}/comments-workbook',
    roles: insiders,
    summary: 'All comments with their rulings as .xlsx (意见采纳情况汇总表)',
    params: z.object({ consultationId: id }),
    answer: 'file',
  },
  addRemark: {
    kind: 'command',
    method: 'POST',
    path: '/api/editions/{editionHash}/items/{itemId}/remarks',
    roles: commenters,
    summary: 'Remark on an item of a published edition, for the next one',
    params: z.object({ editionHash, itemId }),
    body: z.object({ remark: text }),
    answer: z.object({ remarkId: id }),
  },
  ownRemarks: {
    kind: 'query',
    method: 'GET',
    path: '/api/editions/{editionHash}/own-remarks',
    roles: commenters,
    summary: 'What the person’s own side remarked on the items of an edition',
    params: z.object({ editionHash }),
    answer: z.object({ rows: z.array(remark) }),
  },
  remarks: {
    kind: 'query',
    method: 'GET',
    path: '/api/item-remarks',
    roles: insiders,
    summary: 'Remarks on items, those without an answer first',
    query: z.object({
      industry: z.string().max(60).optional(),
      editionHash: editionHash.optional(),
      itemId: itemId.optional(),
      state: z.enum(['open', 'answered']).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      rows: z.array(remark),
      total: z.int(),
      industries: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  },
  /** For the editor: what to think of at which item. */
  remarkCounts: {
    kind: 'query',
    method: 'GET',
    path: '/api/editions/{editionHash}/remark-counts',
    roles: insiders,
    summary: 'How many remarks there are on the items of an edition, and how many wait for an answer',
    params: z.object({ editionHash }),
    answer: z.object({ items: z.array(z.object({ itemId, total: z.int(), open: z.int() })) }),
  },
  /** `before` as in `ruleOnComment`. */
  answerRemark: {
    kind: 'command',
    method: 'POST',
    path: '/api/item-remarks/{remarkId}/answer',
    roles: ['city-office'],
    summary: 'Say whether a remark is taken up in the next edition, and why',
    params: z.object({ remarkId: id }),
    body: z.object({ before: z.enum(remarkOutcomes).nullable(), outcome: z.enum(remarkOutcomes), reason }),
    answer: z.object({ outcome: z.enum(remarkOutcomes) }),
  },
  ownOpinions: {
    kind: 'query',
    method: 'GET',
    path: '/api/own-opinions',
    roles: commenters,
    summary: 'Everything that the person’s own side said about standards, with the answers',
    answer: z.object({
      comments: z.array(comment.extend({ title: z.string() })),
      remarks: z.array(remark),
    }),
  },
});
