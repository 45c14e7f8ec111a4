import { useSignedIn } from '#parties/people/web/session.tsx';
import type { SaveQueue } from '#platform/ui/sheet/save-queue.ts';
import type { Waiting } from '#platform/ui/sheet/unsent-store.ts';
import { useQuietQueue } from '#platform/ui/sheet/use-save-queue.ts';
import type { ItemPatch } from '../../domain/draft-answers.ts';
import { declarationClient } from '../declaration-client.ts';

/** What waits to be sent for one item; `base` is the version of the section or item that the person saw. */
export interface PendingAnswer extends ItemPatch {
  readonly elementId: string;
  readonly base: number;
}

type Saved = Awaited<ReturnType<typeof declarationClient.saveAnswers>>;
export type AnswerQueue = SaveQueue<PendingAnswer, Saved>;

/** Under which name the browser keeps what this person has not sent of this declaration. */
export const answerQueueName = (login: string, declarationId: string): string => `sheet.${login}.${declarationId}`;

const PAUSE_MS = 500;

/** A later value for an item starts from what the one before it came to. */
const rebase = (later: PendingAnswer, { sectionVersion }: Saved): PendingAnswer => ({
  ...later,
  base: Math.max(later.base, sectionVersion),
});

/** The answers of one declaration on their way to the server, in the name of the person who gave them and of nobody else. */
export const useAnswerQueue = (
  declarationId: string,
  onAdopted?: (left: readonly Waiting<PendingAnswer>[]) => void,
): AnswerQueue => {
  const { person } = useSignedIn();
  return useQuietQueue<PendingAnswer, Saved>(
    answerQueueName(person.login, declarationId),
    (itemId, { elementId, base, ...patch }, key) =>
      declarationClient.saveAnswers(
        { params: { declarationId, elementId }, body: { baseVersion: base, items: { [itemId]: patch } } },
        { key, account: person.accountId },
      ),
    { rebase, pause: PAUSE_MS, ...(onAdopted && { onAdopted }) },
  );
};
