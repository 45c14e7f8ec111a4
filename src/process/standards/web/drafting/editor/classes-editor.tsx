import { Button } from '#platform/ui/button.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import {
  changeClass,
  type DraftClass,
  insertClass,
  removeClass,
  stepClass,
  textOf,
} from '../../../domain/draft-editing.ts';
import { type JsonObject, own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { anchorOf, useDraftPart, useEditor, useFaultsAt } from './editor-context.tsx';
import { Growing } from './entries.tsx';

/** The classes in the order of their rank with their thresholds, and the statuses behind them. */
export const ClassesEditor = () => {
  const t = useText(draftingTexts);
  const faultText = useFaultText();
  const { edit } = useEditor();
  const classes = useDraftPart((draft) => draft.classes);
  const faults = useFaultsAt('classes', '');
  return (
    <section className="ui-panel">
      <h2 className="ui-row">
        <span className="ui-spread">{t('drafting.classes')}</span>
        <Button small onClick={() => edit((draft) => insertClass(draft, 'ranked'))}>
          {t('drafting.classes.add')}
        </Button>
        <Button small onClick={() => edit((draft) => insertClass(draft, 'status'))}>
          {t('drafting.classes.add-status')}
        </Button>
      </h2>
      {faults.length > 0 && (
        <p
          className="ui-field-fault draft-panel-fields"
          id={anchorOf({ list: 'classes', id: '', field: '' })}
          tabIndex={-1}
        >
          {faults.map(({ issue }) => faultText.issue(issue)).join(' ')}
        </p>
      )}
      <div className="ui-table-scroll">
        <table className="ui-table draft-classes" aria-label={t('drafting.classes')}>
          <thead>
            <tr>
              {(['rank', 'code', 'name', 'from', 'colour', 'meaning', 'basis', 'actions'] as const).map((column) => (
                <th key={column} scope="col">
                  {column === 'actions' ? (
                    <span className="ui-sr">{t('drafting.classes.actions')}</span>
                  ) : (
                    t(`drafting.classes.${column}`)
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: codes are typed by hand and may repeat meanwhile
              <ClassRow key={index} one={one} index={index} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="ui-soft draft-panel-fields">{t('drafting.classes.hint')}</p>
    </section>
  );
};

const ClassRow = ({ one, index }: { readonly one: DraftClass; readonly index: number }) => {
  const t = useText(draftingTexts);
  const ui = useUiText();
  const faultText = useFaultText();
  const { edit } = useEditor();
  const faults = useFaultsAt('classes', String(index));
  const ranked = own(one, 'rank') !== undefined;
  const set = (change: JsonObject, field: string) =>
    edit((draft) => changeClass(draft, index, change), `classes ${index} ${field}`);
  const cell = (field: string) => ({
    id: anchorOf({ list: 'classes', id: String(index), field }),
    'aria-label': `${one.code} ${t(`drafting.classes.${field}` as 'drafting.classes.name')}`,
    ...(faults.some((fault) => fault.field === field) && { 'aria-invalid': true as const }),
  });
  const text = (field: string, className = '') => (
    <input
      {...cell(field)}
      className={`ui-input ${className}`}
      autoComplete="off"
      value={textOf(own(one, field))}
      onChange={(event) => set({ [field]: event.target.value }, field)}
    />
  );
  const colour = textOf(own(one, 'colour'));
  return (
    <>
      <tr>
        <td>{ranked ? textOf(own(one, 'rank')) : <span className="ui-soft">{t('drafting.classes.status')}</span>}</td>
        <td>{text('code')}</td>
        <td>{text('name')}</td>
        <td>{ranked ? text('from', 'ui-number') : <span className="ui-soft">—</span>}</td>
        <td>
          <input
            {...cell('colour')}
            type="color"
            value={/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#565e68'}
            onChange={(event) => set({ colour: event.target.value }, 'colour')}
          />
        </td>
        {(['meaning', 'basis'] as const).map((field) => (
          <td key={field}>
            <Growing
              {...cell(field)}
              value={textOf(own(one, field))}
              onChange={(value) => set({ [field]: value || undefined }, field)}
            />
          </td>
        ))}
        <td className="ui-nowrap">
          {(['up', 'down'] as const).map((step) => (
            <Button
              key={step}
              small
              look="text"
              aria-label={`${one.code} ${t(`drafting.tree.${step}`)}`}
              onClick={() => edit((draft) => stepClass(draft, index, step))}
            >
              {step === 'up' ? '↑' : '↓'}
            </Button>
          ))}
          <Button
            small
            look="text"
            aria-label={`${one.code} ${ui('action.delete')}`}
            onClick={() => edit((draft) => removeClass(draft, index))}
          >
            ×
          </Button>
        </td>
      </tr>
      {faults.length > 0 && (
        <tr>
          <td colSpan={8} className="ui-field-fault">
            {faults.map(({ issue }) => faultText.issue(issue)).join(' ')}
          </td>
        </tr>
      )}
    </>
  );
};
