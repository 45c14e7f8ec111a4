import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

const id = z.uuid();
const reads = ['city-office', 'leading-group', 'auditor', 'reviewer', 'sign-off'] as const;

const column = z.object({ key: z.string(), label: z.string(), numeric: z.boolean().optional() });
const cells = z.record(z.string(), z.string());
const objectionState = z.enum(['received', 'dismissed', 'upheld']);

const noticeLine = z.object({
  noticeId: id,
  number: z.string(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  /** Working days until the last day; 0 on it and after it. */
  workingDaysLeft: z.int(),
  entries: z.int(),
  cleared: z.int(),
  upheld: z.int(),
  /** Objections not ruled on. */
  waiting: z.int(),
  slug: z.string(),
});

const objectionLine = z.object({
  objectionId: id,
  number: z.string(),
  noticeId: id,
  noticeNumber: z.string(),
  entryId: id,
  cells,
  state: objectionState,
  receivedAt: z.iso.datetime(),
  /** Last day for the ruling, with the working days until then (negative: late); unknown where a year is not published. */
  dueOn: z.iso.date().nullable(),
  workingDaysLeft: z.int().optional(),
});

const PHONE = /^\+?[0-9 -]+$/;

/** Phone numbers as people write them, also with full-width signs: at least the seven digits of a number without area code. */
const phone = z
  .string()
  .overwrite((text) => text.normalize('NFKC').replace(/[‐-―−]/g, '-'))
  .trim()
  .min(1)
  .max(30)
  .regex(PHONE, 'objection.phoneForm')
  .refine((text) => !PHONE.test(text) || text.replace(/\D/g, '').length >= 7, 'objection.phoneShort');

/** What an objector sends; also what the form of the public site posts. */
export const objectionBody = z.object({
  entryId: id,
  name: z.string().trim().min(1).max(40),
  phone,
  grounds: z.string().trim().min(10).max(2_000),
});

export const publicNoticeContract = contract({
  publishable: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/publishable',
    roles: ['city-office', 'auditor'],
    summary: 'Rows that are ready for public notice, with the window the scheme asks for',
    params: z.object({ campaignId: id }),
    answer: z.object({
      columns: z.array(column),
      rows: z.array(z.object({ subjectId: id, cells })),
      workingDays: z.object({ value: z.int(), min: z.int(), max: z.int(), basis: z.string() }),
      /** Last day of the window if published today; null where a year on the way has no published calendar. */
      closesOn: z.iso.date().nullable(),
      today: z.iso.date(),
      /** The years that a window may reach into, as far as they are published: the page derives the last day from them. */
      calendar: z.object({
        edition: z.string(),
        years: z.record(
          z.string(),
          z.object({
            holidays: z.array(z.iso.date()),
            makeUpWorkdays: z.array(z.iso.date()),
            source: z.string(),
          }),
        ),
      }),
      /** Title and introduction as such notices are worded. */
      proposed: z.object({ title: z.string(), introduction: z.string() }),
    }),
  },
  /** Refused with `notice.rowsChanged` (409) if a row is no longer ready, `calendar.yearNotPublished` (422). */
  publishNotice: {
    kind: 'command',
    method: 'POST',
    path: '/api/campaigns/{campaignId}/notices',
    roles: ['city-office'],
    summary: 'Publish rows for objections; the page is frozen and cannot be changed afterwards',
    params: z.object({ campaignId: id }),
    body: z.object({
      title: z.string().trim().min(1).max(120),
      introduction: z.string().trim().min(1).max(2_000),
      workingDays: z.int(),
      subjectIds: z.array(id).min(1).max(20_000),
    }),
    answer: z.object({ noticeId: id, number: z.string(), slug: z.string(), closesOn: z.iso.date() }),
  },
  notices: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/notices',
    roles: reads,
    summary: 'Public notices of a campaign, newest first',
    params: z.object({ campaignId: id }),
    answer: z.object({ rows: z.array(noticeLine), total: z.int() }),
  },
  notice: {
    kind: 'query',
    method: 'GET',
    path: '/api/notices/{noticeId}',
    roles: reads,
    summary: 'One public notice with its rows and the objections against them',
    params: z.object({ noticeId: id }),
    answer: z.object({
      notice: noticeLine.extend({
        introduction: z.string(),
        workingDays: z.int(),
        calendarEdition: z.string(),
        digest: z.string(),
        publishedByName: z.string(),
        publishedAt: z.iso.datetime(),
        closedAt: z.iso.datetime().nullable(),
      }),
      columns: z.array(column),
      rows: z.array(
        z.object({ entryId: id, cells, state: z.enum(['open', 'cleared', 'upheld']), objections: z.int() }),
      ),
    }),
  },
  objections: {
    kind: 'query',
    method: 'GET',
    path: '/api/objections',
    roles: ['city-office', 'leading-group', 'auditor'],
    summary: 'Objections, those not ruled on first',
    query: z.object({ state: objectionState.optional() }),
    answer: z.object({ rows: z.array(objectionLine), total: z.int(), columns: z.array(column) }),
  },
  objection: {
    kind: 'query',
    method: 'GET',
    path: '/api/objections/{objectionId}',
    roles: ['city-office', 'leading-group', 'auditor'],
    summary: 'One objection with who raised it and why',
    params: z.object({ objectionId: id }),
    answer: objectionLine.extend({
      columns: z.array(column),
      objectorName: z.string(),
      objectorPhone: z.string(),
      grounds: z.string(),
      rulingReason: z.string(),
      ruledByName: z.string(),
      ruledAt: z.iso.datetime().nullable(),
      subjectType: z.string(),
      subjectId: id,
      actions: z.array(z.enum(['dismiss', 'uphold'])),
    }),
  },
  /** Refused with `objection.windowClosed` (409), `objection.rowSettled` (409). */
  object: {
    kind: 'command',
    method: 'POST',
    path: '/api/public/objections',
    roles: 'public',
    summary: 'Object to one row of an open public notice',
    body: objectionBody,
    answer: z.object({ number: z.string(), receivedAt: z.iso.datetime() }),
  },
  /** Refused with `objection.ruledAlready` (409). */
  rule: {
    kind: 'command',
    method: 'POST',
    path: '/api/objections/{objectionId}/ruling',
    roles: ['city-office'],
    summary:
      'Rule on an objection, with reasons; an upheld one takes the row off the list and sends it back for verification',
    params: z.object({ objectionId: id }),
    body: z.object({ ruling: z.enum(['dismissed', 'upheld']), reason: z.string().trim().min(10).max(2_000) }),
    answer: z.object({ state: objectionState }),
  },
});
