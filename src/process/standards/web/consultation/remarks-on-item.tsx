import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import { consultationClient } from './consultation-client.ts';
import { RemarkCards } from './remark-cards.tsx';

interface Counts {
  readonly editionHash: string;
  readonly items: ReadonlyMap<string, { readonly total: number; readonly open: number }>;
}

const Current = createContext<Counts | null>(null);

/** Makes the remarks on an edition known to the items of a draft that came from it; null where there was none. */
export const EditionRemarks = (props: { readonly editionHash: string | null; readonly children: ReactNode }) => {
  const { editionHash } = props;
  const { data } = useRead(
    consultationClient.remarkCounts,
    { params: { editionHash: editionHash ?? '' } },
    { enabled: editionHash !== null },
  );
  const counts = useMemo(
    () =>
      editionHash === null || data === undefined
        ? null
        : { editionHash, items: new Map(data.items.map((item) => [item.itemId, item])) },
    [editionHash, data],
  );
  return <Current value={counts}>{props.children}</Current>;
};

/** For those who draft: how many remarks there are on this item; opens them, to be read and answered. Nothing where there are none. */
export const RemarksOnItem = ({ itemId }: { readonly itemId: string }) => {
  const t = useText(consultationTexts);
  const counts = use(Current);
  const [open, setOpen] = useState(false);
  const count = counts?.items.get(itemId);
  if (counts === null || count === undefined) return null;
  const title = t('remark.on-item', { count: count.total, open: count.open });
  return (
    <>
      <Button
        small
        look="text"
        className={count.open > 0 ? 'ui-wrong' : ''}
        title={title}
        aria-label={title}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('remark.count', { count: count.total })}
      </Button>
      {open && (
        <Dialog title={t('remark.of-item')} shape="drawer" onClose={() => setOpen(false)}>
          <Loaded editionHash={counts.editionHash} itemId={itemId} />
        </Dialog>
      )}
    </>
  );
};

const Loaded = ({ editionHash, itemId }: { readonly editionHash: string; readonly itemId: string }) => {
  const t = useText(consultationTexts);
  const read = useRead(consultationClient.remarks, { query: { editionHash, itemId, size: 200 } });
  return (
    <Answered read={read}>
      {({ rows }) => (rows.length === 0 ? <p>{t('remark.of-item-none')}</p> : <RemarkCards remarks={rows} />)}
    </Answered>
  );
};
