import { useMemo } from 'react';
import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { compile, type Edition, type Plan, parseEdition } from '../domain/index.ts';
import { standardsContract } from '../standards.contract.ts';

const client = createClient(standardsContract);

export interface LoadedEdition {
  readonly edition: Edition;
  readonly plan: Plan;
  readonly hash: string;
}

/** A published edition with its plan for scoring; `undefined` while it loads. */
export const useEdition = (
  editionHash: string | undefined,
): {
  readonly loaded: LoadedEdition | undefined;
  readonly read: ReturnType<typeof useRead<typeof client.edition.endpoint>>;
} => {
  const read = useRead(
    client.edition,
    { params: { editionHash: editionHash ?? '' } },
    { enabled: editionHash !== undefined },
  );
  const { data } = read;
  const loaded = useMemo(() => {
    if (data === undefined || data.hash !== editionHash) return undefined;
    const parsed = parseEdition(data.edition);
    if (!parsed.ok) throw new Error(`the server sent an edition that does not read: ${parsed.error.issues[0]?.code}`);
    return { edition: parsed.value, plan: compile(parsed.value), hash: data.hash };
  }, [data, editionHash]);
  return { loaded, read };
};
