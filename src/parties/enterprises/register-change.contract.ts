import { z } from 'zod';
import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { deciders, registerFieldNames } from './domain/register-change/fields.ts';
import { registerChangeActions, registerChangeStates } from './domain/register-change/states.ts';

const unitId = z.object({ unitId: z.uuid() });
const changeId = z.object({ changeId: z.uuid() });
const field = z.enum(registerFieldNames);
const instant = z.iso.datetime();

/** One field, old beside new: codes, and the words that stand for them. */
const value = z.object({
  field,
  from: z.string(),
  to: z.string(),
  fromText: z.string(),
  toText: z.string(),
});

const origins = ['enterprise', 'officer', 'correction'] as const;

const line = z.object({
  changeId: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  enterpriseName: z.string(),
  values: z.array(value),
  state: z.enum(registerChangeStates),
  decider: z.enum(deciders),
  /** Who decides, by name. */
  deciderName: z.string(),
  /** `correction`: the city office corrected the roster, at once. */
  origin: z.enum(origins),
  reason: z.string(),
  requestedByName: z.string(),
  requestedAt: instant,
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string(),
  /** The reader can decide on it, or is asked for a remark. */
  mine: z.enum(['decide', 'remark']).nullable(),
});
export type RegisterChangeLine = z.infer<typeof line>;

const body = z.object({ bodyId: z.string(), name: z.string() });

/** What an approval would do to one declaration that is under way; `rule` and `edition` as in `process/declaration/domain/moves.ts`. */
export const consequence = z.object({
  declarationId: z.uuid(),
  unitName: z.string(),
  campaignName: z.string(),
  /** Where it stands: `draft`, `waiting`, `in-review`, … */
  stage: z.string(),
  rule: z.enum(['unchanged', 'expects', 'moves', 'choose', 'stays', 'unknown']),
  edition: z.enum(['same', 'switches', 'carries', 'stays', 'blocked', 'none']),
  from: body,
  to: body,
  /** Of a working copy that goes over to another standard: answers that stand, and that have no place any more. */
  kept: z.int(),
  dropped: z.int(),
});
export type Consequence = z.infer<typeof consequence>;

const choices = z.record(z.string(), z.array(z.object({ code: z.string(), name: z.string() })));

/** Those whose matter a unit's register is: its enterprise and the authorities. */
const readers = [...enterpriseRoles, ...officers, 'auditor'] as const;
const askers = [...enterpriseRoles, 'reviewer', 'city-office'] as const;

export const registerChangeContract = contract({
  unitRegister: {
    kind: 'query',
    method: 'GET',
    path: '/api/units/{unitId}/register',
    roles: readers,
    summary: 'What the register keeps of a unit and its enterprise, what can be changed and how, and what was changed',
    params: unitId,
    answer: z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      enterpriseName: z.string(),
      unitVersion: z.int(),
      enterpriseVersion: z.int(),
      values: z.array(
        z.object({
          field,
          value: z.string(),
          text: z.string(),
          /** The request that waits for this field. */
          pending: z.object({ changeId: z.uuid(), toText: z.string() }).nullable(),
        }),
      ),
      /** For fields that hold a code. */
      choices,
      bodyName: z.string(),
      /** The latest first. */
      changes: z.array(line),
      mayRequest: z.boolean(),
    }),
  },
  ownUnits: {
    kind: 'query',
    method: 'GET',
    path: '/api/own-units',
    roles: enterpriseRoles,
    summary: 'The assessed units of the own enterprise',
    answer: z.object({
      rows: z.array(z.object({ unitId: z.uuid(), unitName: z.string(), bodyName: z.string(), pending: z.int() })),
    }),
  },
  registerChangeProof: {
    kind: 'command',
    method: 'POST',
    path: '/api/register-change-proofs',
    roles: askers,
    summary: 'Send the file that proves a change: PDF, JPEG, PNG or DOCX, up to 20 MB; it is named in the request',
    body: 'upload',
    answer: z.object({ proofId: z.uuid(), fileName: z.string(), sizeBytes: z.int() }),
  },
  /**
   * Issues at `values.<field>` (`registerChange.sameValue`, `.empty`, `.tooLong`, `.waiting`, `.taken`, `input.notAChoice`, `creditCode.*`), `values`
   * (`registerChange.nothingAsked`) and `proofId` (`registerChange.proofMissing`). Refused with `platform.stale` (409).
   */
  requestRegisterChange: {
    kind: 'command',
    method: 'POST',
    path: '/api/units/{unitId}/register-changes',
    roles: askers,
    summary: 'Ask for a change of what the register keeps; nothing changes before it is approved',
    params: unitId,
    body: z.object({
      /** By field; what is not named stays. */
      values: z.partialRecord(field, z.string().max(300)),
      reason: z.string().trim().min(2).max(500),
      proofId: z.uuid().nullable().default(null),
      baseUnitVersion: z.int(),
      baseEnterpriseVersion: z.int(),
    }),
    answer: z.object({ changeId: z.uuid() }),
  },
  registerChanges: {
    kind: 'query',
    method: 'GET',
    path: '/api/register-changes',
    roles: readers,
    summary: 'Requests that concern the person: own ones, those of the own body, all of the city; the latest first',
    query: z.object({
      state: z.enum(registerChangeStates).optional(),
      /** Only what waits for the reader, to be decided or remarked on. */
      mine: z.enum(['decide', 'remark']).optional(),
      q: z.string().trim().max(60).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      size: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ rows: z.array(line), total: z.int() }),
  },
  registerChange: {
    kind: 'query',
    method: 'GET',
    path: '/api/register-changes/{changeId}',
    roles: readers,
    summary: 'One request: old and new, proof, remarks, and what an approval does to declarations under way',
    params: changeId,
    answer: line.extend({
      version: z.int(),
      proof: z
        .object({ fileName: z.string(), mediaType: z.string(), sizeBytes: z.int(), digest: z.string() })
        .nullable(),
      /** Bodies that are asked, with what they said; null while they have not. */
      remarks: z.array(
        z.object({
          bodyId: z.string(),
          bodyName: z.string(),
          agrees: z.boolean().nullable(),
          remark: z.string(),
          by: z.string(),
          at: instant.nullable(),
        }),
      ),
      withoutRemarks: z.boolean(),
      /** Only while it is pending. */
      consequences: z.array(consequence),
      actions: z.array(z.enum(registerChangeActions)),
    }),
  },
  registerChangeProofFile: {
    kind: 'query',
    method: 'GET',
    path: '/api/register-changes/{changeId}/proof',
    roles: readers,
    summary: 'The file that proves the change',
    params: changeId,
    answer: 'file',
  },
  /** Refused with `registerChange.settled` (409) once it is decided, `registerChange.remarkedAlready` (409). */
  remarkOnRegisterChange: {
    kind: 'command',
    method: 'POST',
    path: '/api/register-changes/{changeId}/remark',
    roles: ['reviewer', 'sign-off'],
    summary: 'Say as a body concerned whether the change is agreed to',
    params: changeId,
    body: z.object({ agrees: z.boolean(), remark: z.string().trim().min(1).max(500) }),
    answer: z.object({ version: z.int() }),
  },
  /**
   * Refused with `registerChange.settled`, `registerChange.ownRequest`, `registerChange.remarksMissing` {bodies}, `registerChange.registerMoved` {was, now},
   * `platform.stale`, and by what follows for declarations: `move.choiceMissing` {units}, `move.industryOpen` {unit}, `move.noEdition` (409).
   */
  decideRegisterChange: {
    kind: 'command',
    method: 'POST',
    path: '/api/register-changes/{changeId}/decision',
    roles: ['reviewer', 'sign-off', 'city-office'],
    summary: 'Approve the request, which takes effect at once, or refuse it with a reason',
    params: changeId,
    body: z.object({
      baseVersion: z.int(),
      decision: z.enum(['approve', 'refuse']),
      /** Asked for with a refusal. */
      reason: z.string().trim().max(500).default(''),
      /** Approve although a body has not remarked. */
      withoutRemarks: z.boolean().default(false),
      /** For declarations whose review has begun: whether they stay with their body or go to the new one. */
      reviews: z.record(z.uuid(), z.enum(['keep', 'move'])).default({}),
    }),
    answer: z.object({ version: z.int() }),
  },
  withdrawRegisterChange: {
    kind: 'command',
    method: 'POST',
    path: '/api/register-changes/{changeId}/withdrawal',
    roles: askers,
    summary: 'Take back a request of one’s own that is not decided yet',
    params: changeId,
    body: z.object({ baseVersion: z.int() }),
    answer: z.object({ version: z.int() }),
  },
});
