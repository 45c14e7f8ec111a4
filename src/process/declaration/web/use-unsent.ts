import { useEffect, useRef, useState } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import { useRefresh } from '#platform/ui/data.ts';
import { unsentIn } from '#platform/ui/sheet/use-save-queue.ts';
import { declarationClient } from './declaration-client.ts';
import { answerQueueName, useAnswerQueue } from './sheet/answer-queue.ts';

/**
 * How many answers this browser has not sent yet, in whichever tab they were given: a declaration is not submitted over them. What no
 * open tab will send is sent from here.
 */
export const useUnsent = (declarationId: string): number => {
  const { person } = useSignedIn();
  const refresh = useRefresh();
  useAnswerQueue(declarationId);
  const name = answerQueueName(person.login, declarationId);
  const [count, setCount] = useState(() => unsentIn(name));
  const before = useRef(count);
  useEffect(() => {
    const timer = setInterval(() => setCount(unsentIn(name)), 1000);
    return () => clearInterval(timer);
  }, [name]);
  useEffect(() => {
    if (before.current > 0 && count === 0) void refresh(declarationClient.declaration);
    before.current = count;
  }, [count, refresh]);
  return count;
};
