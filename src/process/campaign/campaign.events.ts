import type { PlainDate } from '#lib/plain-date.ts';
import type { DomainEvent } from '#platform/command.ts';

/** A campaign took another edition of an industry's standard; undecided declarations follow. */
export interface EditionReplaced extends DomainEvent {
  readonly type: 'campaign.edition-replaced';
  readonly revisionId: string;
  readonly campaignId: string;
  readonly industry: string;
  readonly fromHash: string;
  readonly toHash: string;
  readonly reason: string;
  /** Last day for what is to be confirmed or answered anew. */
  readonly dueOn: PlainDate;
  /** Units whose class was decided before: they keep their edition. */
  readonly decided: readonly string[];
}
