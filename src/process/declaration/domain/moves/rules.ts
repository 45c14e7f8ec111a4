import type { DeclarationState } from '../states.ts';

/**
 * Where a declaration stands, as far as a move asks: not begun; in the enterprise's hands; being signed; taken out of the assessment; with a body that has not begun its
 * review; under review; transmitted or further, up to the list; decided.
 */
export const moveStages = [
  'not-started',
  'in-hand',
  'to-sign',
  'not-assessed',
  'waiting',
  'in-review',
  'transmitted',
  'decided',
] as const;
export type MoveStage = (typeof moveStages)[number];

/**
 * What becomes of a declaration whose receiving body is another one now. `expects`: nothing was handed in, the other body expects it; `moves`:
 * it goes to the other body, where it waits anew; `choose`: the city office says whether it moves or stays; `stays`: the change counts from
 * the next campaign.
 */
export type MoveRule = 'expects' | 'moves' | 'choose' | 'stays';

/**
 * What becomes of it when the unit is of another industry now, and so has another standard. `switches`: nothing was answered, the standard
 * changes; `carries`: the working copy goes over, what has no counterpart is set aside; `blocked`: it has to come back to the enterprise
 * first; `stays`: the class was decided by the standard before.
 */
export type EditionRule = 'switches' | 'carries' | 'blocked' | 'stays';

interface Row {
  readonly stage: MoveStage;
  readonly body: MoveRule;
  readonly edition: EditionRule;
}

export const moveTable: readonly Row[] = [
  { stage: 'not-started', body: 'expects', edition: 'switches' },
  { stage: 'in-hand', body: 'expects', edition: 'carries' },
  { stage: 'to-sign', body: 'expects', edition: 'blocked' },
  { stage: 'not-assessed', body: 'expects', edition: 'carries' },
  { stage: 'waiting', body: 'moves', edition: 'blocked' },
  { stage: 'in-review', body: 'choose', edition: 'blocked' },
  { stage: 'transmitted', body: 'stays', edition: 'blocked' },
  { stage: 'decided', body: 'stays', edition: 'stays' },
];

/** @param reviewState of the review of the current submission, if there is one */
export const moveStageOf = (state: DeclarationState, reviewState: string | null, decided: boolean): MoveStage => {
  if (decided) return 'decided';
  if (state === 'not-started' || state === 'to-sign' || state === 'not-assessed') return state;
  if (state !== 'submitted') return 'in-hand';
  if (reviewState === null || reviewState === 'pending') return 'waiting';
  return reviewState === 'transmitted' ? 'transmitted' : 'in-review';
};

export const moveRowOf = (stage: MoveStage): Row => moveTable.find((row) => row.stage === stage)!;

/** Whether the city office may direct a declaration elsewhere: as long as it is not with the office itself. */
export const mayBeDirected = (stage: MoveStage): boolean => moveRowOf(stage).body !== 'stays';
