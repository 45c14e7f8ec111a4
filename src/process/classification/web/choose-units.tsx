import { useCallback, useMemo } from 'react';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { fieldId, useField } from '#platform/ui/form/store.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Why } from '#platform/ui/why.tsx';
import { RowTable } from '#process/public-notice/web/row-table.tsx';
import type { classificationContract, ListRow } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import { listColumns, textOfRow } from './list-columns.tsx';

export type Adoptable = ResultOf<typeof classificationContract.adoptable>;

const reasons = ['notNoticed', 'inNotice', 'objected', 'inBatch'] as const;

/** Which units go into the list; a field of the form by the name `settledIds`. */
export const ChooseUnits = ({ adoptable }: { readonly adoptable: Adoptable }) => {
  const t = useText(classificationTexts);
  const { rows, classes, waiting } = adoptable;
  const { value, set, issues } = useField('settledIds', t('adoption.new.rows'));
  const chosen = useMemo(() => new Set(value as readonly string[]), [value]);
  const columns = useMemo(() => listColumns(t, classes), [t, classes]);
  const handleSelect = useCallback(
    (some: readonly ListRow[], on: boolean) => {
      const next = new Set(chosen);
      for (const { settledId } of some) on ? next.add(settledId) : next.delete(settledId);
      set([...next]);
    },
    [chosen, set],
  );
  return (
    <section className="ui-panel" id={fieldId('settledIds')} tabIndex={-1}>
      <h2 className="ui-row">
        <span className="ui-spread">{t('adoption.new.rows')}</span>
        <span className="ui-soft" role="status">
          {t('adoption.new.chosen', { chosen: chosen.size, total: rows.length })}
        </span>
      </h2>
      <p className="ui-soft" style={{ padding: '8px 16px 0' }}>
        {t('adoption.new.rows-note')}{' '}
        <Why
          title={t('adoption.new.waiting-why')}
          lines={reasons.map((reason) => ({
            text: t(`adoption.new.waiting.${reason}`),
            value: t('adoption.new.waiting.units', { count: waiting[reason] }),
          }))}
        />
      </p>
      {issues.length > 0 && (
        <p className="ui-field-fault" style={{ padding: '8px 16px 0' }}>
          {t('adoption.new.choose-one')}
        </p>
      )}
      <RowTable
        label={t('adoption.new.rows')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.settledId}
        textOf={textOfRow}
        selected={chosen}
        onSelect={handleSelect}
        beside={
          <>
            <Button small onClick={() => set(rows.map((row) => row.settledId))}>
              {t('adoption.new.choose-all')}
            </Button>
            <Button small onClick={() => set([])}>
              {t('adoption.new.choose-none')}
            </Button>
          </>
        }
      />
    </section>
  );
};
