import type { ReactNode } from 'react';
import { useUiText } from '../text/use-text.tsx';
import { Time } from '../time/time.tsx';

export interface HistoryEntry {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The verb: 报送, 退回补正. */
  readonly what: string;
  /** Person and body. */
  readonly who: string;
  /** A reason, a number, a link. */
  readonly note?: ReactNode;
}

/** What happened to a record, the newest first, as the list is given. */
export const History = ({ entries }: { readonly entries: readonly HistoryEntry[] }) => {
  const t = useUiText();
  if (entries.length === 0) return <p className="ui-history ui-soft">{t('record.history-empty')}</p>;
  return (
    <ol className="ui-history">
      {entries.map((entry) => (
        <li key={entry.id}>
          <b>{entry.what}</b>
          <Time at={entry.at} />
          <span className="ui-soft">{entry.who}</span>
          {entry.note && <div>{entry.note}</div>}
        </li>
      ))}
    </ol>
  );
};
