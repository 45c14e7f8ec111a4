import { announce } from '#platform/ui/announce.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { draftTotals, withUnitsPerPoint } from '../../../domain/draft-editing.ts';
import { own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { ClassesEditor } from './classes-editor.tsx';
import { useDraft, useEditor } from './editor-context.tsx';
import { StatedTotal, without } from './element-panel.tsx';
import { ChoiceEntry, CountEntry, TextEntry } from './entries.tsx';

/** The document itself: what it is called, how points become a score, and the classes with their thresholds. */
export const HeadPart = ({ industryName }: { readonly industryName: string }) => {
  const t = useText(draftingTexts);
  const draft = useDraft();
  const { edit } = useEditor();
  const place = (field: string) => ({ list: 'head' as const, id: '', field });
  const set = (field: string) => (value: unknown) =>
    edit((now) => (value === undefined ? without(now, field) : { ...now, [field]: value }), `head ${field}`);
  const setUnits = (value: unknown) =>
    edit((now) => {
      if (typeof value !== 'number' || value < 1) return { ...now, unitsPerPoint: value ?? '' };
      const next = withUnitsPerPoint(now, value);
      if (next === undefined) announce(t('drafting.head.units-refused', { units: value }), { wrong: true });
      return next ?? now;
    });
  return (
    <div className="draft-head-part">
      <section className="ui-panel">
        <h2>{t('drafting.head')}</h2>
        <div className="ui-form-fields draft-panel-fields">
          <TextEntry
            place={place('title')}
            label={t('drafting.head.title')}
            full
            keep
            value={own(draft, 'title')}
            onChange={set('title')}
          />
          <div className="ui-field">
            <span className="ui-field-label">{t('drafting.head.industry')}</span>
            <div className="ui-field-control draft-fixed">{industryName}</div>
          </div>
          <TextEntry
            place={place('issued')}
            label={t('drafting.head.issued')}
            type="date"
            value={own(draft, 'issued')}
            onChange={set('issued')}
          />
          <TextEntry
            place={place('basis')}
            label={t('drafting.head.basis')}
            full
            lines={1}
            value={own(draft, 'basis')}
            onChange={set('basis')}
          />
          <TextEntry
            place={place('notice')}
            label={t('drafting.head.notice')}
            hint={t('drafting.head.notice-hint')}
            optional
            value={own(draft, 'notice')}
            onChange={set('notice')}
          />
          <StatedTotal total={own(draft, 'total')} units={draftTotals(draft).whole.units} />
        </div>
      </section>
      <section className="ui-panel">
        <h2>{t('drafting.head.scoring')}</h2>
        <div className="ui-form-fields draft-panel-fields">
          <CountEntry
            place={place('scale')}
            label={t('drafting.head.scale')}
            hint={t('drafting.head.scale-hint')}
            value={own(draft, 'scale')}
            onChange={set('scale')}
          />
          <CountEntry
            place={place('digits')}
            label={t('drafting.head.digits')}
            hint={t('drafting.head.digits-hint')}
            value={own(draft, 'digits')}
            onChange={set('digits')}
          />
          <CountEntry
            place={place('unitsPerPoint')}
            label={t('drafting.head.units')}
            hint={t('drafting.head.units-hint')}
            value={own(draft, 'unitsPerPoint')}
            onChange={setUnits}
          />
          <ChoiceEntry
            place={place('compare')}
            label={t('drafting.head.compare')}
            value={own(draft, 'compare')}
            onChange={set('compare')}
            options={[
              ['printed', t('drafting.head.compare.printed')],
              ['exact', t('drafting.head.compare.exact')],
            ]}
          />
        </div>
      </section>
      <ClassesEditor />
    </div>
  );
};
