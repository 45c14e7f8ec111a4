import { useState } from 'react';
import { isPlainDate } from '#lib/plain-date.ts';
import { peopleClient } from '#parties/people/web/session.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatDay } from '#platform/ui/time/format.ts';
import { shellTexts } from '../shell.text.ts';

const MOST_DAYS = 60;

/** Says that nothing here is real, on which day it plays, and moves that day on. */
export const DemoBanner = ({ date }: { readonly date: string }) => {
  const t = useText(shellTexts);
  const ui = useUiText();
  const { run } = useCommand(peopleClient.demoAdvance);
  const [days, setDays] = useState('1');
  // Always with the year: the demonstration may lie in another one than the reader.
  const written = (day: string) => (isPlainDate(day) ? formatDay(day, '0000-01-01' as typeof day, ui) : day);
  const handleAdvance = async () => {
    const answer = await run({ body: { days: Number(days) } });
    announce(t('demo.advanced', { date: written(answer.date) }));
  };
  return (
    <aside className="shell-demo" aria-label={t('demo.label')}>
      <b>{t('demo.label')}</b>
      <span>{t('demo.date', { date: written(date) })}</span>
      <ConfirmAction
        small
        label={t('demo.advance')}
        consequences={[t('demo.advance-first'), t('demo.advance-second')]}
        onConfirm={handleAdvance}
      >
        <label className="ui-row">
          {t('demo.days')}
          <input
            className="ui-input"
            style={{ width: 80 }}
            type="number"
            min={1}
            max={MOST_DAYS}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
          {t('demo.days-unit')}
        </label>
      </ConfirmAction>
    </aside>
  );
};
