import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';
import { sourceKinds } from './domain/registration/sources.ts';

const params = z.object({ declarationId: z.uuid() });
const fieldNames = z.array(z.string().min(1).max(60)).min(1).max(200);
const saved = z.object({ version: z.int(), registrationVersion: z.int() });

/** Where the value of a field comes from; `open`: taken over, and nobody has looked at it yet; `v`: version of the form that set it. */
export const fieldSource = z.object({
  from: z.enum(sourceKinds),
  on: z.iso.date(),
  of: z.string().optional(),
  v: z.int(),
  open: z.literal(true).optional(),
});

const offer = z.object({
  key: z.string(),
  from: z.enum(['register', 'earlier', 'sister']),
  of: z.string().optional(),
  on: z.iso.date(),
  values: z.record(z.string(), z.unknown()),
});
export type RegistrationOffer = z.infer<typeof offer>;

export const registrationContract = contract({
  registrationOffers: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/registration/offers',
    roles: ['enterprise'],
    summary: 'What can be taken over: from the register, the last campaign, the other units of the enterprise',
    params,
    answer: z.object({ offers: z.array(offer) }),
  },
  /**
   * Refused with `registration.fieldsChanged` (409) if one of the fields was changed elsewhere after `baseVersion`: `current` holds the
   * present values as JSON text `{field: {value, v}}`. Nothing is saved then. Fields not named stay as they are.
   */
  saveFields: {
    kind: 'command',
    method: 'PUT',
    path: '/api/declarations/{declarationId}/registration/fields',
    roles: ['enterprise'],
    summary: 'Save some fields of the registration form; null takes a value away',
    params,
    body: z.object({ baseVersion: z.int().min(0), fields: z.record(z.string().max(60), z.unknown()) }),
    answer: saved,
  },
  takeOver: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/registration/takings',
    roles: ['enterprise'],
    summary: 'Take fields over from an offer; they wait for being confirmed',
    params,
    body: z.object({ baseVersion: z.int().min(0), offer: z.string().min(1).max(60), fields: fieldNames }),
    answer: saved,
  },
  confirmFields: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/registration/confirmations',
    roles: ['enterprise'],
    summary: 'Say that fields which were taken over are right',
    params,
    body: z.object({ fields: fieldNames }),
    answer: saved,
  },
});
