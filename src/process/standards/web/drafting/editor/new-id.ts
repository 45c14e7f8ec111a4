import { randomId } from '#platform/ui/api/random-id.ts';

/** An id that no element, item or gate ever had: what was taken out must not come back as something else. */
export const newMemberId = (): string => `n-${randomId().slice(0, 10)}`;
