import { useState } from 'react';
import { documentName } from '#parties/enterprises/domain/fact-document.ts';
import { enterprisesTexts } from '#parties/enterprises/enterprises.text.ts';
import { SupervisionFacts } from '#parties/enterprises/web/SupervisionFacts.tsx';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useCodeText, useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import { LateText } from '#process/declaration/web/sheet/late-text.tsx';
import type { Edition } from '#process/standards/domain/index.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewTexts } from '../../review.text.ts';

interface Props {
  readonly review: Workbench;
  readonly edition: Edition;
  readonly text: string;
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
}

/** 日常监管情况: the facts on record, and the reviewer's account of them. */
export const SupervisionPanel = ({ review, edition, text, disabled, onText }: Props) => {
  const t = useText(reviewTexts);
  const code = useCodeText();
  const [open, setOpen] = useState(false);
  const supervision = useText(enterprisesTexts);
  const gateOf = (fact: string) => edition.gates.find((gate) => gate.fact === fact);
  const nameOf = (fact: string) => code(`supervision.kind.${fact}`) ?? gateOf(fact)?.title ?? fact;
  return (
    <section className="ui-panel">
      <h2 className="ui-row">
        <span className="ui-spread">{supervision('supervision.title')}</span>
        <Button look="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t('review.panel.facts')}
        </Button>
      </h2>
      {open && (
        <Dialog title={supervision('supervision.title')} shape="wide" onClose={() => setOpen(false)}>
          <SupervisionFacts unitId={review.unitId} />
        </Dialog>
      )}
      <div className="work-supervision">
        {review.facts.length === 0 && <p className="ui-soft">{t('review.panel.no-facts')}</p>}
        <ul>
          {review.facts.map(({ factId, fact, date, note, ...document }) => (
            <li key={factId}>
              <Day on={date} /> <b>{nameOf(fact)}</b>{' '}
              {gateOf(fact) && <span className="work-counted">{t('review.panel.counted')}</span>}
              {documentName(document) !== '' && <p>{documentName(document)}</p>}
              {note !== '' && <p className="ui-soft">{note}</p>}
            </li>
          ))}
        </ul>
        <LateText
          value={text}
          label={t('review.panel.situation')}
          limit={2000}
          disabled={disabled}
          required
          onChange={onText}
        />
        {!disabled && text.trim() === '' && <small className="ui-soft">{t('review.panel.situation.missing')}</small>}
      </div>
    </section>
  );
};
