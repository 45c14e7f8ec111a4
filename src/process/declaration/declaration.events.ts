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
