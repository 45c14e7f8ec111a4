import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';
import { requestActionNames, requestKinds, requestStates } from './domain/declaration-requests.ts';
import { declarationStates } from './domain/states.ts';

const day = z.iso.date();
const instant = z.iso.datetime();
const declarationId = z.object({ declarationId: z.uuid() });
const requestId = z.object({ requestId: z.uuid() });

const request = z.object({
  requestId: z.uuid(),
  declarationId: z.uuid(),
  kind: z.enum(requestKinds),
  state: z.enum(requestStates),
  unitName: z.string(),
  enterpriseName: z.string(),
  industryName: z.string(),
  /** Decides: the body that receives or expects the declaration. */
  bodyName: z.string(),
  declarationState: z.enum(declarationStates),
  /** The last day on time as it stands now. */
  dueOn: day,
  wantedUntil: day.nullable(),
  stoodUntil: day.nullable(),
  grantedUntil: day.nullable(),
  /** Name of the case in the scheme, with the proof that it asks for. */
  ground: z.object({ name: z.string(), proof: z.string(), basis: z.string() }).nullable(),
  since: day.nullable(),
  explanation: z.string(),
  proof: z.object({ fileName: z.string(), mediaType: z.string(), sizeBytes: z.int() }).nullable(),
  askedByName: z.string(),
  askedAt: instant,
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  reinstatedByName: z.string().nullable(),
  reinstatedAt: instant.nullable(),
  reinstatementReason: z.string().nullable(),
  /** What the person asking may do with it now. */
  actions: z.array(z.enum(requestActionNames)),
});
export type DeclarationRequest = z.infer<typeof request>;

const reason = z.string().trim().min(2, 'requests.reasonMissing').max(1000);
const readers = ['enterprise', 'reviewer', 'sign-off', 'city-office', 'leading-group', 'auditor'] as const;
const deciders = ['reviewer', 'sign-off', 'city-office'] as const;

/** The fields that come before the proof of a claim; the case itself is one of those that the scheme names. */
export const claimFields = z.object({
  ground: z.string({ error: 'input.required' }).min(1, 'input.required'),
  since: z.iso.date('input.required'),
  explanation: z.string().trim().min(1, 'requests.reasonMissing').max(1000),
});

export const requestsContract = contract({
  declarationRequests: {
    kind: 'query',
    method: 'GET',
    path: '/api/declaration-requests',
    roles: readers,
    summary:
      'Requests for an extension or for not being assessed: of the own enterprise, to the own body, or all of the city',
    query: z.object({
      declarationId: z.uuid().optional(),
      state: z.enum(requestStates).optional(),
      kind: z.enum(requestKinds).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ rows: z.array(request), total: z.int() }),
  },
  /** What may be asked for now, and within which bounds. */
  requestBounds: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/request-bounds',
    roles: ['enterprise'],
    summary: 'Whether an extension or not being assessed can be asked for, and until when',
    params: declarationId,
    answer: z.object({
      /** False once the declaration is handed in. */
      open: z.boolean(),
      bodyName: z.string(),
      dueOn: day,
      /** Null: the scheme knows no extensions, or the calendar of the year is not published. */
      extension: z
        .object({ latest: day, workingDays: z.int(), times: z.int(), grantedBefore: z.int(), basis: z.string() })
        .nullable(),
      grounds: z.array(z.object({ code: z.string(), name: z.string(), proof: z.string(), basis: z.string() })),
    }),
  },
  /** Issues at `until` (`requests.notLater`, `requests.tooLong`, `requests.inThePast`); refused with `requests.noMoreExtensions`, `requests.handedIn`, `requests.pendingAlready`, `requests.noExtensions` (409). */
  askExtension: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/extension-requests',
    roles: ['enterprise'],
    summary: 'Ask for a later last day (延期)',
    params: declarationId,
    body: z.object({ until: day, reason }),
    answer: z.object({ requestId: z.uuid() }),
  },
  /**
   * One PDF or picture as proof, with the fields `ground` (code of the scheme), `since` (day) and `explanation` before it. Issues at these;
   * refused with `requests.handedIn`, `requests.pendingAlready` (409) and the codes of uploads.
   */
  claimNotAssessed: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/not-assessed-requests',
    roles: ['enterprise'],
    summary: 'Say, with proof, that the unit is stopped, under construction, closed or out of scope (不列入评估)',
    params: declarationId,
    body: 'upload',
    answer: z.object({ requestId: z.uuid() }),
  },
  requestProof: {
    kind: 'query',
    method: 'GET',
    path: '/api/declaration-requests/{requestId}/proof',
    roles: readers,
    summary: 'The proof that came with a request',
    params: requestId,
    answer: 'file',
  },
  /** Refused with `requests.decidedAlready` (409). */
  withdrawRequest: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/declaration-requests/{requestId}',
    roles: ['enterprise'],
    summary: 'Take a request back that is not decided',
    params: requestId,
    answer: z.object({ requestId: z.uuid() }),
  },
  /** An extension may be granted for fewer days than asked (`until`, issues as in `askExtension`). Refused with `requests.decidedAlready`, `requests.handedIn` (409). */
  decideRequest: {
    kind: 'command',
    method: 'POST',
    path: '/api/declaration-requests/{requestId}/decision',
    roles: deciders,
    summary: 'Grant or refuse a request, with a reason',
    params: requestId,
    body: z.object({ grant: z.boolean(), reason, until: day.optional() }),
    answer: z.object({ requestId: z.uuid() }),
  },
  /** Refused with `requests.notTakenOut` (409). */
  reinstate: {
    kind: 'command',
    method: 'POST',
    path: '/api/declaration-requests/{requestId}/reinstatement',
    roles: deciders,
    summary: 'Take a unit in again that is not assessed (恢复评估)',
    params: requestId,
    body: z.object({ reason, until: day }),
    answer: z.object({ requestId: z.uuid() }),
  },
});
