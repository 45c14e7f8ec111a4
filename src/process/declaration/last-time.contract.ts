import { z } from 'zod';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';

const declarationId = z.uuid();

const report = z.object({
  same: z.int(),
  changed: z.int(),
  leftAlone: z.int(),
  fresh: z.int(),
  gone: z.int(),
});

export const lastTimeContract = contract({
  lastTime: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/last-time',
    roles: enterpriseRoles,
    summary:
      'What the unit handed in last in an earlier campaign, and what copying its answers would do; null if nothing',
    params: z.object({ declarationId }),
    answer: z.object({
      last: z
        .object({
          submissionId: z.uuid(),
          campaignName: z.string(),
          submittedAt: z.iso.datetime(),
          printed: z.string(),
          className: z.string().nullable(),
          report,
        })
        .nullable(),
    }),
  },
  /** Refused with `declaration.nothingLastTime` (404), `platform.stale` (409) if somebody has saved since `baseVersion`. */
  copyLastTime: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/last-time',
    roles: ['enterprise'],
    summary: 'Put the answers of last time beside the open items, to be confirmed one by one; none counts before that',
    params: z.object({ declarationId }),
    body: z.object({ baseVersion: z.int().min(1) }),
    answer: z.object({ version: z.int(), report }),
  },
});
export type LastTime = NonNullable<z.infer<(typeof lastTimeContract)['lastTime']['answer']>['last']>;
