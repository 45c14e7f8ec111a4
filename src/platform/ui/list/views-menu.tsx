import { useState } from 'react';
import { useGo } from '../address.tsx';
import { Button } from '../button.tsx';
import { Menu } from '../menu.tsx';
import { useUiText } from '../text/use-text.tsx';
import type { Column } from './columns.ts';
import { isTexts, useStored } from './stored.ts';

interface View {
  readonly name: string;
  readonly href: string;
}
const isViews = (value: unknown): value is readonly View[] =>
  Array.isArray(value) && value.every((one) => typeof one?.name === 'string' && typeof one?.href === 'string');

/** Filters that the person has saved under a name, in this browser. */
export const ViewsMenu = ({ listId }: { readonly listId: string }) => {
  const t = useUiText();
  const go = useGo();
  const [views, setViews] = useStored<readonly View[]>(`list.${listId}.views`, [], isViews);
  const [name, setName] = useState('');
  const handleSave = () => {
    const href = location.pathname + location.search;
    setViews([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), href }]);
    setName('');
  };
  return (
    <Menu label={t('list.views')} align="right">
      {views.map((view) => (
        <span key={view.name} className="ui-row">
          <Button look="text" small className="ui-spread" onClick={() => go(view.href)}>
            {view.name}
          </Button>
          <Button
            look="text"
            small
            aria-label={`${t('action.delete')} ${view.name}`}
            onClick={() => setViews(views.filter((one) => one !== view))}
          >
            ×
          </Button>
        </span>
      ))}
      <form
        className="ui-row"
        style={{ padding: 4 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') handleSave();
        }}
      >
        <input
          className="ui-input"
          placeholder={t('list.view-name')}
          aria-label={t('list.view-name')}
          maxLength={20}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button small type="submit" disabled={name.trim() === ''}>
          {t('list.save-view')}
        </Button>
      </form>
    </Menu>
  );
};

/** The columns that the person wants to see: all but the hidden ones until chosen otherwise. The first always stays. */
export const useChosenColumns = <Row,>(listId: string, columns: readonly Column<Row>[]) => {
  const initial = columns.filter((column) => !column.hidden).map((column) => column.key);
  const [chosen, setChosen] = useStored<readonly string[]>(`list.${listId}.columns`, initial, isTexts);
  const shown = columns.filter((column, index) => index === 0 || chosen.includes(column.key));
  const menu = (label: string) => (
    <Menu label={label} align="right" stays>
      {columns.slice(1).map((column) => (
        <label key={column.key}>
          <input
            type="checkbox"
            checked={chosen.includes(column.key)}
            onChange={(event) =>
              setChosen(event.target.checked ? [...chosen, column.key] : chosen.filter((key) => key !== column.key))
            }
          />
          {column.title}
        </label>
      ))}
    </Menu>
  );
  return { shown, menu };
};
