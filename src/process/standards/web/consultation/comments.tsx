import { type ReactNode, useState } from 'react';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import type { Comment } from './consultation-client.ts';
import { RulingDialog } from './ruling-dialog.tsx';
import { SaidCard } from './said-card.tsx';
import { RulingText } from './states.tsx';

interface Props {
  readonly comments: readonly Comment[];
  readonly mayRule: boolean;
  /** Where the draft is edited, for a comment that is adopted. */
  readonly draftHref?: (itemId: string | null) => string;
  /** What stands behind the last comment: the way to add one. */
  readonly children?: ReactNode;
}

/** Comments with what became of them. */
export const Comments = ({ comments, mayRule, draftHref, children }: Props) => {
  const t = useText(consultationTexts);
  const [ruling, setRuling] = useState<Comment | null>(null);
  if (comments.length === 0 && !children) return null;
  return (
    <div className="csl-comments">
      {comments.map((comment) => (
        <SaidCard
          key={comment.commentId}
          {...comment}
          text={comment.comment}
          beside={
            <span className="ui-soft">
              {t(`consultation.side.${comment.side}`)}
              {comment.recordedByName !== null && (
                <> {t('consultation.comment.recorded', { name: comment.recordedByName })}</>
              )}
            </span>
          }
          state={<RulingText ruling={comment.ruling} />}
          answer={comment.ruling && { reason: comment.rulingReason, by: comment.ruledByName, at: comment.ruledAt }}
          actions={
            mayRule && (
              <>
                <Button small onClick={() => setRuling(comment)} aria-haspopup="dialog">
                  {t(comment.ruling === null ? 'answer.action' : 'answer.action-again')}
                </Button>
                {comment.ruling === 'adopted' && draftHref && (
                  <LinkButton look="link" href={draftHref(comment.itemId)}>
                    {t('consultation.rule.to-item')}
                  </LinkButton>
                )}
              </>
            )
          }
        />
      ))}
      {children}
      {ruling && <RulingDialog comment={ruling} onClose={() => setRuling(null)} />}
    </div>
  );
};
