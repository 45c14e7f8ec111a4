import { useState } from 'react';
import { Link } from '#platform/ui/address.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Item } from '#process/standards/domain/index.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { declarationHref } from '../declaration-client.ts';
import { FileChooser } from './file-chooser.tsx';
import { FilePicker } from './file-picker.tsx';
import type { UploadQueue } from './upload-queue.ts';

interface Props {
  readonly declarationId: string;
  /** How many items hint at evidence. */
  readonly total: number;
  readonly without: readonly Item[];
  readonly queue: UploadQueue;
  readonly editable: boolean;
}

/** Items that ask for evidence and have none, each with what would prove it. */
export const AskedItems = ({ declarationId, total, without, queue, editable }: Props) => {
  const t = useText(evidenceTexts);
  const [adding, setAdding] = useState<string | null>(null);
  const [picking, setPicking] = useState<Item | null>(null);
  const href = declarationHref(declarationId);
  return (
    <section className="ui-panel">
      <details className="asked-items">
        <summary>
          <b>{t('evidence.asked', { count: without.length })}</b>{' '}
          <span className="ui-soft">
            {without.length === 0
              ? t('evidence.asked.none')
              : t('evidence.asked.summary', { count: total, missing: without.length })}
          </span>
        </summary>
        <ul>
          {without.map((item) => (
            <li key={item.id}>
              <p>
                <Link href={href.item(item.id)}>{item.clause ?? item.id}</Link> {item.text}
              </p>
              <p className="ui-soft">{t('evidence.asked.hint', { hint: item.evidence ?? '' })}</p>
              {editable && (
                <div className="ui-row">
                  <Button
                    look="link"
                    aria-expanded={adding === item.id}
                    onClick={() => setAdding(adding === item.id ? null : item.id)}
                  >
                    {t('evidence.asked.add')}
                  </Button>
                  <Button look="link" aria-haspopup="dialog" onClick={() => setPicking(item)}>
                    {t('evidence.pick-file')}
                  </Button>
                </div>
              )}
              {adding === item.id && <FileChooser queue={queue} purpose={{ itemIds: [item.id] }} />}
            </li>
          ))}
        </ul>
      </details>
      {picking && (
        <FilePicker
          declarationId={declarationId}
          itemId={picking.id}
          clause={picking.clause ?? picking.id}
          onClose={() => setPicking(null)}
        />
      )}
    </section>
  );
};
