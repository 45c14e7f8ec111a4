import { type ReactNode, useState } from 'react';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import type { Comment } from './consultation-client.ts';
import { RulingDialog } from './ruling-dialog.tsx';
import { Author, RulingText } from './states.tsx';
import './consultation.css';

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
  const [ruling, setRuling] = useState<Comment | null>(null);
  if (comments.length === 0 && !children) return null;
  return (
    <div className="csl-comments">
      {comments.map((comment) => (
        <CommentCard
          key={comment.commentId}
          comment={comment}
          draftHref={draftHref}
          onRule={mayRule ? () => setRuling(comment) : undefined}
        />
      ))}
      {children}
      {ruling && <RulingDialog comment={ruling} onClose={() => setRuling(null)} />}
    </div>
  );
};

const CommentCard = (props: {
  readonly comment: Comment;
  readonly draftHref: Props['draftHref'];
  readonly onRule: (() => void) | undefined;
}) => {
  const t = useText(consultationTexts);
  const { comment } = props;
  return (
    <article className="csl-comment">
      <header className="ui-row">
        <b>
          <Author {...comment} />
        </b>
        <span className="ui-soft">{t(`consultation.side.${comment.side}`)}</span>
        {comment.recordedByName !== null && (
          <span className="ui-soft">{t('consultation.comment.recorded', { name: comment.recordedByName })}</span>
        )}
        <span className="ui-soft">
          <Time at={comment.madeAt} />
        </span>
        <RulingText ruling={comment.ruling} />
      </header>
      <p className="csl-text">{comment.comment}</p>
      {comment.ruling !== null && (
        <p className="csl-answer">
          {comment.rulingReason}{' '}
          <span className="ui-soft">
            {comment.ruledByName} {comment.ruledAt && <Time at={comment.ruledAt} />}
          </span>
        </p>
      )}
      {props.onRule && (
        <div className="ui-row ui-screen">
          <Button small onClick={props.onRule} aria-haspopup="dialog">
            {t(comment.ruling === null ? 'consultation.comment.rule' : 'consultation.comment.rule-again')}
          </Button>
          {comment.ruling === 'adopted' && props.draftHref && (
            <LinkButton look="link" href={props.draftHref(comment.itemId)}>
              {t('consultation.rule.to-item')}
            </LinkButton>
          )}
        </div>
      )}
    </article>
  );
};
