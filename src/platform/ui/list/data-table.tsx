import { type MouseEvent, memo, type ReactNode, useState } from 'react';
import { Link } from '../address.tsx';
import { useKeys } from '../keys.ts';
import { useUiText } from '../text/use-text.tsx';
import type { Column } from './columns.ts';

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Where the first column leads. */
  readonly href?: (row: Row) => string;
  /** Instead of `href`: what opens below the row. */
  readonly open?: (row: Row) => ReactNode;
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (rows: readonly Row[], selected: boolean) => void;
}

const moveFocus = (step: 1 | -1) => {
  const targets = [...document.querySelectorAll<HTMLElement>('[data-row-focus]')];
  const at = targets.findIndex((target) => target.closest('tr')?.contains(document.activeElement));
  const next = targets[at === -1 ? (step === 1 ? 0 : targets.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

/** `j` and `k` move through the rows of the page, Enter opens. For pages that are one list. */
export const useRowKeys = (): void => {
  const t = useUiText();
  useKeys([
    { key: 'j', help: t('keys.next'), run: () => moveFocus(1) },
    { key: 'k', help: t('keys.previous'), run: () => moveFocus(-1) },
  ]);
};

/** A click anywhere in a row opens it, unless it meant something in the row or marked text to copy. */
const openRow = (event: MouseEvent<HTMLElement>) => {
  const target = event.target as HTMLElement;
  if (target.closest('a, button, input, select, textarea, label, summary, .opened') !== null) return;
  if (window.getSelection()?.isCollapsed === false) return;
  target.closest('tr')?.querySelector<HTMLElement>('a[data-row-focus], button[data-row-focus]')?.click();
};

/** Rows that are read and opened; nothing in them is edited. Also for tables within records and boards. */
export const DataTable = <Row,>(props: Props<Row>) => {
  const t = useUiText();
  const [opened, setOpened] = useState<string | null>(null);
  const allSelected = props.rows.length > 0 && props.rows.every((row) => props.selected?.has(props.rowKey(row)));
  return (
    <div className="ui-table-scroll">
      <table className="ui-table cards" aria-label={props.label}>
        <thead>
          <tr>
            {props.onSelect && (
              <th className="check">
                <input
                  type="checkbox"
                  aria-label={t('list.selected', { count: props.rows.length })}
                  checked={allSelected}
                  onChange={(event) => props.onSelect?.(props.rows, event.target.checked)}
                />
              </th>
            )}
            {props.columns.map((column) => (
              <Head key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: for the mouse only; the keyboard has the link in the first cell */}
        <tbody className={props.href || props.open ? 'opens' : undefined} onClick={openRow}>
          {props.rows.map((row) => {
            const key = props.rowKey(row);
            return (
              <MemoRow
                key={key}
                row={row}
                id={key}
                columns={props.columns as readonly Column<unknown>[]}
                href={props.href?.(row)}
                opened={props.open !== undefined && opened === key ? props.open(row) : undefined}
                onOpen={props.open === undefined ? undefined : setOpened}
                selected={props.selected?.has(key)}
                onSelect={props.onSelect as ((rows: readonly unknown[], selected: boolean) => void) | undefined}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

const Head = <Row,>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort?: string;
  onSort?: (sort: string) => void;
}) => {
  const t = useUiText();
  const title = column.unit === undefined ? column.title : t('text.unit', { title: column.title, unit: column.unit });
  const state = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined;
  return (
    <th
      scope="col"
      className={column.number ? 'number' : undefined}
      style={{ width: column.width }}
      aria-sort={column.sort ? (state ?? 'none') : undefined}
    >
      {column.sort && onSort ? (
        <button type="button" onClick={() => onSort(state === 'ascending' ? `-${column.key}` : column.key)}>
          {title}
        </button>
      ) : (
        title
      )}
    </th>
  );
};

interface RowProps {
  readonly row: unknown;
  readonly id: string;
  readonly columns: readonly Column<unknown>[];
  readonly href?: string;
  readonly opened?: ReactNode;
  readonly onOpen?: (key: string | null) => void;
  readonly selected?: boolean;
  readonly onSelect?: (rows: readonly unknown[], selected: boolean) => void;
}

const MemoRow = memo(({ row, id, columns, href, opened, onOpen, selected, onSelect }: RowProps) => (
  <>
    <tr aria-selected={selected || undefined}>
      {onSelect && (
        <td className="check">
          <input
            type="checkbox"
            aria-labelledby={`row-${id}`}
            checked={selected ?? false}
            onChange={(event) => onSelect([row], event.target.checked)}
          />
        </td>
      )}
      {columns.map((column, index) => {
        const content = column.render(row);
        return (
          <td
            key={column.key}
            id={index === 0 && onSelect ? `row-${id}` : undefined}
            data-label={column.title}
            className={[column.number && 'number', column.ellipsis && 'ellipsis', index === 0 && 'main']
              .filter(Boolean)
              .join(' ')}
            title={column.ellipsis && typeof content === 'string' ? content : undefined}
          >
            {index > 0 ? content : <Opener {...{ href, opened, onOpen, id }}>{content}</Opener>}
          </td>
        );
      })}
    </tr>
    {opened !== undefined && (
      <tr className="opened">
        <td colSpan={columns.length + (onSelect ? 1 : 0)}>{opened}</td>
      </tr>
    )}
  </>
));

const Opener = (props: Pick<RowProps, 'href' | 'opened' | 'onOpen' | 'id'> & { readonly children: ReactNode }) => {
  if (props.href !== undefined) {
    return (
      <Link href={props.href} data-row-focus="">
        {props.children}
      </Link>
    );
  }
  if (props.onOpen === undefined) {
    return (
      <span data-row-focus="" tabIndex={-1}>
        {props.children}
      </span>
    );
  }
  const isOpen = props.opened !== undefined;
  return (
    <button
      type="button"
      className="row-button"
      data-row-focus=""
      aria-expanded={isOpen}
      onClick={() => props.onOpen?.(isOpen ? null : props.id)}
    >
      {props.children}
    </button>
  );
};
