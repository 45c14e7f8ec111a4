import { useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { DayField, LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useField, useForm } from '#platform/ui/form/store.ts';
import { Select } from '#platform/ui/kit.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { Edition } from '#process/standards/domain/index.ts';
import { itemName } from '#process/standards/edition-words.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewTexts } from '../../review.text.ts';
import { reviewClient } from '../review-client.ts';
import type { Examination } from './use-examination.ts';
import type { ReviewedResult } from './use-result.ts';

interface Props {
  readonly review: Workbench;
  readonly edition: Edition;
  readonly result: ReviewedResult;
  readonly examination: Examination;
}

type Item = { readonly itemId: string; readonly comment: string };

/** 退回补正: reason, items with what is to be corrected, last day. */
export const ReturnAction = (props: Props) => {
  const t = useText(reviewTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="danger" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('review.action.return')}
      </Button>
      {open && (
        <Dialog title={t('review.return.title')} shape="wide" onClose={() => setOpen(false)}>
          <ReturnForm {...props} onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
};

const ReturnForm = ({ review, edition, result, examination, onClose }: Props & { readonly onClose: () => void }) => {
  const t = useText(reviewTexts);
  const ui = useUiText();
  const command = useCommand(reviewClient.returnForCorrection);
  const { correctionWorkingDays, correctionDueOn } = review.bounds;
  const form = useForm({
    initial: {
      reason: '',
      items: result.verdicts
        .filter(({ verdict, comment }) => verdict !== 'agree' || comment !== '')
        .map(({ itemId, comment }): Item => ({ itemId, comment })),
      due: correctionDueOn as string | null,
    },
    submit: async ({ reason, items, due }) => {
      await command.run({
        params: { reviewId: review.reviewId },
        body: {
          baseVersion: examination.version(),
          reason,
          items,
          ...(due === null ? {} : { due: { on: due } }),
        },
      });
      onClose();
    },
  });
  if (examination.state.waiting > 0) return <Notice>{t('review.propose.saving')}</Notice>;
  return (
    <FormBody
      form={form as never}
      submitLabel={t('review.return.submit')}
      beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
    >
      <p>{t('review.return.once')}</p>
      <LongTextField name="reason" label={t('review.return.reason')} required rows={2} limit={1000} />
      <ReturnedItems edition={edition} />
      <DayField
        name="due"
        label={t('review.return.due')}
        required
        min={review.today}
        max={review.campaign.endsOn}
        hint={t('review.return.due.hint', {
          days: correctionWorkingDays.value,
          basis: correctionWorkingDays.basis,
        })}
      />
    </FormBody>
  );
};

const ReturnedItems = ({ edition }: { readonly edition: Edition }) => {
  const t = useText(reviewTexts);
  const ui = useUiText();
  const faults = useFaultText();
  const { value, set, issues } = useField('items', t('review.return.items'));
  const items = value as readonly Item[];
  const byId = new Map(edition.items.map((item) => [item.id, item]));
  const nameOf = (id: string) => {
    const item = byId.get(id);
    return item ? itemName(item) : id;
  };
  return (
    <div className="ui-field full">
      <span className="ui-field-label">{t('review.return.items')}</span>
      <p className="ui-field-hint">{t('review.return.items.hint')}</p>
      {items.length === 0 && <p className="ui-soft">{t('review.return.items.none')}</p>}
      <ul className="work-returned">
        {items.map(({ itemId, comment }, at) => (
          <li key={itemId}>
            <span>{nameOf(itemId)}</span>
            <textarea
              className="ui-input"
              rows={1}
              maxLength={1000}
              aria-label={`${nameOf(itemId)} ${t('review.return.comment')}`}
              aria-invalid={comment.trim() === '' || undefined}
              placeholder={t('review.return.comment')}
              value={comment}
              onChange={(event) =>
                set(items.map((one, index) => (index === at ? { itemId, comment: event.target.value } : one)))
              }
            />
            <Button small look="text" onClick={() => set(items.filter((one) => one.itemId !== itemId))}>
              {ui('action.delete')}
            </Button>
          </li>
        ))}
      </ul>
      {items.some(({ comment }) => comment.trim() === '') && (
        <p className="ui-field-fault">{t('review.return.comment.missing')}</p>
      )}
      {issues.length > 0 && <p className="ui-field-fault">{issues.map((issue) => faults.issue(issue)).join(' ')}</p>}
      <Select
        style={{ width: '100%' }}
        placeholder={t('review.return.items.add')}
        aria-label={t('review.return.items.add')}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        getPopupContainer={(node: HTMLElement) => node.parentElement ?? node}
        options={edition.items
          .filter(({ id }) => !items.some(({ itemId }) => itemId === id))
          .map((item) => ({ value: item.id, label: itemName(item) }))}
        onChange={(itemId: string | null) => {
          if (itemId !== null) set([...items, { itemId, comment: '' }]);
        }}
      />
    </div>
  );
};
