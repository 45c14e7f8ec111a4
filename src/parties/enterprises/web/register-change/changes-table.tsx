import { DataTable } from '#platform/ui/list/data-table.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import type { RegisterChangeLine } from '../../register-change.contract.ts';
import { registerChangeTexts } from '../../register-change.text.ts';
import { ChangedValues, ChangeState } from './change-marks.tsx';
import { changeHref } from './client.ts';

/** What was changed in the register of a unit: when, old and new, who asked and who decided. */
export const ChangesTable = ({ changes }: { readonly changes: readonly RegisterChangeLine[] }) => {
  const t = useText(registerChangeTexts);
  if (changes.length === 0) return <p className="ui-soft register-own">{t('registerChange.unit.noChanges')}</p>;
  return (
    <DataTable
      label={t('registerChange.unit.changes')}
      columns={[
        {
          key: 'when',
          title: t('registerChange.list.requested'),
          render: (row) => (
            <>
              <Time at={row.requestedAt} /> {row.requestedByName}
            </>
          ),
        },
        {
          key: 'change',
          title: t('registerChange.list.change'),
          render: (row) => <ChangedValues values={row.values} />,
        },
        { key: 'reason', title: t('registerChange.record.reason'), render: (row) => row.reason },
        { key: 'state', title: t('registerChange.list.state'), render: (row) => <ChangeState state={row.state} /> },
        {
          key: 'decided',
          title: t('registerChange.list.decided'),
          render: (row) =>
            row.origin === 'correction'
              ? t('registerChange.origin.correction')
              : row.decidedAt && (
                  <>
                    {row.decidedByName} <Time at={row.decidedAt} />
                  </>
                ),
        },
      ]}
      rows={changes}
      rowKey={(row) => row.changeId}
      href={(row) => changeHref(row.changeId)}
    />
  );
};
