import { Link } from '#platform/ui/address.tsx';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { useCodeText, useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import type { DeclarationMove } from '../../moves.contract.ts';
import { movesTexts } from '../../moves.text.ts';
import { useMoveText } from './move-text.ts';
import './moves.css';

/** 移送记录: when, from whom to whom, by which rule and why. */
export const MovesList = ({ moves }: { readonly moves: readonly DeclarationMove[] }) => {
  const t = useText(movesTexts);
  const text = useMoveText();
  if (moves.length === 0) return <p className="ui-soft route-empty">{t('move.none')}</p>;
  return (
    <DataTable
      label={t('move.list')}
      columns={[
        {
          key: 'what',
          title: t('move.why'),
          render: (row) => (
            <>
              <b>{t(`move.cause.${row.cause}`)}</b> {text(row)}
            </>
          ),
        },
        { key: 'from', title: t('move.from'), render: (row) => row.from.name },
        { key: 'to', title: t('move.to'), render: (row) => row.to.name },
        {
          key: 'reason',
          title: t('move.direct.reason'),
          render: (row) => (
            <>
              {row.reason} {row.basis && <span className="ui-soft">{t('move.basis', { basis: row.basis })}</span>}{' '}
              {row.changeId && <Link href={`/register-changes/${row.changeId}`}>{t('move.change')}</Link>}
              {row.review && <ReviewBefore body={row.from.name} review={row.review} />}
            </>
          ),
        },
        {
          key: 'by',
          title: t('move.by'),
          render: (row) => (
            <>
              {row.byName} <Time at={row.at} />
            </>
          ),
        },
      ]}
      rows={moves}
      rowKey={(row) => row.moveId}
    />
  );
};

/** What the body before had come to, for those who go on with it. */
const ReviewBefore = (props: { readonly body: string; readonly review: NonNullable<DeclarationMove['review']> }) => {
  const t = useText(movesTexts);
  const code = useCodeText();
  const { body, review } = props;
  const state = code(`move.review.state.${review.state}`) ?? review.state;
  return (
    <details className="route-review">
      <summary>{t('move.review')}</summary>
      <ul>
        <li>{t('move.review.text', { body, person: review.reviewerName, state, verdicts: review.verdicts })}</li>
        {review.proposedClass !== null && (
          <li>
            {t('move.review.class', {
              class: review.proposedClass,
              printed: review.printed ?? '',
              person: review.proposedByName,
            })}
          </li>
        )}
        {review.dailySupervision !== '' && <li>{t('move.review.supervision', { text: review.dailySupervision })}</li>}
        {review.opinion !== '' && <li>{t('move.review.opinion', { text: review.opinion })}</li>}
      </ul>
    </details>
  );
};
