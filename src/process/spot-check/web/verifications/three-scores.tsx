import type { Column } from '#platform/ui/list/columns.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Score } from '#process/standards/domain/index.ts';
import { scoreDifference } from '../../domain/score-difference.ts';
import { spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationRecord } from '../../verification.contract.ts';
import { ClassOf, type Scored } from '../marks.tsx';

interface Line {
  readonly label: string;
  readonly scored: Scored;
  readonly difference: string;
}

const verifiedLabel = ({ verified, state }: VerificationRecord) => {
  if (verified) return 'verification.verified';
  return state === 'submitted' ? 'verification.verified.submitted' : 'verification.verified.so-far';
};

/** Self-assessed, reviewed and verified, one under the other, each with its difference from the one before. */
export const ThreeScores = ({
  record,
  soFar,
}: {
  readonly record: VerificationRecord;
  readonly soFar: Score | null;
}) => {
  const t = useText(spotCheckTexts);
  const verified: Scored | null = record.verified ?? (soFar && { printed: soFar.printed, classCode: soFar.class });
  const lines: readonly Line[] = [
    { label: t('verification.self'), scored: record.self, difference: '' },
    {
      label: t('verification.reviewed'),
      scored: record.reviewed,
      difference: scoreDifference(record.self.printed, record.reviewed.printed),
    },
    ...(verified
      ? [
          {
            label: t(verifiedLabel(record)),
            scored: verified,
            difference: scoreDifference(record.reviewed.printed, verified.printed),
          },
        ]
      : []),
  ];
  const columns: readonly Column<Line>[] = [
    { key: 'label', title: '', render: (row) => row.label },
    { key: 'score', title: t('verification.score'), number: true, render: (row) => row.scored.printed },
    {
      key: 'difference',
      title: t('verification.difference'),
      number: true,
      render: (row) => (
        <span className={row.difference.startsWith('-') ? 'ui-wrong' : undefined}>{row.difference}</span>
      ),
    },
    {
      key: 'class',
      title: t('verification.class'),
      render: (row) => <ClassOf classes={record.classes} code={row.scored.classCode} />,
    },
  ];
  return <DataTable label={t('verification.scores')} columns={columns} rows={lines} rowKey={(row) => row.label} />;
};
