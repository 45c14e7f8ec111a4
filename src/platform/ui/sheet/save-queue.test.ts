import { describe, expect, it } from 'vitest';
import { ApiFault, OfflineFault } from '../api/faults.ts';
import { createSaveQueue } from './save-queue.ts';
import type { Waiting } from './unsent-store.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const refusal = new ApiFault(409, { kind: 'refusal', code: 'platform.stale', status: 409, again: 'conflict' }, null);

/** A server that answers when told to, and a queue in front of it. */
const start = (stored: readonly Waiting<number>[] = []) => {
  const calls: { id: string; value: number; key: string; answer: (error?: Error) => void }[] = [];
  const retries: (() => void)[] = [];
  let kept = stored;
  const queue = createSaveQueue<number, number>({
    send: (id, value, key) =>
      new Promise((resolve, reject) => {
        calls.push({ id, value, key, answer: (error) => (error ? reject(error) : resolve(7)) });
      }),
    storage: {
      load: () => kept,
      save: (waiting) => {
        kept = waiting;
      },
    },
    now: () => 1000,
    later: (retry) => retries.push(retry),
    rebase: (later, answer) => later + 100 * answer,
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

  it('sends only the last value of a thing that has not gone out, never drops the one under way, and starts from what that came to', async () => {
    const { queue, calls } = start();
    queue.put('a', 1);
    queue.put('a', 2);
    queue.put('a', 3);
    expect(queue.waitingValue('a')).toBe(3);
    calls[0]?.answer();
    await settled();
    expect(calls.map((call) => call.value)).toEqual([1, 703]);
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

  it('keeps what was refused over a reload, and asks again under a new key', async () => {
    const first = start();
    first.queue.put('a', 1);
    first.calls[0]?.answer(refusal);
    await settled();
    expect(first.kept()).toMatchObject([{ id: 'a', value: 1, refused: true }]);
    const again = start(first.kept());
    expect([...again.queue.held()]).toEqual([['a', 1]]);
    again.queue.retry();
    expect(again.calls[0]?.value).toBe(1);
    expect(again.calls[0]?.key).not.toBe(first.calls[0]?.key);
  });

  it('forgets a refused value when the person gives it up', async () => {
    const { queue, calls, kept } = start();
    queue.put('a', 1);
    calls[0]?.answer(refusal);
    await settled();
    queue.giveUp('a');
    expect(kept()).toEqual([]);
    expect([queue.state().refused.size, queue.held().size]).toEqual([0, 0]);
  });

  it('does not keep a refused value that has been changed meanwhile', async () => {
    const { queue, calls, kept } = start();
    queue.put('a', 1);
    queue.put('a', 2);
    calls[0]?.answer(refusal);
    await settled();
    expect(kept()).toMatchObject([{ id: 'a', value: 2 }]);
  });

  it('sends what another tab left before what waits, after what is under way, and under the key it had', async () => {
    const { queue, calls, kept } = start();
    queue.put('a', 1);
    queue.put('b', 2);
    queue.adopt([{ id: 'b', value: 5, key: 'theirs' }]);
    expect(kept().map(({ id, value }) => [id, value])).toEqual([
      ['a', 1],
      ['b', 5],
      ['b', 2],
    ]);
    calls[0]?.answer();
    await settled();
    expect(calls[1]).toMatchObject({ id: 'b', value: 5, key: 'theirs' });
    expect(queue.waitingValue('b')).toBe(2);
  });

  it('does not take what another tab left for what its own values started from', async () => {
    const { queue, calls, retries } = start();
    queue.put('a', 1);
    calls[0]?.answer(new OfflineFault());
    await settled();
    queue.adopt([{ id: 'a', value: 5, key: 'theirs', from: 'other' }]);
    retries[0]?.();
    calls.at(-1)?.answer();
    await settled();
    calls.at(-1)?.answer();
    await settled();
    expect(calls.map(({ value }) => value).slice(-2)).toEqual([5, 1]);
  });

  it('tells those who listen what was saved', async () => {
    const { queue, calls } = start();
    const saved: unknown[] = [];
    const stop = queue.onSaved((id, answer) => saved.push([id, answer]));
    queue.put('a', 1);
    calls[0]?.answer();
    await settled();
    stop();
    queue.put('b', 1);
    calls[1]?.answer();
    await settled();
    expect(saved).toEqual([['a', 7]]);
  });

  it('finds after a reload what had not been confirmed', () => {
    const { queue, calls, kept } = start([{ id: 'a', value: 7, key: 'k' }]);
    expect(queue.state().waiting).toBe(1);
    queue.retry();
    expect(calls[0]).toMatchObject({ id: 'a', value: 7, key: 'k' });
    expect(kept()).toHaveLength(1);
  });
});
