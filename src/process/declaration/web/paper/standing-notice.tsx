import { Link } from '#platform/ui/address.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Paper } from '../../paper.contract.ts';
import { paperTexts } from '../../paper.text.ts';
import { paperHref } from './paper-client.ts';

/** What became of this version, what superseded it, and whether its class is decided. */
export const StandingNotice = ({ standing }: Pick<Paper, 'standing'>) => {
  const t = useText(paperTexts);
  const { state, successor, newest, decided } = standing;
  return (
    <Notice wrong={state === 'superseded' || state === 'withdrawn' || state === 'set-aside'}>
      <p>
        <b>{t(`paper.standing.${state}`)}</b>
        {successor && (
          <>
            {' '}
            {t(`paper.standing.by-${successor.how}`, {
              sequence: successor.sequence,
              receipt: successor.receiptNumber,
            })}{' '}
            <Link href={paperHref(successor.submissionId)}>{t('paper.standing.open-successor')}</Link>
          </>
        )}
        {newest && newest.submissionId !== successor?.submissionId && (
          <> {t('paper.standing.newest', { sequence: newest.sequence, receipt: newest.receiptNumber })}</>
        )}
      </p>
      {decided && <p>{t('paper.standing.decided', decided)}</p>}
    </Notice>
  );
};
