import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { LongTextField, TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { consultationContract } from '../../consultation.contract.ts';
import { consultationTexts } from '../../consultation.text.ts';
import type { Edition } from '../../domain/index.ts';
import { itemName } from '../../edition-words.ts';
import { consultationClient } from './consultation-client.ts';

interface Props {
  readonly consultationId: string;
  readonly onClose: () => void;
}

/** A comment on one item, or on the whole (`item` null). */
export const CommentDialog = (
  props: Props & { readonly item: { readonly id: string; readonly name: string } | null },
) => {
  const t = useText(consultationTexts);
  const ui = useUiText();
  const { run } = useCommand(consultationClient.addComment);
  const { item } = props;
  const form = useForm({
    initial: { itemId: item?.id ?? null, comment: '' },
    schema: consultationContract.addComment.body,
    submit: async (body) => {
      await run({ params: { consultationId: props.consultationId }, body });
      announce(t('consultation.comment.sent'));
      props.onClose();
    },
  });
  return (
    <Dialog
      title={item === null ? t('consultation.comment.add-whole') : t('consultation.comment.add')}
      shape="wide"
      onClose={props.onClose}
    >
      <FormBody
        form={form}
        submitLabel={t('consultation.comment.send')}
        beside={<Button onClick={props.onClose}>{ui('action.cancel')}</Button>}
      >
        {item && <p className="ui-soft">{item.name}</p>}
        <LongTextField
          name="comment"
          label={t('consultation.comment.field')}
          hint={t('consultation.comment.hint')}
          limit={2000}
          rows={5}
          required
        />
        <p className="ui-soft">{t('consultation.comment.final')}</p>
      </FormBody>
    </Dialog>
  );
};

/** What came by letter, telephone or in a meeting. */
export const LetterDialog = (props: Props & { readonly edition: Edition }) => {
  const t = useText(consultationTexts);
  const ui = useUiText();
  const { run } = useCommand(consultationClient.recordLetter);
  const form = useForm({
    initial: { itemId: null as string | null, comment: '', authorName: '', authorOf: '' },
    schema: consultationContract.recordLetter.body,
    submit: async (body) => {
      await run({ params: { consultationId: props.consultationId }, body });
      announce(t('consultation.letter.done'));
      props.onClose();
    },
  });
  return (
    <Dialog title={t('consultation.letter.title')} shape="wide" onClose={props.onClose}>
      <FormBody
        form={form}
        submitLabel={t('consultation.letter.submit')}
        beside={<Button onClick={props.onClose}>{ui('action.cancel')}</Button>}
      >
        <TextField name="authorName" label={t('consultation.letter.name')} required />
        <TextField name="authorOf" label={t('consultation.letter.of')} />
        <ChoiceField
          name="itemId"
          label={t('consultation.letter.item')}
          placeholder={t('consultation.comment.whole')}
          options={props.edition.items.map((item) => ({ value: item.id, label: itemName(item) }))}
        />
        <LongTextField name="comment" label={t('consultation.comment.field')} limit={2000} rows={5} required />
      </FormBody>
    </Dialog>
  );
};
