import { StateText } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { EntryState, NoticeState, ObjectionState } from '../domain/notice.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';

export const NoticeStateText = ({ state }: { readonly state: NoticeState }) => {
  const t = useText(publicNoticeTexts);
  return <StateText tone={state === 'open' ? 'active' : 'done'}>{t(`notice.state.${state}`)}</StateText>;
};

/** What became of a row; an open one whose notice is closed waits for a ruling. */
export const EntryStateText = (props: {
  readonly state: EntryState;
  readonly notice: NoticeState;
  readonly objections: number;
}) => {
  const t = useText(publicNoticeTexts);
  const { state, notice, objections } = props;
  if (state === 'upheld') return <StateText tone="attention">{t('notice.entry.upheld')}</StateText>;
  if (state === 'cleared')
    return (
      <StateText tone="done">{t(objections > 0 ? 'notice.entry.cleared-after' : 'notice.entry.cleared')}</StateText>
    );
  return notice === 'closed' ? (
    <StateText tone="attention">{t('notice.entry.held')}</StateText>
  ) : (
    <StateText tone="active">{t('notice.entry.open')}</StateText>
  );
};

const tones = { received: 'active', dismissed: 'done', upheld: 'attention' } as const;

export const ObjectionStateText = ({ state }: { readonly state: ObjectionState }) => {
  const t = useText(publicNoticeTexts);
  return <StateText tone={tones[state]}>{t(`objection.state.${state}`)}</StateText>;
};

interface Cells {
  readonly columns: readonly { readonly key: string; readonly numeric?: boolean | undefined }[];
  readonly cells: Readonly<Record<string, string>>;
}

/** What names a row: its first two cells, as on the public page. */
export const subjectName = ({ columns, cells }: Cells): string =>
  columns
    .slice(0, 2)
    .map(({ key }) => cells[key] ?? '')
    .filter((cell) => cell !== '')
    .join(' ');
