import { useMemo, useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import {
  cellsOf,
  guessColumns,
  type PasteFault,
  pasteColumns,
  readPasted,
  textOf,
  withPasted,
} from '../../../domain/draft-editing.ts';
import { own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { useDraft, useEditor } from './editor-context.tsx';
import { newMemberId } from './new-id.ts';

interface Props {
  readonly element: string;
  readonly after: string | null;
  readonly onClose: () => void;
}

/** Rows from Excel or WPS: pasted, shown with what each column is taken for and every cell that does not read, then taken over. */
export const PasteDialog = (props: Props) => {
  const t = useText(draftingTexts);
  const [text, setText] = useState('');
  const cells = useMemo(() => cellsOf(text), [text]);
  const element = useDraft().elements.find(({ id }) => id === props.element);
  const title = element ? [textOf(own(element, 'clause')), textOf(own(element, 'title'))].join(' ').trim() : '';
  return (
    <Dialog title={t('drafting.paste.title', { element: title })} shape="wide" onClose={props.onClose}>
      {cells.length === 0 ? (
        <>
          <p>{t('drafting.paste.intro')}</p>
          <p className="ui-soft">
            {t('drafting.paste.columns', {
              columns: pasteColumns.map(({ header }) => header).join(t('drafting.comma')),
            })}
          </p>
          <textarea
            className="ui-input draft-paste"
            data-autofocus
            aria-label={t('drafting.paste.here')}
            placeholder={t('drafting.paste.here')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </>
      ) : (
        <Preview {...props} cells={cells} onAgain={() => setText('')} />
      )}
    </Dialog>
  );
};

const MOST_SHOWN = 200;

const Preview = (props: Props & { readonly cells: ReturnType<typeof cellsOf>; readonly onAgain: () => void }) => {
  const t = useText(draftingTexts);
  const ui = useUiText();
  const faultText = useFaultText();
  const { edit, store } = useEditor();
  const { cells, element, after } = props;
  const guess = useMemo(() => guessColumns(cells), [cells]);
  const [fields, setFields] = useState(guess.fields);
  const [headings, setHeadings] = useState(guess.hasHeadings);
  const read = useMemo(
    () => readPasted(store.draft(), cells, fields, { element, newId: newMemberId, skip: headings ? 1 : 0 }),
    [store, cells, fields, headings, element],
  );
  const faultAt = new Map(read.faults.map((fault) => [`${fault.row} ${fault.column}`, fault]));
  const replaced = read.rows.filter(({ replaces }) => replaces).length;
  const fresh = read.rows.length - replaced;
  const wordingOf = ({ code, params }: PasteFault) =>
    code === 'paste.elementUnknown' || code === 'paste.idTwice'
      ? t(code, params)
      : faultText.issue({ path: '', code, params });
  const told = (row: number, column: number) => {
    const fault = faultAt.get(`${row} ${column}`);
    return fault && wordingOf(fault);
  };
  return (
    <>
      {read.faults.length > 0 ? (
        <Notice wrong>
          <b>{t('drafting.paste.faults', { count: read.faults.length })}</b>
          <ul>
            {read.faults.slice(0, 20).map((fault) => (
              <li key={`${fault.row} ${fault.column} ${fault.code}`}>
                {t('drafting.paste.cell', {
                  row: fault.row + 1,
                  column: pasteColumns.find(({ field }) => field === fields[fault.column])?.header ?? '',
                })}
                {ui('text.colon')}
                {wordingOf(fault)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice>{t('drafting.paste.ready', { fresh, replaced })}</Notice>
      )}
      <label className="ui-choice draft-paste-headings">
        <input type="checkbox" checked={headings} onChange={(event) => setHeadings(event.target.checked)} />
        {t('drafting.paste.headings')}
      </label>
      <div className="ui-table-scroll draft-paste-table">
        <table className="ui-table">
          <thead>
            <tr>
              <th scope="col">{t('drafting.paste.row')}</th>
              {fields.map((field, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
                <th key={column} scope="col">
                  <select
                    className="ui-select"
                    aria-label={t('drafting.paste.column', { number: column + 1 })}
                    value={field ?? ''}
                    onChange={(event) =>
                      setFields(fields.map((one, at) => (at === column ? event.target.value || null : one)))
                    }
                  >
                    <option value="">{t('drafting.paste.leave')}</option>
                    {pasteColumns.map((one) => (
                      <option
                        key={one.field}
                        value={one.field}
                        disabled={one.field !== field && fields.includes(one.field)}
                      >
                        {one.header}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, MOST_SHOWN).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
              <tr key={at} className={headings && at === 0 ? 'draft-paste-heading' : undefined}>
                <td className="number">{at + 1}</td>
                {fields.map((field, column) => {
                  const wrong = told(at, column);
                  return (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
                      key={column}
                      className={wrong ? 'wrong' : field === null ? 'left' : undefined}
                      title={wrong}
                    >
                      {row[column]}
                      {wrong && <small className="ui-wrong">{wrong}</small>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cells.length > MOST_SHOWN && (
        <p className="ui-soft">{t('drafting.paste.more', { shown: MOST_SHOWN, total: cells.length })}</p>
      )}
      <footer>
        <Button onClick={props.onAgain}>{t('drafting.paste.again')}</Button>
        <Button
          look="primary"
          disabled={read.faults.length > 0 || read.rows.length === 0}
          onClick={() => {
            edit((draft) => withPasted(draft, read.rows, after));
            announce(t('drafting.paste.done', { fresh, replaced }));
            props.onClose();
          }}
        >
          {t('drafting.paste.take', { count: read.rows.length })}
        </Button>
      </footer>
    </>
  );
};
