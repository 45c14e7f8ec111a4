import { z } from 'zod';
import { contract } from '../access/endpoint.ts';

const day = z.iso.date();
const readers = ['administrator', 'city-office', 'auditor'] as const;

const days = { holidays: z.array(day).max(120), makeUpWorkdays: z.array(day).max(60) };

const finding = z.object({
  /** A cell such as `A7`; empty where the whole table is meant. */
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const workingDaysContract = contract({
  calendarYears: {
    kind: 'query',
    method: 'GET',
    path: '/api/calendar-years',
    roles: readers,
    summary: 'Calendars of working days from last year on, where each came from, and what was entered before',
    answer: z.object({
      years: z.array(
        z.object({
          year: z.int(),
          /** `announced`: shipped with the program as the State Council announced it; `entered`: by an administrator. */
          origin: z.enum(['announced', 'entered']),
          source: z.string(),
          ...days,
          /** Of what was entered; 0 where nothing was. */
          version: z.int(),
          /** Entered, and unlike the calendar that the program ships for the year. */
          differs: z.boolean(),
        }),
      ),
      /** This year and the next, if they have no calendar yet. */
      missing: z.array(z.int()),
      entries: z.array(
        z.object({
          year: z.int(),
          version: z.int(),
          source: z.string(),
          reason: z.string(),
          holidayCount: z.int(),
          makeUpCount: z.int(),
          enteredBy: z.string(),
          enteredAt: z.iso.datetime(),
        }),
      ),
    }),
  },
  /** `xlsx.*`, `file.*` for a file that cannot be read; what is wrong within it is in the answer. */
  previewCalendar: {
    kind: 'command',
    method: 'POST',
    path: '/api/calendar-years/preview',
    roles: ['administrator'],
    summary: 'Read a table of holidays (.xlsx or CSV with the columns 日期 and 类型) without keeping it',
    body: 'upload',
    answer: z.object({ year: z.int().nullable(), ...days, findings: z.array(finding) }),
  },
  /** Issues at `holidays`, `makeUpWorkdays`, `source`, and at `reason` where a calendar of the year is there already. */
  enterCalendar: {
    kind: 'command',
    method: 'POST',
    path: '/api/calendar-years',
    roles: ['administrator'],
    summary: 'Enter the calendar of a year as the State Council announced it, or correct one with a reason',
    body: z.object({
      year: z.int().min(2010).max(2200),
      ...days,
      source: z
        .string()
        .trim()
        .max(60)
        .regex(/^\S{2,40}[〔[（(]\d{4}[〕\]）)]\d{1,4}号$/, 'calendar.documentNumber'),
      reason: z.string().trim().max(300),
      /** `version` of the calendar that is replaced; 0 where none was entered. */
      baseVersion: z.int().min(0),
    }),
    answer: z.object({ year: z.int(), version: z.int() }),
  },
});
