import { Button } from '#platform/ui/button.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { elementRows, textOf } from '../../../domain/draft-editing.ts';
import type { EffectKind } from '../../../domain/edition.ts';
import { isObject, own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { useDraftPart } from './editor-context.tsx';
import { CountInput, Entry } from './entries.tsx';
import type { Place } from './fault-place.ts';

const KINDS: readonly EffectKind[] = ['cap', 'down', 'zero', 'refuse', 'status'];

const kindOf = (effect: unknown): EffectKind | undefined =>
  isObject(effect) ? KINDS.find((kind) => Object.hasOwn(effect, kind)) : undefined;

/** What follows: one line for each effect, in words that read as a sentence. */
export const EffectsEditor = (props: {
  readonly place: Place;
  readonly label: string;
  readonly hint?: string;
  readonly allowed: readonly EffectKind[];
  readonly value: unknown;
  readonly onChange: (effects: readonly unknown[]) => void;
}) => {
  const t = useText(draftingTexts);
  const ui = useUiText();
  const effects: readonly unknown[] = Array.isArray(props.value) ? props.value : [];
  const classes = useDraftPart((draft) => draft.classes);
  const firstOf = (ranked: boolean) => classes.find((one) => (own(one, 'rank') !== undefined) === ranked)?.code ?? '';
  const last = [...classes].reverse().find((one) => own(one, 'rank') !== undefined)?.code ?? '';
  const begun = (kind: EffectKind): object =>
    ({
      cap: { cap: last },
      down: { down: 1 },
      zero: { zero: '' },
      refuse: { refuse: true },
      status: { status: firstOf(false) },
    })[kind];
  const replace = (at: number, next: unknown) =>
    props.onChange(effects.map((one, index) => (index === at ? next : one)));
  return (
    <Entry place={props.place} label={props.label} hint={props.hint} group full>
      {(control) => (
        <div className="draft-lines" id={control.id} tabIndex={-1}>
          {effects.map((effect, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: effects have no name of their own
            <div className="draft-line" key={at}>
              <select
                className="ui-select"
                aria-label={t('drafting.effect.kind')}
                value={kindOf(effect) ?? ''}
                onChange={(event) => replace(at, begun(event.target.value as EffectKind))}
              >
                {kindOf(effect) === undefined && <option value="">{t('drafting.effect.unknown')}</option>}
                {KINDS.filter((kind) => props.allowed.includes(kind) || kind === kindOf(effect)).map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`drafting.effect.${kind}`)}
                  </option>
                ))}
              </select>
              <Operand effect={effect} onChange={(next) => replace(at, next)} />
              <Button
                small
                look="text"
                aria-label={`${ui('action.delete')} ${at + 1}`}
                onClick={() => props.onChange(effects.filter((_, index) => index !== at))}
              >
                ×
              </Button>
            </div>
          ))}
          <Button small look="link" onClick={() => props.onChange([...effects, begun(props.allowed[0] ?? 'cap')])}>
            {t('drafting.effect.add')}
          </Button>
        </div>
      )}
    </Entry>
  );
};

const Operand = ({ effect, onChange }: { readonly effect: unknown; readonly onChange: (effect: object) => void }) => {
  const t = useText(draftingTexts);
  const kind = kindOf(effect);
  if (kind === undefined || kind === 'refuse' || !isObject(effect)) return null;
  if (kind === 'down') {
    return (
      <>
        <CountInput
          className="tiny"
          aria-label={t('drafting.effect.by')}
          value={own(effect, 'down')}
          onChange={(down) => onChange({ down: down ?? '' })}
        />
        <span className="ui-soft">{t('drafting.effect.ranks')}</span>
      </>
    );
  }
  const value = textOf(own(effect, kind));
  return kind === 'zero' ? (
    <ElementSelect value={value} onChange={(zero) => onChange({ zero })} />
  ) : (
    <ClassSelect ranked={kind === 'cap'} value={value} onChange={(code) => onChange({ [kind]: code })} />
  );
};

interface SelectProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const ClassSelect = ({ ranked, value, onChange }: SelectProps & { readonly ranked: boolean }) => {
  const t = useText(draftingTexts);
  const classes = useDraftPart((draft) => draft.classes);
  const choices = classes.filter((one) => (own(one, 'rank') !== undefined) === ranked);
  return (
    <select
      className="ui-select"
      aria-label={t('drafting.effect.class')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {!choices.some(({ code }) => code === value) && <option value={value}>{value || t('drafting.choose')}</option>}
      {choices.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two classes may have one code until that is mended
        <option key={index} value={one.code}>
          {textOf(own(one, 'name')) || one.code}
        </option>
      ))}
    </select>
  );
};

/** Every element, set in by its level. */
export const ElementSelect = ({ value, onChange, ...control }: SelectProps & { readonly id?: string }) => {
  const t = useText(draftingTexts);
  const elements = useDraftPart((draft) => draft.elements);
  const rows = elementRows({ elements });
  return (
    <select
      {...control}
      className="ui-select"
      aria-label={control.id === undefined ? t('drafting.element') : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {!elements.some(({ id }) => id === value) && <option value={value}>{value || t('drafting.choose')}</option>}
      {rows.map(({ element, level }) => (
        <option key={element.id} value={element.id}>
          {`${'\u3000'.repeat(level - 1)}${textOf(own(element, 'clause'))} ${textOf(own(element, 'title')) || t('drafting.untitled')}`}
        </option>
      ))}
    </select>
  );
};
