import { useMemo, useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import type { Edition, Item } from '../../domain/index.ts';
import { itemName } from '../../edition-words.ts';
import { ComparisonView } from '../comparison/comparison-view.tsx';
import { CommentDialog } from './comment-form.tsx';
import { Comments } from './comments.tsx';
import type { Comment, Consultation } from './consultation-client.ts';

interface Props {
  readonly consultation: Consultation;
  readonly before: Edition;
  readonly after: Edition;
  readonly draftHref: ((itemId: string | null) => string) | undefined;
}

const NONE: readonly Comment[] = [];

/** The text with its changes, and under every item what is said about it. */
export const CommentedText = ({ consultation, before, after, draftHref }: Props) => {
  const t = useText(consultationTexts);
  const [all, setAll] = useState(false);
  const [writing, setWriting] = useState<Item | null>(null);
  const { rows, mayComment, mayRule, consultationId } = consultation;
  const byItem = useMemo(() => {
    const found = new Map<string, Comment[]>();
    for (const comment of rows) {
      if (comment.itemId === null) continue;
      found.set(comment.itemId, [...(found.get(comment.itemId) ?? []), comment]);
    }
    return found;
  }, [rows]);
  return (
    <>
      <div className="ui-row ui-screen">
        <label>
          {t('consultation.record.show')}{' '}
          <select
            className="ui-select"
            style={{ width: 'auto' }}
            value={all ? 'all' : 'changed'}
            onChange={(event) => setAll(event.target.value === 'all')}
          >
            <option value="changed">{t('consultation.record.show.changed')}</option>
            <option value="all">{t('consultation.record.show.all')}</option>
          </select>
        </label>
      </div>
      <ComparisonView
        before={before}
        after={after}
        beforeTitle={before.title ?? ''}
        afterTitle={after.title ?? ''}
        onlyChanges={!all}
        keeps={(itemId) => byItem.has(itemId)}
        below={(item) => (
          <Comments comments={byItem.get(item.id) ?? NONE} mayRule={mayRule} draftHref={draftHref}>
            {mayComment && (
              <div className="ui-screen">
                <Button look="link" onClick={() => setWriting(item)} aria-haspopup="dialog">
                  {t('consultation.comment.add')}
                </Button>
              </div>
            )}
          </Comments>
        )}
      />
      {writing && (
        <CommentDialog
          consultationId={consultationId}
          item={{ id: writing.id, name: itemName(writing) }}
          onClose={() => setWriting(null)}
        />
      )}
    </>
  );
};
