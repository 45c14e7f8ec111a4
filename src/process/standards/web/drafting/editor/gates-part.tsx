import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { changeGate, type DraftGate, insertGate, removeGate, textOf } from '../../../domain/draft-editing.ts';
import { type JsonObject, own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { useDraftPart, useEditor } from './editor-context.tsx';
import { EffectsEditor } from './effects-editor.tsx';
import { CountEntry, TextEntry } from './entries.tsx';
import { newMemberId } from './new-id.ts';

/** The gates: which facts on record, how often within how long, and what follows whatever the score. */
export const GatesPart = () => {
  const t = useText(draftingTexts);
  const { edit, goTo } = useEditor();
  const gates = useDraftPart((draft) => draft.gates);
  const handleAdd = () => {
    const id = newMemberId();
    edit((draft) => insertGate(draft, id));
    goTo({ list: 'gates', id, field: 'title' });
  };
  return (
    <div className="draft-head-part">
      <div className="ui-row">
        <p className="ui-soft ui-spread">{t('drafting.gates.intro')}</p>
        <Button onClick={handleAdd}>{t('drafting.gates.add')}</Button>
      </div>
      {gates.length === 0 && <p className="ui-panel ui-empty">{t('drafting.gates.empty')}</p>}
      <datalist id="draft-facts">
        {[...new Set(gates.map((gate) => textOf(own(gate, 'fact'))))].filter(Boolean).map((fact) => (
          <option key={fact} value={fact} />
        ))}
      </datalist>
      {gates.map((gate) => (
        <GateFields key={gate.id} gate={gate} />
      ))}
    </div>
  );
};

const GateFields = ({ gate }: { readonly gate: DraftGate }) => {
  const t = useText(draftingTexts);
  const { edit } = useEditor();
  const { id } = gate;
  const place = (field: string) => ({ list: 'gates' as const, id, field });
  const set = (field: string) => (value: unknown) =>
    edit((draft) => changeGate(draft, id, { [field]: value } satisfies JsonObject), `gates ${id} ${field}`);
  return (
    <section className="ui-panel">
      <h2 className="ui-row">
        <span className="ui-spread">{textOf(own(gate, 'title')) || t('drafting.untitled')}</span>
        <Button small look="danger" onClick={() => edit((draft) => removeGate(draft, id))}>
          {t('drafting.gates.remove')}
        </Button>
      </h2>
      <div className="ui-form-fields draft-panel-fields draft-gate">
        <TextEntry
          place={place('title')}
          label={t('drafting.gates.title')}
          keep
          value={own(gate, 'title')}
          onChange={set('title')}
        />
        <TextEntry
          place={place('fact')}
          label={t('drafting.gates.fact')}
          hint={t('drafting.gates.fact-hint')}
          keep
          list="draft-facts"
          value={own(gate, 'fact')}
          onChange={set('fact')}
        />
        <CountEntry
          place={place('atLeast')}
          label={t('drafting.gates.atLeast')}
          unit={t('drafting.gates.times')}
          value={own(gate, 'atLeast')}
          onChange={set('atLeast')}
        />
        <CountEntry
          place={place('months')}
          label={t('drafting.gates.months')}
          unit={t('drafting.gates.month')}
          value={own(gate, 'months')}
          onChange={set('months')}
        />
        <EffectsEditor
          place={place('effects')}
          label={t('drafting.gates.effects')}
          allowed={['cap', 'down', 'zero', 'refuse', 'status']}
          value={own(gate, 'effects')}
          onChange={set('effects')}
        />
        <TextEntry
          place={place('basis')}
          label={t('drafting.gates.basis')}
          full
          lines={1}
          value={own(gate, 'basis')}
          onChange={set('basis')}
        />
      </div>
    </section>
  );
};
