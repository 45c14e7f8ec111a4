import { useEffect, useSyncExternalStore } from 'react';

interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly wrong: boolean;
}

const SECONDS = 5;
let current: readonly Announcement[] = [];
let next = 1;
const listeners = new Set<() => void>();

const change = (list: readonly Announcement[]) => {
  current = list;
  for (const listener of listeners) listener();
};

/** A short word at the top of the window that goes by itself: `announce('已报送')`. What must be acted on belongs in the page. */
export const announce = (text: string, options: { readonly wrong?: boolean } = {}): void => {
  change([...current, { id: next++, text, wrong: options.wrong ?? false }]);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const One = ({ id, text, wrong }: Announcement) => {
  useEffect(() => {
    const timer = setTimeout(() => change(current.filter((one) => one.id !== id)), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [id]);
  return <div className={wrong ? 'wrong' : undefined}>{text}</div>;
};

/** Where announcements appear; the shell has it once. */
export const Announcements = () => {
  const list = useSyncExternalStore(subscribe, () => current);
  return (
    <div className="ui-toasts" role="status" aria-live="polite">
      {list.map((one) => (
        <One key={one.id} {...one} />
      ))}
    </div>
  );
};
