import { useState } from 'react';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import { consultationClient } from './consultation-client.ts';
import { RemarkCards } from './remark-cards.tsx';

/** How many remarks there are on the items of an edition, by item; empty while it loads and where there is no edition. */
export const useRemarkCounts = (
  editionHash: string | null,
): ReadonlyMap<string, { readonly total: number; readonly open: number }> => {
  const read = useRead(
    consultationClient.remarkCounts,
    { params: { editionHash: editionHash ?? '' } },
    { enabled: editionHash !== null },
  );
  return new Map((editionHash === null ? [] : (read.data?.items ?? [])).map((item) => [item.itemId, item]));
};

/** For those who draft: the remarks on one item, and answering them, in a window beside the editor. Nothing where there are none. */
export const RemarksOnItem = (props: {
  readonly editionHash: string;
  readonly itemId: string;
  readonly counts: ReadonlyMap<string, { readonly total: number; readonly open: number }>;
}) => {
  const t = useText(consultationTexts);
  const [open, setOpen] = useState(false);
  const count = props.counts.get(props.itemId);
  if (count === undefined) return null;
  return (
    <>
      <Button look="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('remark.action-count', { count: count.total })}
        {count.open > 0 && <span className="ui-wrong"> · {t('remark.open-count', { count: count.open })}</span>}
      </Button>
      {open && (
        <Dialog title={t('remark.of-item')} shape="drawer" onClose={() => setOpen(false)}>
          <Loaded editionHash={props.editionHash} itemId={props.itemId} />
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
