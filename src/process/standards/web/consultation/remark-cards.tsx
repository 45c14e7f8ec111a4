import { type ReactNode, useState } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import type { Remark } from './consultation-client.ts';
import { OutcomeDialog } from './ruling-dialog.tsx';
import { SaidCard } from './said-card.tsx';
import { RemarkOutcomeText } from './states.tsx';

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
        <SaidCard
          key={remark.remarkId}
          {...remark}
          text={remark.remark}
          about={props.about?.(remark)}
          state={<RemarkOutcomeText outcome={remark.outcome} />}
          answer={remark.outcome && { reason: remark.outcomeReason, by: remark.answeredByName, at: remark.answeredAt }}
          actions={
            mayAnswer && (
              <Button small onClick={() => setAnswering(remark)} aria-haspopup="dialog">
                {t(remark.outcome === null ? 'answer.action' : 'answer.action-again')}
              </Button>
            )
          }
        />
      ))}
      {answering && <OutcomeDialog remark={answering} onClose={() => setAnswering(null)} />}
    </div>
  );
};
