export interface DrawOutcome {
  readonly exit: 0 | 1 | 2;
  readonly stdout: string;
  readonly reason: string;
}
export function firstBadByte(bytes: Uint8Array): number;
export function drawReference(args: readonly string[], read: (path: string) => Uint8Array | null): DrawOutcome;
