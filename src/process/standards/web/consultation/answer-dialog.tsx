import { type ReactNode, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import { Author } from './states.tsx';

interface Props<Answer extends string> {
  readonly title: string;
  /** What is answered. */
  readonly said: { readonly authorOf: string; readonly authorName: string; readonly text: string };
  /** What it is about. */
  readonly about?: string;
  readonly options: readonly { readonly value: Answer; readonly label: string; readonly note?: string }[];
  readonly before: Answer | null;
  readonly reason: string;
  /** Of the body of the command: a choice under `field`, a `reason`, and what the person saw `before`. */
  readonly schema: z.ZodType;
  readonly field: 'ruling' | 'outcome';
  readonly send: (answer: Answer, reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** An answer to what somebody said about a standard, one of two, with the reason. */
export const AnswerDialog = <Answer extends string>(props: Props<Answer>): ReactNode => {
  const t = useText(consultationTexts);
  const ui = useUiText();
  const { said, options, before, field } = props;
  const form = useForm<Readonly<Record<string, unknown>>>({
    initial: { before, [field]: before, reason: props.reason },
    schema: props.schema,
    submit: async (values) => {
      await props.send(values[field] as Answer, String(values.reason));
      announce(t('answer.done'));
      props.onClose();
    },
  });
  const chosen = useSyncExternalStore(form.subscribe, () => form.values()[field]);
  const note = options.find(({ value }) => value === chosen)?.note;
  return (
    <Dialog title={props.title} shape="wide" onClose={props.onClose}>
      <FormBody
        form={form}
        submitLabel={t('answer.submit')}
        beside={<Button onClick={props.onClose}>{ui('action.cancel')}</Button>}
      >
        {props.about && <p className="ui-soft">{props.about}</p>}
        <blockquote className="ui-notice csl-text" style={{ margin: 0 }}>
          <b>
            <Author {...said} />
          </b>
          <br />
          {said.text}
        </blockquote>
        <ChoiceField name={field} label={t('answer.field')} required options={options} />
        <LongTextField
          name="reason"
          label={t('answer.reason')}
          hint={t('answer.reason-hint')}
          limit={1000}
          rows={4}
          required
        />
        {note && <Notice>{note}</Notice>}
      </FormBody>
    </Dialog>
  );
};
