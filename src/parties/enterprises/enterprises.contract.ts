import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

const unitId = z.object({ unitId: z.uuid() });

/** The document that a recorded fact rests on; as `FactDocument` of the domain. */
export const factDocument = z.object({
  fact: z.string(),
  date: z.iso.date(),
  documentNumber: z.string(),
  issuingBody: z.string(),
});

const fact = factDocument.extend({
  factId: z.uuid(),
  note: z.string(),
  recordedByName: z.string(),
  recordedAt: z.iso.datetime(),
});

export const enterprisesContract = contract({
  /** Reviewers and sign-off see units that their body supervises, divisions also those of their industries. */
  supervisionFacts: {
    kind: 'query',
    method: 'GET',
    path: '/api/units/{unitId}/supervision-facts',
    roles: ['city-office', 'reviewer', 'sign-off', 'leading-group', 'auditor'],
    summary: 'The daily-supervision record of a unit, the latest first, and what may be recorded',
    params: unitId,
    answer: z.object({
      rows: z.array(fact),
      total: z.int(),
      /** `counted`: a gate of the unit's edition counts it. `title` is the gate's, for kinds without wording. */
      kinds: z.array(z.object({ kind: z.string(), title: z.string().nullable(), counted: z.boolean() })),
      mayRecord: z.boolean(),
    }),
  },
  /**
   * Issues at `kind` (`input.notAChoice`), `happenedOn` (`supervision.inFuture`, `supervision.tooOld`), `note` (`supervision.noteMissing`),
   * and where another authority fixed or capped the class at `documentNumber` (`supervision.numberMissing`) and `issuingBody`
   * (`supervision.issuerMissing`).
   */
  recordFact: {
    kind: 'command',
    method: 'POST',
    path: '/api/units/{unitId}/supervision-facts',
    roles: ['city-office', 'reviewer'],
    summary: 'Record an event of daily supervision; it cannot be changed afterwards',
    params: unitId,
    body: z.object({
      kind: z.string().min(1).max(60),
      happenedOn: z.iso.date(),
      note: z.string().trim().max(500).default(''),
      documentNumber: z.string().trim().max(60).default(''),
      issuingBody: z.string().trim().max(60).default(''),
    }),
    answer: z.object({ factId: z.uuid() }),
  },
});
