import { z } from 'zod';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';

export const usualReturnsContract = contract({
  usualReturns: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/usual-returns',
    roles: enterpriseRoles,
    summary:
      'Usual reasons for return (退回常见原因): items that reviewers of the city sent back or lowered for at least three units of the industry',
    params: z.object({ declarationId: z.uuid() }),
    answer: z.object({
      items: z.array(
        z.object({
          itemId: z.string(),
          /** Units for which the item was sent back, and for which its points or its n/a were not accepted. */
          returned: z.int(),
          adjusted: z.int(),
          /** Words that reviewers used for at least three units, the most used first; what was written once might name an enterprise. */
          reasons: z.array(z.string()),
        }),
      ),
    }),
  },
});
export type UsualReturn = z.infer<(typeof usualReturnsContract)['usualReturns']['answer']>['items'][number];
