import type { Refusal } from '#lib/result.ts';

/** A second request of the same kind while one is pending. */
export const onePending: Readonly<Record<string, Refusal>> = {
  declaration_requests_one_pending: {
    kind: 'refusal',
    code: 'requests.pendingAlready',
    status: 409,
    again: 'conflict',
  },
};
