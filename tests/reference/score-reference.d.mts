export interface ScoreResult {
  readonly edition: string;
  readonly full: number;
  readonly earned: number;
  readonly deducted: number;
  readonly notApplicable: number;
  readonly normalised: { readonly num: number; readonly den: number };
  readonly printed: string;
  readonly scoreClass: string;
  readonly class: string | null;
  readonly accepted: boolean;
}
export interface ScoreOutcome {
  readonly exit: 0 | 1 | 2;
  readonly stdout: ScoreResult | null;
  readonly reason: string;
}
export function editionHash(bytes: Uint8Array): string;
export function scoreReference(args: readonly string[], read: (path: string) => Uint8Array | null): ScoreOutcome;
export function scoreDisagreement(expected: ScoreOutcome, exit: number, stdout: string): string | null;
