import { useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useField, useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { departableClasses, type Score } from '#process/standards/domain/index.ts';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import { applyVerdicts } from '../../domain/apply-verdicts.ts';
import { examinationGaps } from '../../domain/examination.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewTexts } from '../../review.text.ts';
import { reviewClient } from '../review-client.ts';
import { ReviewClass } from '../review-marks.tsx';
import type { Examination } from './use-examination.ts';
import { type ReviewedResult, submittedAnswers } from './use-result.ts';

interface Props {
  readonly review: Workbench;
  readonly loaded: LoadedEdition;
  readonly result: ReviewedResult;
  readonly examination: Examination;
  /** Shows an item that still lacks something. */
  readonly onItem: (itemId: string) => void;
}

/** 提出初审意见: what is missing, or the computed class, the class proposed and the opinion. */
export const ProposeAction = (props: Props) => {
  const t = useText(reviewTexts);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('review.action.propose')}
      </Button>
      {open && (
        <Dialog title={t('review.propose.title')} shape="wide" onClose={close}>
          <Inside {...props} onClose={close} />
        </Dialog>
      )}
    </>
  );
};

const Inside = (props: Props & { readonly onClose: () => void }) => {
  const t = useText(reviewTexts);
  const faults = useFaultText();
  const { review, loaded, result, examination, onClose } = props;
  const applied = applyVerdicts(loaded.edition, submittedAnswers(review), result.verdicts);
  const gaps = [
    ...(applied.ok ? [] : applied.error.issues),
    ...examinationGaps(loaded.edition, result.verdicts, examination.supervision),
  ];
  const { score } = result;
  if (gaps.length === 0 && score?.class)
    return examination.state.waiting > 0 ? (
      <Notice>{t('review.propose.saving')}</Notice>
    ) : (
      <ProposalForm {...props} score={score} computed={score.class} />
    );
  const go = (path: string) => () => {
    onClose();
    const itemId = path.split('.')[1];
    if (itemId !== undefined) props.onItem(itemId);
  };
  if (gaps.length === 0) return <Notice wrong>{faults.issue({ path: '', code: 'review.notAccepted' })}</Notice>;
  return (
    <Notice wrong>
      <p>{t('review.propose.gaps')}</p>
      <ul className="work-gaps">
        {gaps.map((issue) => {
          const sentence = faults.issue(issue);
          const clause = issue.path.startsWith('items.') ? clauseOf(loaded, issue.path) : '';
          const named = sentence.includes(clause);
          return (
            <li key={`${issue.path} ${issue.code}`}>
              {clause !== '' && (
                <Button look="link" onClick={go(issue.path)}>
                  {named ? sentence : clause}
                </Button>
              )}
              {clause !== '' && named ? '' : ` ${sentence}`}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
};

const clauseOf = ({ edition }: LoadedEdition, path: string): string => {
  const id = path.split('.')[1];
  return edition.items.find((item) => item.id === id)?.clause ?? id ?? path;
};

interface Computed {
  readonly score: Score;
  /** Its class: one that is not accepted has none to propose. */
  readonly computed: string;
  readonly onClose: () => void;
}

const ProposalForm = (props: Props & Computed) => {
  const t = useText(reviewTexts);
  const ui = useUiText();
  const { review, loaded, result, examination, score, computed, onClose } = props;
  const command = useCommand(reviewClient.propose);
  const { departureRanks } = review.bounds;
  const nameOf = (code: string | null) =>
    review.classes.find((one) => one.code === code)?.name ?? code ?? t('review.list.refused');
  const classes = departableClasses(loaded.edition, score, departureRanks.value);
  const unbound = departableClasses(loaded.edition, { ...score, trace: [] }, departureRanks.value);
  const form = useForm({
    initial: {
      proposedClass: computed,
      departureReason: '',
      opinion:
        review.proposal?.opinion ??
        t('review.propose.opinion.draft', {
          self: review.submission.printed,
          selfClass: nameOf(review.submission.classCode),
          adjusted: result.adjusted,
          refused: result.refused,
          reviewed: score.printed,
          reviewedClass: nameOf(computed),
        }),
    },
    submit: async (values) => {
      await command.run({
        params: { reviewId: review.reviewId },
        body: { ...values, baseVersion: examination.version() },
      });
      onClose();
    },
  });
  return (
    <FormBody
      form={form as never}
      submitLabel={t('review.propose.submit')}
      beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
    >
      <p className="ui-row">
        {t('review.propose.computed')}
        {ui('text.colon')}
        <b>{score.printed}</b>
        <ReviewClass classes={review.classes} code={computed} />
      </p>
      <ChoiceField
        name="proposedClass"
        label={t('review.propose.class')}
        required
        hint={
          classes.length < unbound.length
            ? t('review.propose.class.effects')
            : t('review.propose.class.hint', { most: departureRanks.value, basis: departureRanks.basis })
        }
        options={classes.map((value) => ({ value, label: nameOf(value) }))}
      />
      <DepartureReason computed={computed} />
      <LongTextField name="opinion" label={t('review.propose.opinion')} required limit={2000} />
    </FormBody>
  );
};

/** Asked for only where the proposed class is another than the computed one. */
const DepartureReason = ({ computed }: { readonly computed: string }) => {
  const t = useText(reviewTexts);
  const { value } = useField('proposedClass', t('review.propose.class'));
  return value === computed ? null : (
    <LongTextField
      name="departureReason"
      label={t('review.propose.reason')}
      hint={t('review.propose.reason.hint')}
      required
      rows={2}
      limit={1000}
    />
  );
};
