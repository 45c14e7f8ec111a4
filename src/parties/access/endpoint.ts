import type { Contract, Endpoint } from '#platform/contract.ts';
import type { Role } from './domain/roles.ts';

/** Declares the endpoints of a slice; a role that does not exist does not compile. */
export const contract = <const C extends Contract<Role>>(endpoints: C): C => endpoints;

export type { Endpoint };
