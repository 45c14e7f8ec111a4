import type { PlainDate } from '#lib/plain-date.ts';
import type { DomainEvent } from '#platform/command.ts';

/** A declaration was handed in; the preliminary review opens. */
export interface DeclarationSubmitted extends DomainEvent {
  readonly type: 'declaration.submitted';
  readonly declarationId: string;
  readonly submissionId: string;
  readonly campaignId: string;
  readonly unitId: string;
  /** The receiving body. */
  readonly bodyId: string;
  readonly editionHash: string;
}

/** The enterprise withdrew before the review began; the review is dropped. */
export interface DeclarationWithdrawn extends DomainEvent {
  readonly type: 'declaration.withdrawn';
  readonly declarationId: string;
  readonly submissionId: string;
}

/** The campaign took another edition and nothing is to be asked of the enterprise: the system froze the submission anew; the review goes on. */
export interface DeclarationResubmitted extends DomainEvent {
  readonly type: 'declaration.resubmitted';
  readonly declarationId: string;
  readonly submissionBefore: string;
  readonly submissionId: string;
  readonly editionHash: string;
  readonly revisionId: string;
}

/** The campaign took another edition and the enterprise has to confirm or answer something: its review ends. */
export interface DeclarationReturnedByRevision extends DomainEvent {
  readonly type: 'declaration.returned-by-revision';
  readonly declarationId: string;
  readonly submissionId: string;
  readonly reason: string;
  readonly dueOn: PlainDate;
}

/** A declaration that was handed in goes to another body: the register was changed, or the city office directed it. Its review moves along. */
export interface DeclarationMoved extends DomainEvent {
  readonly type: 'declaration.moved';
  readonly declarationId: string;
  readonly submissionId: string;
  readonly moveId: string;
  readonly fromBodyId: string;
  readonly toBodyId: string;
  /** Of the review as the move found it. */
  readonly reviewState: string | null;
  readonly reason: string;
}
