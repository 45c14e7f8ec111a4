import type { Fault, Issue } from '#lib/result.ts';

/** The server understood and refused. `requestId` finds the request in the server's log. */
export class ApiFault extends Error {
  readonly status: number;
  readonly fault: Fault;
  readonly requestId: string | null;

  constructor(status: number, fault: Fault, requestId: string | null) {
    super(fault.kind === 'refusal' ? fault.code : 'input.issues');
    this.name = 'ApiFault';
    this.status = status;
    this.fault = fault;
    this.requestId = requestId;
  }
}

/** No answer came: nothing is known about whether the server did what was asked. Sending the same key again is safe. */
export class OfflineFault extends Error {
  constructor() {
    super('network.lost');
    this.name = 'OfflineFault';
  }
}

/** The faults of an input, for the fields of a form; empty for anything else. */
export const issuesOf = (error: unknown): readonly Issue[] =>
  error instanceof ApiFault && error.fault.kind === 'issues' ? error.fault.issues : [];

/** The code of a refusal, to act on a particular one; undefined for anything else. */
export const refusalCode = (error: unknown): string | undefined =>
  error instanceof ApiFault && error.fault.kind === 'refusal' ? error.fault.code : undefined;
