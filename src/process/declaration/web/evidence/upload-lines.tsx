import { Button } from '#platform/ui/button.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { formatSize, formatTime } from '#platform/ui/time/format.ts';
import type { UploadReceipt } from '../../evidence.contract.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { DigestCopy } from './digest-copy.tsx';
import type { UploadEntry, UploadQueue } from './upload-queue.ts';
import './evidence.css';

interface Props {
  readonly queue: UploadQueue;
  readonly entries: readonly UploadEntry[];
  /** The number by which people know an item. */
  readonly clauseOf: (itemId: string) => string;
}

/** How each upload fares: progress, what to do about it, in the end its receipt. */
export const UploadLines = ({ queue, entries, clauseOf }: Props) =>
  entries.length === 0 ? null : (
    <div className="upload-lines">
      {entries.length > 2 && <Together queue={queue} entries={entries} />}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className={entry.state.kind}>
            <Line entry={entry} clauseOf={clauseOf} />
            <span className="ui-row">
              <Controls queue={queue} entry={entry} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );

const UNDER_WAY: readonly UploadEntry['state']['kind'][] = ['waiting', 'sending', 'offline'];

/** What can be done with all of them at once. */
const Together = ({ queue, entries }: Pick<Props, 'queue' | 'entries'>) => {
  const t = useText(evidenceTexts);
  const button = (
    key: 'pause-all' | 'resume-all' | 'close-all',
    kinds: readonly UploadEntry['state']['kind'][],
    act: (id: string) => void,
  ) => {
    const meant = entries.filter(({ state }) => kinds.includes(state.kind));
    if (meant.length === 0) return null;
    const handleClick = () => {
      for (const { id } of meant) act(id);
    };
    return (
      <Button small onClick={handleClick}>
        {t(`evidence.upload.${key}`)}
      </Button>
    );
  };
  return (
    <div className="ui-row">
      {button('pause-all', UNDER_WAY, queue.pause)}
      {button('resume-all', ['paused'], queue.resume)}
      {button('close-all', ['received'], queue.close)}
    </div>
  );
};

const Line = ({ entry, clauseOf }: { readonly entry: UploadEntry; readonly clauseOf: Props['clauseOf'] }) => {
  const t = useText(evidenceTexts);
  const faults = useFaultText();
  const { state, name, file } = entry;
  if (state.kind === 'refused') {
    const why = state.issue ? faults.issue(state.issue) : faults.fault(state.error);
    return (
      <span>
        <b>{name}</b> <span className="ui-wrong">{why}</span>
      </span>
    );
  }
  if (state.kind === 'received') return <Received entry={entry} receipt={state.receipt} clauseOf={clauseOf} />;
  const sent = 'sent' in state ? state.sent : state.kind === 'checking' ? file.size : 0;
  const percent = Math.floor((100 * sent) / Math.max(1, file.size));
  const params = { sent: formatSize(sent), size: formatSize(file.size), percent };
  return (
    <span className="upload-progress">
      <b>{name}</b>
      <progress max={100} value={percent} aria-label={t('evidence.upload.progress', { name })} />
      <span className={state.kind === 'offline' ? 'ui-wrong' : 'ui-soft'}>
        {t(`evidence.upload.${state.kind}`, params)}
      </span>
    </span>
  );
};

const Received = (props: {
  readonly entry: UploadEntry;
  readonly receipt: UploadReceipt;
  readonly clauseOf: Props['clauseOf'];
}) => {
  const t = useText(evidenceTexts);
  const { entry, receipt } = props;
  const short = receipt.digest.slice(0, 12);
  const time = formatTime(receipt.uploadedAt);
  return (
    <span>
      <b>{entry.name}</b> {t('evidence.upload.received', { time, size: formatSize(receipt.sizeBytes), digest: short })}{' '}
      {entry.shrunkFrom !== undefined && (
        <span className="ui-soft">{t('evidence.upload.shrunk', { from: formatSize(entry.shrunkFrom) })} </span>
      )}
      <DigestCopy digest={receipt.digest} name={entry.name} />
      {receipt.alreadyHere && (
        <span className="upload-told">{t('evidence.upload.already-here', { name: receipt.fileName })}</span>
      )}
      {receipt.already.length > 0 && (
        <span className="upload-told">
          {t('evidence.upload.already-attached', { items: receipt.already.map(props.clauseOf).join('、') })}
        </span>
      )}
    </span>
  );
};

const Controls = ({ queue, entry }: { readonly queue: UploadQueue; readonly entry: UploadEntry }) => {
  const t = useText(evidenceTexts);
  const { id, name, state } = entry;
  const button = (key: 'pause' | 'resume' | 'retry' | 'cancel' | 'close', act: (id: string) => void) => (
    <Button look="link" aria-label={`${t(`evidence.upload.${key}`)} ${name}`} onClick={() => act(id)}>
      {t(`evidence.upload.${key}`)}
    </Button>
  );
  switch (state.kind) {
    case 'received':
      return button('close', queue.close);
    case 'refused':
      return (
        <>
          {!state.issue && button('retry', queue.resume)}
          {button('close', queue.close)}
        </>
      );
    case 'checking':
      return null;
    case 'paused':
    case 'offline':
      return (
        <>
          {button('resume', queue.resume)}
          {button('cancel', queue.cancel)}
        </>
      );
    default:
      return (
        <>
          {button('pause', queue.pause)}
          {button('cancel', queue.cancel)}
        </>
      );
  }
};
