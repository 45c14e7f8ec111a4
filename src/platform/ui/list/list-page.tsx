import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import type { Filters } from '../address.tsx';
import { Button } from '../button.tsx';
import { ErrorPage } from '../error-page.tsx';
import { Loading } from '../loading.tsx';
import { type Crumb, PageHead } from '../page-head.tsx';
import { useUiText } from '../text/use-text.tsx';
import type { Column, Rows } from './columns.ts';
import { DataTable, useRowKeys } from './data-table.tsx';
import { FilterBar, type FilterDef } from './filter-bar.tsx';
import { KeysetPaging, PagePaging } from './paging.tsx';
import { useChosenColumns, ViewsMenu } from './views-menu.tsx';

interface Props<Row> {
  /** Names the list among the person's habits: chosen columns, saved filters. */
  readonly id: string;
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** The one primary action. */
  readonly actions?: ReactNode;
  /** A sentence or figures between title and table. */
  readonly intro?: ReactNode;
  readonly filters: readonly FilterDef[];
  /** From `useFilters`; its names `sort`, and `page` or `after`, are used by the list itself. */
  readonly address: Filters<string>;
  readonly read: UseQueryResult<Rows<Row>, Error>;
  /** Rows of a page, for paging by number; without it the list goes on by `next`. */
  readonly pageSize?: number;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly href?: (row: Row) => string;
  readonly open?: (row: Row) => ReactNode;
  /** What would fill the list, and the action that does. */
  readonly empty: { readonly text: string; readonly action?: ReactNode };
  /** A DownloadButton. */
  readonly exports?: ReactNode;
  /** Actions on the selected rows; without it nothing can be selected. */
  readonly bulk?: (rows: readonly Row[], clear: () => void) => ReactNode;
}

/** A list: filters in one row and in the address, total, columns, saved filters, export, bulk bar on selection, paging. */
export const ListPage = <Row,>(props: Props<Row>) => {
  const t = useUiText();
  const { address, read, rowKey } = props;
  useRowKeys();
  const columns = useChosenColumns(props.id, props.columns);
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map());
  const clear = useCallback(() => setSelected(new Map()), []);
  const handleSelect = useCallback(
    (rows: readonly Row[], on: boolean) =>
      setSelected((before) => {
        const next = new Map(before);
        for (const row of rows) on ? next.set(rowKey(row), row) : next.delete(rowKey(row));
        return next;
      }),
    [rowKey],
  );
  const data = read.data;
  return (
    <div className="ui-page">
      <PageHead title={props.title} crumbs={props.crumbs} actions={props.actions} />
      {props.intro}
      <section className="ui-panel">
        {selected.size > 0 ? (
          <div className="ui-list-bar ui-list-bulk" role="toolbar">
            <b>{t('list.selected', { count: selected.size })}</b>
            {props.bulk?.([...selected.values()], clear)}
            <Button look="link" onClick={clear}>
              {t('list.clear-selection')}
            </Button>
          </div>
        ) : (
          <div className="ui-list-bar ui-screen" role="search">
            <FilterBar filters={props.filters} address={address} />
            <span className="ui-spread" />
            <span className="ui-list-habits">
              {columns.menu(t('list.columns'))}
              <ViewsMenu listId={props.id} />
            </span>
            {props.exports}
          </div>
        )}
        {data === undefined && read.error !== null && (
          <ErrorPage error={read.error} onRetry={() => void read.refetch()} />
        )}
        {data === undefined && read.error === null && <Loading />}
        {data !== undefined && data.rows.length > 0 && (
          <DataTable
            label={props.title}
            columns={columns.shown}
            rows={data.rows}
            rowKey={rowKey}
            href={props.href}
            open={props.open}
            sort={address.values.sort}
            onSort={(sort) => address.set({ sort })}
            selected={props.bulk && new Set(selected.keys())}
            onSelect={props.bulk && handleSelect}
          />
        )}
        {data !== undefined && data.rows.length === 0 && (
          <div className="ui-empty">
            <p>{address.active ? t('list.empty-filtered') : props.empty.text}</p>
            {address.active ? <Button onClick={address.reset}>{t('action.reset')}</Button> : props.empty.action}
          </div>
        )}
        {data !== undefined && (
          <div className="ui-list-foot">
            <span className="ui-soft" role="status">
              {t('list.total', { count: data.total })}
              {read.isPlaceholderData && ` · ${t('list.refreshing')}`}
            </span>
            {props.pageSize === undefined ? (
              <KeysetPaging address={address} next={data.next ?? null} />
            ) : (
              <PagePaging address={address} total={data.total} size={props.pageSize} />
            )}
          </div>
        )}
      </section>
    </div>
  );
};
