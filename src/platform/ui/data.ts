import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Endpoint } from '../contract.ts';
import { addressOf, type Call, type CallOf, type CallOptions, type ResultOf } from './api/client.ts';
import { OfflineFault } from './api/faults.ts';
import { randomId } from './api/random-id.ts';
import { sessionGate } from './api/session-gate.ts';

/** How answers are remembered: by the path of the endpoint first, so that a command can make all of them stale. */
const keyOf = (endpoint: Endpoint, call: unknown): readonly string[] => [
  endpoint.path,
  addressOf(endpoint.path, (call ?? {}) as object),
];

type LooseFunction = (call: unknown, options: CallOptions) => Promise<never>;

/** What a query answers, kept while the next filter or page loads. `enabled: false` waits. */
export const useRead = <E extends Endpoint>(
  read: Call<E>,
  call?: CallOf<E>,
  options: { readonly enabled?: boolean; readonly refetchSeconds?: number } = {},
): UseQueryResult<ResultOf<E>, Error> =>
  useQuery<ResultOf<E>, Error>({
    queryKey: keyOf(read.endpoint, call),
    queryFn: ({ signal }) => (read as unknown as LooseFunction)(call, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchSeconds === undefined ? false : options.refetchSeconds * 1000,
    placeholderData: keepPreviousData,
  });

/** Makes answers stale, so that open pages load them again; without arguments, all. */
export const useRefresh = (): ((...reads: readonly { readonly endpoint: Endpoint }[]) => Promise<void>) => {
  const queries = useQueryClient();
  return useCallback(
    async (...reads) => {
      if (reads.length === 0) await queries.invalidateQueries();
      for (const { endpoint } of reads) await queries.invalidateQueries({ queryKey: [endpoint.path] });
    },
    [queries],
  );
};

export interface Command<E extends Endpoint> {
  /** @throws what the call throws; it is kept in `error` too. */
  readonly run: (call: CallOf<E>, options?: Omit<CallOptions, 'key'>) => Promise<ResultOf<E>>;
  readonly pending: boolean;
  readonly error: unknown;
  readonly clear: () => void;
}

/**
 * A command with its key. A second click on the same thing while the first is under way joins it; after a lost
 * connection the same content goes out under the same key, so that it happens once. Afterwards all answers are stale.
 */
export const useCommand = <E extends Endpoint>(command: Call<E>): Command<E> => {
  const refresh = useRefresh();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const last = useRef<{ content: string; key: string; running: Promise<ResultOf<E>> | null } | null>(null);

  const run = useCallback<Command<E>['run']>(
    (call, options = {}) => {
      const content = JSON.stringify(call);
      const again = last.current?.content === content ? last.current : null;
      if (again?.running) return again.running;
      const key = again?.key ?? randomId();
      const attempt = async (): Promise<ResultOf<E>> => {
        setPending(true);
        setError(undefined);
        try {
          const answer = await (command as unknown as LooseFunction)(call, { ...options, key });
          last.current = null;
          const refreshed = refresh();
          // While reads wait for the person to sign in again, that very command must not wait for them.
          if (!sessionGate.isWaiting()) await refreshed;
          return answer;
        } catch (fault) {
          last.current = fault instanceof OfflineFault ? { content, key, running: null } : null;
          setError(fault);
          throw fault;
        } finally {
          setPending(false);
        }
      };
      const running = attempt();
      last.current = { content, key, running };
      return running;
    },
    [command, refresh],
  );
  return { run, pending, error, clear: useCallback(() => setError(undefined), []) };
};
