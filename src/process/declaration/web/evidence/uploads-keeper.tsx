import { useEffect, useRef, useState } from 'react';
import { useRefresh } from '#platform/ui/data.ts';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { evidenceTexts } from '../../evidence.text.ts';
import { declarationClient } from '../declaration-client.ts';
import type { UploadEntry } from './upload-queue.ts';
import { evidenceClient } from './uploads-of.ts';
import { useUploadQueue, useUploads } from './use-uploads.ts';

const isUnderWay = ({ state: { kind } }: UploadEntry): boolean => kind !== 'received' && kind !== 'refused';

/**
 * Once on every page that uploads: loads the lists again when a file was received, tells a screen reader how uploads fare, and warns before
 * the window is closed while some are under way.
 */
export const UploadsKeeper = ({ declarationId }: { readonly declarationId: string }) => {
  const queue = useUploadQueue(declarationId);
  const entries = useUploads(queue);
  const refresh = useRefresh();
  const said = useSaid(entries);
  useEffect(
    () => queue.onReceived(() => void refresh(declarationClient.declaration, evidenceClient.evidenceFiles)),
    [queue, refresh],
  );
  const underWay = entries.some(isUnderWay);
  useEffect(() => {
    if (!underWay) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [underWay]);
  return (
    <p className="evidence-said" role="status" aria-live="polite">
      {said}
    </p>
  );
};

/** The last thing worth saying: the beginning, the half, the end, and what went wrong; not every percent. */
const useSaid = (entries: readonly UploadEntry[]): string => {
  const t = useText(evidenceTexts);
  const faults = useFaultText();
  const before = useRef(new Map<string, string>());
  const [said, setSaid] = useState('');
  useEffect(() => {
    const marks = new Map(entries.map((one) => [one.id, markOf(one)]));
    const fresh = entries.filter(({ id }) => !before.current.has(id)).length;
    const changed = entries.filter((one) => before.current.has(one.id) && before.current.get(one.id) !== markOf(one));
    before.current = marks;
    const last = changed.at(-1);
    const name = last?.name ?? '';
    const { state } = last ?? {};
    if (state?.kind === 'received') setSaid(t('evidence.upload.said.received', { name }));
    else if (state?.kind === 'offline') setSaid(t('evidence.upload.said.offline'));
    else if (state?.kind === 'refused') {
      const why = state.issue ? faults.issue(state.issue) : faults.fault(state.error);
      setSaid(t('evidence.upload.said.refused', { name, why }));
    } else if (last && markOf(last) === 'half') setSaid(t('evidence.upload.said.half', { name }));
    else if (fresh > 0) setSaid(t('evidence.upload.said.begun', { count: fresh }));
  }, [entries, t, faults]);
  return said;
};

const markOf = ({ state, file }: UploadEntry): string =>
  state.kind === 'sending' ? (state.sent * 2 >= file.size ? 'half' : 'begun') : state.kind;
