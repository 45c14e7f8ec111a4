import type { PlainDate } from '#lib/plain-date.ts';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatDay } from '#platform/ui/time/format.ts';
import { useToday } from '#platform/ui/time/time.tsx';
import { publicNoticeTexts } from '../public-notice.text.ts';

/** What is about to be published. */
export interface Publishing {
  readonly title: string;
  readonly count: number;
  readonly workingDays: number;
  readonly closesOn: PlainDate;
}

/** The last word before something is public for good. */
export const PublishDialog = (props: {
  readonly publishing: Publishing;
  readonly pending: boolean;
  readonly onPublish: () => void;
  readonly onClose: () => void;
}) => {
  const t = useText(publicNoticeTexts);
  const ui = useUiText();
  const today = useToday();
  const { title, count, workingDays, closesOn } = props.publishing;
  const dates = { days: workingDays, from: formatDay(today, today, ui), closes: formatDay(closesOn, today, ui) };
  return (
    <Dialog
      title={ui('text.pair', { label: ui('confirm.title'), value: t('notice.new.submit') })}
      onClose={props.onClose}
    >
      <ul style={{ display: 'grid', gap: 8 }}>
        <li>{t('notice.new.effect-publish', { title, count })}</li>
        <li>{t('notice.new.effect-window', dates)}</li>
        <li>{t('notice.new.effect-frozen')}</li>
        <li>{t('notice.new.effect-after')}</li>
      </ul>
      <footer>
        <Button onClick={props.onClose}>{ui('action.cancel')}</Button>
        <Button look="primary" pending={props.pending} onClick={props.onPublish}>
          {t('notice.new.submit')}
        </Button>
      </footer>
    </Dialog>
  );
};
