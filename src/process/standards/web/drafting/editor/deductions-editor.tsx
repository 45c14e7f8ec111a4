import { Button } from '#platform/ui/button.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { textOf } from '../../../domain/draft-editing.ts';
import { isObject, own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { Entry, PointsInput } from './entries.tsx';
import type { Place } from './fault-place.ts';

/** Rules that are counted out: a reason, and what each time costs or that everything goes. */
export const DeductionsEditor = (props: {
  readonly place: Place;
  readonly label: string;
  readonly value: unknown;
  /** Undefined where no rule is left. */
  readonly onChange: (rules: readonly unknown[] | undefined) => void;
}) => {
  const t = useText(draftingTexts);
  const ui = useUiText();
  const rules: readonly unknown[] = Array.isArray(props.value) ? props.value : [];
  const set = (next: readonly unknown[]) => props.onChange(next.length === 0 ? undefined : next);
  const replace = (at: number, next: object) => set(rules.map((one, index) => (index === at ? next : one)));
  return (
    <Entry place={props.place} label={props.label} hint={t('drafting.rule.hint')} group full>
      {(control) => (
        <div className="draft-lines" id={control.id} tabIndex={-1}>
          {rules.map((given, at) => {
            const rule = isObject(given) ? given : {};
            const text = textOf(own(rule, 'text'));
            const all = own(rule, 'all') === true;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name of their own
              <div className="draft-line" key={at}>
                <input
                  className="ui-input wide"
                  aria-label={t('drafting.rule.text')}
                  placeholder={t('drafting.rule.text')}
                  value={text}
                  onChange={(event) => replace(at, { ...rule, text: event.target.value })}
                />
                <select
                  className="ui-select"
                  aria-label={t('drafting.rule.kind')}
                  value={all ? 'all' : 'some'}
                  onChange={(event) =>
                    replace(at, event.target.value === 'all' ? { text, all: true } : { text, units: 1 })
                  }
                >
                  <option value="some">{t('drafting.rule.some')}</option>
                  <option value="all">{t('drafting.rule.all')}</option>
                </select>
                {!all && (
                  <>
                    <PointsInput
                      className="tiny"
                      aria-label={t('drafting.rule.points')}
                      value={own(rule, 'units')}
                      onChange={(units) => replace(at, { ...rule, units: units ?? '' })}
                    />
                    <span className="ui-soft ui-nowrap">{t('drafting.rule.per')}</span>
                    <input
                      className="ui-input tiny"
                      aria-label={t('drafting.rule.per-label')}
                      placeholder={t('drafting.rule.per-example')}
                      value={textOf(own(rule, 'per'))}
                      onChange={(event) => {
                        const { per: _, ...rest } = rule;
                        replace(at, event.target.value === '' ? rest : { ...rest, per: event.target.value });
                      }}
                    />
                  </>
                )}
                <Button
                  small
                  look="text"
                  aria-label={`${ui('action.delete')} ${at + 1}`}
                  onClick={() => set(rules.filter((_, index) => index !== at))}
                >
                  ×
                </Button>
              </div>
            );
          })}
          <Button small look="link" onClick={() => set([...rules, { text: '', units: 1 }])}>
            {t('drafting.rule.add')}
          </Button>
        </div>
      )}
    </Entry>
  );
};
