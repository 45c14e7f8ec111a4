import { createClient } from '#platform/ui/api/client.ts';
import { registerChangeContract } from '../../register-change.contract.ts';

export const registerChangeClient = createClient(registerChangeContract);

export const changeHref = (changeId: string) => `/register-changes/${changeId}`;
export const registerHref = (unitId: string) => `/register/units/${unitId}`;
export const requestHref = (unitId: string) => `/register/units/${unitId}/change`;
