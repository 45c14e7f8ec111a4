import { type ReactNode, useState } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import type { Remark } from './consultation-client.ts';
import { Author, RemarkOutcomeText } from './states.tsx';
import './consultation.css';

/** Remarks with what became of them; the office answers them here. */
export const RemarkCards = (props: {
  readonly remarks: readonly Remark[];
  /** What stands above the words: the item, where the list is not about one. */
  readonly about?: (remark: Remark) => ReactNode;
}) => {
  const t = useText(consultationTexts);
  const mayAnswer = useHasRole('city-office');
  const [answering, setAnswering] = useState<Remark | null>(null);
  return (
    <div className="csl-cards">
      {props.remarks.map((remark) => (
        <article key={remark.remarkId} className="csl-comment">
          {props.about?.(remark)}
          <header className="ui-row">
            <b>
              <Author {...remark} />
            </b>
            <span className="ui-soft">
              <Time at={remark.madeAt} />
            </span>
            <RemarkOutcomeText outcome={remark.outcome} />
          </header>
          <p className="csl-text">{remark.remark}</p>
          {remark.outcome !== null && (
            <p className="csl-answer">
              {remark.outcomeReason}{' '}
              <span className="ui-soft">
                {remark.answeredByName} {remark.answeredAt && <Time at={remark.answeredAt} />}
              </span>
            </p>
          )}
          {mayAnswer && (
            <div className="ui-row ui-screen">
              <Button small onClick={() => setAnswering(remark)} aria-haspopup="dialog">
                {t(remark.outcome === null ? 'remark.answer' : 'remark.answer-again')}
              </Button>
            </div>
          )}
        </article>
      ))}
      {answering && <AnswerDialog remark={answering} onClose={() => setAnswering(null)} />}
    </div>
  );
};
