import { useSignedIn } from '#parties/people/web/session.tsx';
import { createClient } from '#platform/ui/api/client.ts';
import { type ApiFault, refusalCode } from '#platform/ui/api/faults.ts';
import type { SaveQueue, SaveState } from '#platform/ui/sheet/save-queue.ts';
import type { Waiting } from '#platform/ui/sheet/unsent-store.ts';
import { useSaveQueue } from '#platform/ui/sheet/use-save-queue.ts';
import { registrationContract } from '../../registration.contract.ts';

export const registrationClient = createClient(registrationContract);

/** A field on its way to the server; `base` is the version of the form that the person saw. */
export interface PendingField {
  readonly value: unknown;
  readonly base: number;
}

type Saved = Awaited<ReturnType<typeof registrationClient.saveFields>>;

/** Under which name the browser keeps what this person has not sent of this form. */
export const registrationQueueName = (login: string, declarationId: string): string =>
  `registration.${login}.${declarationId}`;

/** A later value of a field starts from what the one before it came to. */
const rebase = (later: PendingField, { registrationVersion }: Saved): PendingField => ({
  ...later,
  base: Math.max(later.base, registrationVersion),
});

/** The fields of one form on their way to the server, in the name of the person who filled them in. */
export const useRegistrationQueue = (
  declarationId: string,
  onAdopted?: (left: readonly Waiting<PendingField>[]) => void,
): { readonly queue: SaveQueue<PendingField, Saved>; readonly state: SaveState } => {
  const { person } = useSignedIn();
  return useSaveQueue<PendingField, Saved>(
    registrationQueueName(person.login, declarationId),
    (field, { value, base }, key) =>
      registrationClient.saveFields(
        { params: { declarationId }, body: { baseVersion: base, fields: { [field]: value } } },
        { key, account: person.accountId },
      ),
    { rebase, ...(onAdopted && { onAdopted }) },
  );
};

/** Present values of the fields that a refusal `registration.fieldsChanged` is about. */
export const theirFields = (
  fault: ApiFault | undefined,
): Readonly<Record<string, { readonly value: unknown; readonly v: number }>> => {
  if (!fault || refusalCode(fault) !== 'registration.fieldsChanged' || fault.fault.kind !== 'refusal') return {};
  const { current } = fault.fault.params ?? {};
  return typeof current === 'string' ? JSON.parse(current) : {};
};
