import { Button } from '#platform/ui/button.tsx';
import { FormSection } from '#platform/ui/form/form-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import type { RegistrationGroup, registrationFields } from '../../domain/registration-fields.ts';
import { registrationTexts } from '../../registration.text.ts';
import { FieldNote, type FieldSource, hintOf } from './field-note.tsx';
import { type ClassOption, RegistrationInput } from './registration-input.tsx';
import { RowsField } from './rows-field.tsx';
import { hasPrintedRows, type RegistrationEditing } from './use-registration.ts';
import { useShownValue } from './use-shown-value.ts';

interface Props {
  readonly group: RegistrationGroup;
  readonly declaration: Declaration;
  readonly fields: typeof registrationFields;
  readonly editing: RegistrationEditing;
  readonly editable: boolean;
  /** Fields with a value that was taken over and not looked at yet. */
  readonly open: ReadonlySet<string>;
  readonly classes: readonly ClassOption[];
  readonly onConfirm: (fields: readonly string[]) => Promise<unknown>;
  readonly onEnter: (group: RegistrationGroup) => void;
}

/** One group of the form: its fields, and what of it was taken over and waits for being looked at. */
export const FormGroup = (props: Props) => {
  const t = useText(registrationTexts);
  const { group, fields, declaration, editing, editable } = props;
  const shown = useShownValue(declaration.editionHash);
  const files = declaration.evidence.map((file) => ({ value: file.evidenceId, label: file.fileName }));
  const open = fields.filter(({ name }) => props.open.has(name)).map(({ name }) => name);
  // What was saved a moment ago is told before the server is asked again.
  const sourceOf = (name: string): FieldSource | undefined => {
    const known = declaration.registrationSources[name];
    const v = editing.saved.get(name) ?? 0;
    return v > (known?.v ?? 0) && known?.from !== 'own' ? { from: 'own', on: declaration.today, v } : known;
  };
  const noteOf = (name: string) => {
    const hint = hintOf(name);
    const theirs = editing.theirs(name);
    return (
      <FieldNote
        name={name}
        hint={hint && t(hint)}
        source={sourceOf(name)}
        onConfirm={editable ? () => void props.onConfirm([name]) : undefined}
        theirs={theirs && shown(name, theirs.value)}
        onSettle={(take) => editing.settle(name, take)}
      />
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it follows the focus of the fields inside, nobody works with it
    <div
      id={`group-${group}`}
      className="registration-group"
      onFocus={() => props.onEnter(group)}
      onBlur={editing.flush}
    >
      <FormSection
        title={t(`registration.group.${group}`)}
        note={
          open.length > 0 && editable ? (
            <span className="ui-row registration-open">
              <span className="ui-spread">{t('registration.group.open', { count: open.length })}</span>
              <Button small onClick={() => void props.onConfirm(open)}>
                {t('registration.group.confirm')}
              </Button>
            </span>
          ) : group === 'certificates' ? (
            t('registration.certificate.note')
          ) : undefined
        }
      >
        {fields.map((field) =>
          field.kind === 'rows' ? (
            <RowsField
              key={field.name}
              field={field}
              disabled={!editable}
              note={noteOf(field.name)}
              fixed={hasPrintedRows(field.name)}
              files={files}
            />
          ) : (
            <RegistrationInput
              key={field.name}
              field={field}
              disabled={!editable}
              note={noteOf(field.name)}
              classes={props.classes}
            />
          ),
        )}
      </FormSection>
    </div>
  );
};
