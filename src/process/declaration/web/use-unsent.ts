import { useEffect, useState } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import { useRefresh } from '#platform/ui/data.ts';
import { declarationClient } from './declaration-client.ts';
import { queueName } from './sheet/use-sheet.ts';

const countOf = (name: string): number => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(found) ? found.length : 0;
  } catch {
    return 0;
  }
};

/** How many answers this browser has not sent yet: a declaration is not submitted over them. */
export const useUnsent = (declarationId: string): number => {
  const { person } = useSignedIn();
  const refresh = useRefresh();
  const name = queueName(person.login, declarationId);
  const [count, setCount] = useState(() => countOf(name));
  useEffect(() => {
    if (count === 0) return;
    const timer = setInterval(() => {
      const now = countOf(name);
      setCount(now);
      if (now === 0) void refresh(declarationClient.declaration);
    }, 1000);
    return () => clearInterval(timer);
  }, [count, name, refresh]);
  return count;
};
