import { describe, expect, it } from 'vitest';
import { ApiFault, OfflineFault } from '../api/faults.ts';
import { createSaveQueue } from './save-queue.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const refusal = new ApiFault(409, { kind: 'refusal', code: 'platform.stale', status: 409, again: 'conflict' }, null);

/** A server that answers when told to, and a queue in front of it. */
const start = (stored: { id: string; value: number; key: string }[] = []) => {
  const calls: { id: string; value: number; key: string; answer: (error?: Error) => void }[] = [];
  const retries: (() => void)[] = [];
  let kept: readonly { id: string; value: number; key: string }[] = stored;
  const queue = createSaveQueue<number>({
    send: (id, value, key) =>
      new Promise((resolve, reject) => {
        calls.push({ id, value, key, answer: (error) => (error ? reject(error) : resolve(undefined)) });
      }),
    storage: {
      load: () => kept,
      save: (waiting) => {
        kept = waiting;
      },
    },
    now: () => 1000,
    later: (retry) => retries.push(retry),
  });
  return { queue, calls, retries, kept: () => kept };
};

describe('the save queue', () => {
  it('sends one at a time and says when all is saved', async () => {
    const { queue, calls } = start();
    queue.put('a', 1);
    queue.put('b', 2);
    expect(calls).toHaveLength(1);
    expect(queue.state()).toMatchObject({ waiting: 2, sending: true, savedAt: null });
    calls[0]?.answer();
    await settled();
    expect(calls[1]).toMatchObject({ id: 'b', value: 2 });
    calls[1]?.answer();
    await settled();
    expect(queue.state()).toMatchObject({ waiting: 0, sending: false, savedAt: 1000 });
  });

  it('sends only the last value of a thing that has not gone out, but never drops the one under way', async () => {
    const { queue, calls } = start();
    queue.put('a', 1);
    queue.put('a', 2);
    queue.put('a', 3);
    expect(queue.waitingValue('a')).toBe(3);
    calls[0]?.answer();
    await settled();
    expect(calls.map((call) => call.value)).toEqual([1, 3]);
  });

  it('keeps everything when the connection is lost, and sends the same key again', async () => {
    const { queue, calls, retries } = start();
    queue.put('a', 1);
    calls[0]?.answer(new OfflineFault());
    await settled();
    expect(queue.state()).toMatchObject({ waiting: 1, offline: true });
    retries[0]?.();
    expect(calls[1]?.key).toBe(calls[0]?.key);
    calls[1]?.answer();
    await settled();
    expect(queue.state()).toMatchObject({ waiting: 0, offline: false });
  });

  it('keeps everything when the person gives up signing in again, and waits to be asked', async () => {
    const { queue, calls, retries } = start();
    queue.put('a', 1);
    calls[0]?.answer(
      new ApiFault(401, { kind: 'refusal', code: 'session.expired', status: 401, again: 'final' }, null),
    );
    await settled();
    expect(queue.state()).toMatchObject({ waiting: 1, offline: true });
    expect(retries).toHaveLength(0);
    queue.retry();
    expect(calls[1]?.key).toBe(calls[0]?.key);
  });

  it('keeps a refusal beside its thing, goes on with the rest, and forgets it after a change', async () => {
    const { queue, calls } = start();
    queue.put('a', 1);
    queue.put('b', 2);
    calls[0]?.answer(refusal);
    await settled();
    expect(queue.state().refused.get('a')).toBe(refusal);
    expect(calls[1]).toMatchObject({ id: 'b' });
    queue.put('a', 3);
    expect(queue.state().refused.size).toBe(0);
  });

  it('finds after a reload what had not been confirmed', () => {
    const { queue, calls, kept } = start([{ id: 'a', value: 7, key: 'k' }]);
    expect(queue.state().waiting).toBe(1);
    queue.retry();
    expect(calls[0]).toMatchObject({ id: 'a', value: 7, key: 'k' });
    expect(kept()).toHaveLength(1);
  });
});
