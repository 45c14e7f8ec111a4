import type { Translate } from '#platform/text.ts';
import { Link } from '#platform/ui/address.tsx';
import type { Column } from '#platform/ui/list/columns.ts';
import type { ClassName, ListRow } from '../classification.contract.ts';
import type { ClassificationKey } from '../classification.text.ts';
import { ClassOf, ScoreAndClass } from './class-of.tsx';

/** The columns of a list for official use: what is decided, and the scores side by side. */
export const listColumns = (
  t: Translate<ClassificationKey>,
  classes: readonly ClassName[],
): readonly Column<ListRow>[] => [
  {
    key: 'unit',
    title: t('class.column.unit'),
    render: (row) => (
      <>
        <Link href={`/units/${row.unitId}/course`}>{row.unit}</Link>
        <div className="ui-soft">{row.enterprise}</div>
      </>
    ),
  },
  { key: 'body', title: t('class.column.body'), render: (row) => row.body },
  { key: 'industry', title: t('class.column.industry'), render: (row) => row.industry },
  {
    key: 'self',
    title: t('class.column.self'),
    render: (row) => <ScoreAndClass printed={row.selfPrinted} code={row.selfClass} classes={classes} />,
  },
  {
    key: 'reviewed',
    title: t('class.column.reviewed'),
    render: (row) => <ScoreAndClass printed={row.reviewedPrinted} code={row.reviewedClass} classes={classes} />,
  },
  {
    key: 'basis',
    title: t('class.column.basis'),
    render: (row) => (
      <>
        {t(`class.basis.${row.basis}`)}
        {row.adjustment !== '' && <div className="ui-soft">{row.adjustment}</div>}
      </>
    ),
  },
  {
    key: 'class',
    title: t('class.column.class'),
    render: (row) => (
      <>
        <ClassOf code={row.classCode} classes={classes} />
        {row.fixedBy && <div className="ui-soft">{t('class.fixed-by', { ...row.fixedBy })}</div>}
      </>
    ),
  },
];

/** What a row of a list is found by. */
export const textOfRow = (row: ListRow): string =>
  [row.enterprise, row.creditCode, row.unit, row.division, row.body, row.industry].join(' ');
