import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import type { Column } from '#platform/ui/list/columns.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { publicNoticeTexts } from '../public-notice.text.ts';

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly href?: (row: Row) => string;
  /** What a row is found by. */
  readonly textOf: (row: Row) => string;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (rows: readonly Row[], selected: boolean) => void;
  /** At the right of the search field. */
  readonly beside?: ReactNode;
}

const AT_ONCE = 100;

/** A list that is here whole, with a search field; so many rows are shown that the page stays quick, the rest on demand. */
export const RowTable = <Row,>({ rows, textOf, beside, ...table }: Props<Row>) => {
  const t = useText(publicNoticeTexts);
  const ui = useUiText();
  const [text, setText] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const wanted = useDeferredValue(text).trim().toLowerCase();
  const found = useMemo(
    () => (wanted === '' ? rows : rows.filter((row) => textOf(row).toLowerCase().includes(wanted))),
    [rows, textOf, wanted],
  );
  const shown = found.slice(0, most);
  return (
    <>
      <div className="ui-list-bar ui-screen" role="search">
        <input
          type="search"
          className="ui-input"
          placeholder={t('notice.new.find')}
          aria-label={t('notice.new.find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="ui-soft" role="status">
          {t('notice.record.rows-found', { found: found.length, total: rows.length })}
        </span>
        <span className="ui-spread" />
        {beside}
      </div>
      <DataTable {...table} rows={shown} />
      {found.length > shown.length && (
        <div className="ui-list-foot ui-screen">
          <Button small onClick={() => setMost(most + 5 * AT_ONCE)}>
            {ui('list.more')}
          </Button>
        </div>
      )}
    </>
  );
};
