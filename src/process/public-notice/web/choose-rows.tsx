import { useCallback, useMemo } from 'react';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { fieldId, useField } from '#platform/ui/form/store.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { publicNoticeContract } from '../public-notice.contract.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';
import { RowTable } from './row-table.tsx';

export type Publishable = ResultOf<typeof publicNoticeContract.publishable>;
type Row = Publishable['rows'][number];

const textOf = (row: Row): string => Object.values(row.cells).join(' ');

/** Which rows go into the notice; a field of the form by the name `subjectIds`. */
export const ChooseRows = ({ publishable }: { readonly publishable: Publishable }) => {
  const t = useText(publicNoticeTexts);
  const { rows } = publishable;
  const { value, set, issues } = useField('subjectIds', t('notice.new.rows'));
  const chosen = useMemo(() => new Set(value as readonly string[]), [value]);
  const columns = useMemo(
    () =>
      publishable.columns.map(
        ({ key, label, numeric }): Column<Row> => ({
          key,
          title: label,
          number: numeric ?? false,
          render: (row) => row.cells[key] ?? '',
        }),
      ),
    [publishable.columns],
  );
  const handleSelect = useCallback(
    (some: readonly Row[], on: boolean) => {
      const next = new Set(chosen);
      for (const { subjectId } of some) on ? next.add(subjectId) : next.delete(subjectId);
      set([...next]);
    },
    [chosen, set],
  );
  return (
    <section className="ui-panel" id={fieldId('subjectIds')} tabIndex={-1}>
      <h2 className="ui-row">
        <span className="ui-spread">{t('notice.new.rows')}</span>
        <span className="ui-soft" role="status">
          {t('notice.new.chosen', { chosen: chosen.size, total: rows.length })}
        </span>
      </h2>
      <p className="ui-soft" style={{ padding: '8px 16px 0' }}>
        {t('notice.new.rows-note')}
      </p>
      {issues.length > 0 && (
        <p className="ui-field-fault" style={{ padding: '8px 16px 0' }}>
          {t('notice.new.choose-one')}
        </p>
      )}
      <RowTable
        label={t('notice.new.rows')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.subjectId}
        textOf={textOf}
        selected={chosen}
        onSelect={handleSelect}
        beside={
          <>
            <Button small onClick={() => set(rows.map((row) => row.subjectId))}>
              {t('notice.new.choose-all')}
            </Button>
            <Button small onClick={() => set([])}>
              {t('notice.new.choose-none')}
            </Button>
          </>
        }
      />
    </section>
  );
};
