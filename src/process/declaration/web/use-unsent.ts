import { useEffect, useRef, useState } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import { useRefresh } from '#platform/ui/data.ts';
import { unsentIn } from '#platform/ui/sheet/use-save-queue.ts';
import { declarationClient } from './declaration-client.ts';
import { measureQueueName, useMeasureQueue } from './rectification/use-measures.tsx';
import { registrationQueueName, useRegistrationQueue } from './registration/registration-queue.ts';
import { reportQueueName, useReportQueue } from './report/use-narratives.ts';
import { answerQueueName, useAnswerQueue } from './sheet/answer-queue.ts';

/** Fields of the form, answers, sections of the report and measures. */
const unsentOf = (login: string, declarationId: string): number =>
  [registrationQueueName, answerQueueName, reportQueueName, measureQueueName].reduce(
    (sum, nameOf) => sum + unsentIn(nameOf(login, declarationId)),
    0,
  );

/**
 * How much of a declaration this browser has not sent yet, in whichever tab it was given: it is not submitted over that. What no open
 * tab will send is sent from here.
 */
export const useUnsent = (declarationId: string): number => {
  const { person } = useSignedIn();
  const refresh = useRefresh();
  useRegistrationQueue(declarationId);
  useAnswerQueue(declarationId);
  useReportQueue(declarationId);
  useMeasureQueue(declarationId);
  const { login } = person;
  const [count, setCount] = useState(() => unsentOf(login, declarationId));
  const before = useRef(count);
  useEffect(() => {
    const timer = setInterval(() => setCount(unsentOf(login, declarationId)), 1000);
    return () => clearInterval(timer);
  }, [login, declarationId]);
  useEffect(() => {
    if (before.current > 0 && count === 0) void refresh(declarationClient.declaration);
    before.current = count;
  }, [count, refresh]);
  return count;
};
