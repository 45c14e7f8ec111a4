import { z } from 'zod';
import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import {
  answer,
  day,
  declarationAnswer,
  declarationId,
  deductions,
  elementId,
  evidence,
  itemId,
  listRow,
  submissionAnswer,
} from './declaration-shapes.ts';
import { registrationSchema } from './domain/registration.ts';
import { declarationStateFilters, declarationStates } from './domain/states.ts';

export type Declaration = z.infer<typeof declarationAnswer>;
export type DeclarationRow = z.infer<typeof listRow>;
export type SubmissionAnswer = z.infer<typeof submissionAnswer>;

const readers = [...enterpriseRoles, ...officers, 'expert', 'auditor'] as const;

export const declarationContract = contract({
  declarations: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations',
    roles: [...enterpriseRoles, ...officers, 'auditor'],
    summary: 'The declarations of the own enterprise, of the units that the own body receives from, or of the city',
    query: z.object({
      campaignId: z.uuid().optional(),
      state: z.enum(declarationStateFilters).optional(),
      bodyId: z.string().max(60).optional(),
      industry: z.string().max(60).optional(),
      /** `1`: past its last day on time and not submitted; `0`: not submitted and still in time. */
      overdue: z.enum(['0', '1']).optional(),
      q: z.string().trim().max(60).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      rows: z.array(listRow),
      total: z.int(),
      counts: z.record(z.enum(declarationStates), z.int()),
      today: day,
    }),
  },
  declaration: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}',
    roles: enterpriseRoles,
    summary: 'The working copy of a declaration of the own enterprise, with everything the pages need',
    params: z.object({ declarationId }),
    answer: declarationAnswer,
  },
  start: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/start',
    roles: ['enterprise'],
    summary: 'Start filling in; the registration form is prefilled from the register',
    params: z.object({ declarationId }),
    answer: z.object({ version: z.int() }),
  },
  /** Refused with `platform.stale` (409) if the form was saved elsewhere after `baseVersion`. */
  saveRegistration: {
    kind: 'command',
    method: 'PUT',
    path: '/api/declarations/{declarationId}/registration',
    roles: ['enterprise'],
    summary: 'Save the registration form, whole; gaps are allowed, wrong values are not',
    params: z.object({ declarationId }),
    body: z.object({ baseVersion: z.int().min(0), registration: registrationSchema }),
    answer: z.object({ version: z.int(), registrationVersion: z.int() }),
  },
  /**
   * Refused with `declaration.itemsChanged` (409) if an item was changed elsewhere after `baseVersion`: `items` names them,
   * `current` holds their present values as JSON text `{item: {answer, reason, comment, v}}`, `version` is the section's. Nothing is saved then.
   */
  saveAnswers: {
    kind: 'command',
    method: 'PUT',
    path: '/api/declarations/{declarationId}/sections/{elementId}',
    roles: ['enterprise'],
    summary:
      'Save answers and comments of some or all items of a second-level element; items not named stay as they are',
    params: z.object({ declarationId, elementId }),
    body: z.object({
      /** Version of the section that the change started from, 0 for none. */
      baseVersion: z.int().min(0),
      items: z.record(
        itemId,
        z.strictObject({
          answer: answer.nullable(),
          /** 扣分原因; required for a submission where points are lost. */
          reason: z.string().max(4000).default(''),
          comment: z.string().max(4000).default(''),
          deductions: deductions.optional(),
        }),
      ),
    }),
    answer: z.object({ version: z.int(), sectionVersion: z.int() }),
  },
  attachEvidence: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/items/{itemId}/evidence',
    roles: ['enterprise'],
    summary: 'Attach a file to an item: PDF, JPEG, PNG, WebP, DOCX or XLSX, up to 20 MB',
    params: z.object({ declarationId, itemId }),
    body: 'upload',
    /** `already`: this very file was attached to the item before; nothing has changed. */
    answer: z.object({ version: z.int(), evidence, already: z.boolean() }),
  },
  removeEvidence: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/declarations/{declarationId}/evidence/{evidenceId}',
    roles: ['enterprise'],
    summary: 'Take a file off the working copy; submissions that hold it keep it',
    params: z.object({ declarationId, evidenceId: z.uuid() }),
    answer: z.object({ version: z.int() }),
  },
  evidenceFile: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/evidence/{evidenceId}',
    roles: readers,
    summary: 'An evidence file: for the own enterprise, and once submitted for those who handle the declaration',
    params: z.object({ declarationId, evidenceId: z.uuid() }),
    answer: 'file',
  },
  /**
   * The manager's own account signs: one act for a single person, else after somebody else handed it over. Issues name every gap:
   * `registration.<field>`, `items.<item>`, `truthful`. Refused with `declaration.tooEarly`, `declaration.closed` by date,
   * `declaration.handOverFirst`, `declaration.youHandedItOver` (409).
   */
  submit: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/submissions',
    roles: ['enterprise-manager'],
    summary: 'Sign and submit (签发并报送) the declaration to its receiving body; what is submitted is frozen',
    params: z.object({ declarationId }),
    body: z.object({
      /** `version` of the declaration that the person has checked. */
      baseVersion: z.int().min(1),
      /** 本单位承诺所报内容真实. */
      truthful: z.boolean(),
      /** 已知晓，仍要报送: demanded where the checks have warnings, refused with `declaration.warningsNotAccepted` (409) without it. */
      warningsAccepted: z.boolean().default(false),
    }),
    answer: z.object({ submissionId: z.uuid(), receiptNumber: z.string(), version: z.int() }),
  },
  /** Refused with `declaration.reviewBegun` (409) once the receiving body has begun. */
  withdraw: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/withdrawal',
    roles: enterpriseRoles,
    summary: 'Withdraw the submission while its review has not begun',
    params: z.object({ declarationId }),
    body: z.object({ reason: z.string().trim().max(1000).default('') }),
    answer: z.object({ version: z.int() }),
  },
  submission: {
    kind: 'query',
    method: 'GET',
    path: '/api/submissions/{submissionId}',
    roles: readers,
    summary: 'A submission as it was handed in, for the enterprise and those who handle it',
    params: z.object({ submissionId: z.uuid() }),
    answer: submissionAnswer,
  },
});
