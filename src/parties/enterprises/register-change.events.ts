import type { DomainEvent } from '#platform/command.ts';
import type { RegisterFieldName } from './domain/register-change/fields.ts';

/** What the register keeps of an enterprise or a unit was changed; declarations under way may have to follow. */
export interface RegisterChanged extends DomainEvent {
  readonly type: 'register.changed';
  readonly changeId: string;
  readonly enterpriseId: string;
  readonly unitId: string;
  readonly fields: readonly RegisterFieldName[];
  readonly reason: string;
  /** By declaration whose review has begun: whether it stays with its body or goes to the new one. */
  readonly reviews: Readonly<Record<string, 'keep' | 'move'>>;
}
