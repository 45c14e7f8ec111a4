import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import {
  changeItem,
  type DraftItem,
  moveItems,
  removeItems,
  repeatItem,
  textOf,
} from '../../../domain/draft-editing.ts';
import { type JsonObject, own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { standardsTexts } from '../../../standards.text.ts';
import { RemarksOnItem } from '../../consultation/remarks-on-item.tsx';
import { DeductionsEditor } from './deductions-editor.tsx';
import { useDraftPart, useEditor } from './editor-context.tsx';
import { EffectsEditor, ElementSelect } from './effects-editor.tsx';
import { ChoiceEntry, Entry, PointsEntry, TextEntry } from './entries.tsx';
import { KINDS, kindChange } from './item-row.tsx';
import { newMemberId } from './new-id.ts';

/** Everything about one item, beside the table; what is changed here stands in the table at once. */
export const ItemDrawer = ({ id }: { readonly id: string }) => {
  const t = useText(draftingTexts);
  const { openItem } = useEditor();
  const items = useDraftPart((draft) => draft.items);
  const at = items.findIndex((item) => item.id === id);
  const item = items[at];
  if (!item) return null;
  const name = textOf(own(item, 'clause')) || t('drafting.item.unnumbered');
  return (
    <Dialog title={t('drafting.item.title', { name })} shape="drawer" onClose={() => openItem(null)}>
      <div className="draft-drawer-way ui-row">
        <Button small disabled={at === 0} onClick={() => openItem(items[at - 1]?.id ?? null)}>
          {t('drafting.item.previous')}
        </Button>
        <Button small disabled={at === items.length - 1} onClick={() => openItem(items[at + 1]?.id ?? null)}>
          {t('drafting.item.next')}
        </Button>
        <span className="ui-soft">{t('drafting.item.place', { at: at + 1, total: items.length })}</span>
        <RemarksOnItem itemId={id} />
        <span className="ui-spread" />
        <ItemActions item={item} next={items[at + 1]?.id ?? null} />
      </div>
      <ItemFields key={id} item={item} />
    </Dialog>
  );
};

const ItemActions = ({ item, next }: { readonly item: DraftItem; readonly next: string | null }) => {
  const t = useText(draftingTexts);
  const { edit, openItem } = useEditor();
  return (
    <>
      <Button
        small
        onClick={() => {
          const fresh = newMemberId();
          edit((draft) => repeatItem(draft, item.id, fresh));
          openItem(fresh);
        }}
      >
        {t('drafting.item.repeat')}
      </Button>
      <Button
        small
        look="danger"
        onClick={() => {
          openItem(next);
          edit((draft) => removeItems(draft, new Set([item.id])));
        }}
      >
        {t('drafting.item.remove')}
      </Button>
    </>
  );
};

const TEXTS = [
  ['deduction', 2],
  ['method', 2],
  ['evidence', 1],
  ['basis', 1],
] as const;

const ItemFields = ({ item }: { readonly item: DraftItem }) => {
  const t = useText(draftingTexts);
  const standards = useText(standardsTexts);
  const ui = useUiText();
  const { edit } = useEditor();
  const { id } = item;
  const place = (field: string) => ({ list: 'items' as const, id, field });
  const change = (next: JsonObject, field: string) =>
    edit((draft) => changeItem(draft, id, next), `items ${id} ${field}`);
  const set = (field: string) => (value: unknown) => change({ [field]: value }, field);
  const value = (field: string) => own(item, field);
  const decides = value('kind') !== 'scored';
  const effects = value('onFail');
  return (
    <div className="ui-form draft-fields">
      <div className="ui-form-fields">
        <TextEntry
          place={place('clause')}
          label={t('drafting.column.clause')}
          keep
          value={value('clause')}
          onChange={set('clause')}
        />
        <PointsEntry
          place={place('full')}
          label={t('drafting.column.full')}
          unit={t('drafting.points')}
          value={value('full')}
          onChange={set('full')}
        />
        <Entry place={place('element')} label={t('drafting.element')} full>
          {(control) => (
            <ElementSelect
              {...control}
              value={item.element}
              onChange={(element) => edit((draft) => moveItems(draft, new Set([id]), element, null))}
            />
          )}
        </Entry>
        <TextEntry
          place={place('text')}
          label={t('drafting.column.text')}
          full
          keep
          lines={2}
          value={value('text')}
          onChange={set('text')}
        />
        <ChoiceEntry
          place={place('kind')}
          label={t('drafting.column.kind')}
          full
          value={value('kind')}
          onChange={(kind) => change(kindChange(item, kind), 'kind')}
          options={KINDS.map((kind) => [kind, standards(`standards.kind.${kind}`)] as const)}
          hint={t(`drafting.kind.${(['mandatory', 'veto'] as const).find((one) => one === value('kind')) ?? 'scored'}`)}
        />
        {(decides || (Array.isArray(effects) && effects.length > 0)) && (
          <EffectsEditor
            place={place('onFail')}
            label={standards('standards.consequence')}
            allowed={['cap', 'down', 'zero', 'refuse']}
            value={effects}
            onChange={set('onFail')}
          />
        )}
        <ChoiceEntry
          place={place('scoring')}
          label={t('drafting.scoring')}
          value={value('scoring')}
          onChange={set('scoring')}
          options={[
            ['points', t('drafting.scoring.points')],
            ['met', t('drafting.scoring.met')],
          ]}
        />
        <ChoiceEntry
          place={place('scope')}
          label={t('drafting.scope')}
          value={value('scope') ?? ''}
          onChange={(scope) => change({ scope: scope === '' ? undefined : scope }, 'scope')}
          options={[
            ['industry', t('drafting.scope.industry')],
            ['general', t('drafting.scope.general')],
            ['', t('drafting.scope.unsaid')],
          ]}
        />
        <ChoiceEntry
          place={place('na')}
          label={t('drafting.na')}
          value={value('na')}
          onChange={set('na')}
          options={[
            ['allowed', t('drafting.na.allowed')],
            ['forbidden', t('drafting.na.forbidden')],
          ]}
        />
        {(value('na') === 'allowed' || value('naWhen') !== undefined) && (
          <TextEntry
            place={place('naWhen')}
            label={t('drafting.na.when')}
            optional={!decides}
            lines={1}
            value={value('naWhen')}
            onChange={set('naWhen')}
          />
        )}
        {(value('scoring') === 'points' || value('deductions') !== undefined) && (
          <DeductionsEditor
            place={place('deductions')}
            label={t('drafting.rule.title')}
            value={value('deductions')}
            onChange={set('deductions')}
          />
        )}
        {TEXTS.map(([field, lines]) => (
          <TextEntry
            key={field}
            place={place(field)}
            label={standards(`standards.${field}`)}
            optional={field !== 'basis'}
            full
            lines={lines}
            value={value(field)}
            onChange={set(field)}
          />
        ))}
      </div>
      <p className="ui-soft">{ui('text.pair', { label: t('drafting.item.id'), value: id })}</p>
    </div>
  );
};
