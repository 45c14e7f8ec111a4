import { describe, expect, it, vi } from 'vitest';
import { sessionGate } from './session-gate.ts';

describe('requests of an ended session', () => {
  it('wait together, and all learn that the person has signed in again', async () => {
    const heard = vi.fn();
    const leave = sessionGate.subscribe(heard);
    const outcomes = Promise.all([sessionGate.wait(), sessionGate.wait()]);
    expect(sessionGate.isWaiting()).toBe(true);
    sessionGate.signedIn();
    expect(await outcomes).toEqual(['signed-in', 'signed-in']);
    expect(sessionGate.isWaiting()).toBe(false);
    expect(heard).toHaveBeenCalledTimes(2);
    leave();
  });

  it('learn that the person gave up, and a later one waits anew', async () => {
    const first = sessionGate.wait();
    sessionGate.giveUp();
    expect(await first).toBe('given-up');
    const second = sessionGate.wait();
    sessionGate.signedIn();
    expect(await second).toBe('signed-in');
  });
});
