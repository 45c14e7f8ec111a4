import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

const params = z.object({ declarationId: z.uuid() });
const answer = z.object({ version: z.int() });

/** 送签、撤回送签、退回修改: how a declaration gets to the manager who signs it, and back. Signing itself is `submit`. */
export const signingContract = contract({
  /**
   * Checked whole, as for submission, with the same issues and refusals. Refused with `declaration.nobodyElseSigns` where no other manager
   * can sign, `declaration.onlyAccount` for a single person (409).
   */
  handOver: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/handover',
    roles: ['enterprise'],
    summary: 'Hand the declaration over to the manager for signature (送签); nothing can be changed while it waits',
    params,
    body: z.object({
      /** `version` of the declaration that the person has checked. */
      baseVersion: z.int().min(1),
    }),
    answer,
  },
  /** Refused with `declaration.notHandedOver` (409). */
  callBack: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/declarations/{declarationId}/handover',
    roles: ['enterprise'],
    summary: 'Take the declaration back before it is signed (撤回送签)',
    params,
    answer,
  },
  /** Refused with `declaration.notHandedOver` (409). */
  sendBack: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/unsigned-return',
    roles: ['enterprise-manager'],
    summary: 'Give the declaration back to the staff unsigned, with a remark (退回修改)',
    params,
    body: z.object({ baseVersion: z.int().min(1), remark: z.string().trim().min(2).max(1000) }),
    answer,
  },
});

/** What a declaration's answer says of its signature. */
export const signingAnswer = z.object({
  /** While it waits: who handed it over, when. */
  handedOver: z.object({ name: z.string(), at: z.iso.datetime(), mine: z.boolean() }).nullable(),
  /** Why it last came back unsigned: from the manager with a remark, or because of a 标准修订. */
  unsigned: z
    .object({ by: z.enum(['manager', 'revision']), name: z.string(), remark: z.string(), at: z.iso.datetime() })
    .nullable(),
  /** Those whose account may sign. */
  signers: z.array(z.object({ name: z.string(), isSelf: z.boolean() })),
  /** Whether the person asking has the enterprise's only account in use, and so does everything. */
  isOnlyAccount: z.boolean(),
});
export type Signing = z.infer<typeof signingAnswer>;
