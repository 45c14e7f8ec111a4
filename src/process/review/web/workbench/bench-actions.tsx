import { useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { History } from '#platform/ui/record/history.tsx';
import { useCodeText, useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewTexts } from '../../review.text.ts';
import { opinionFormHref, reviewClient } from '../review-client.ts';
import { ProposeAction } from './propose-dialog.tsx';
import { ReturnAction } from './return-dialog.tsx';
import type { Examination } from './use-examination.ts';
import type { ReviewedResult } from './use-result.ts';

interface Props {
  readonly review: Workbench;
  readonly loaded: LoadedEdition;
  readonly result: ReviewedResult;
  readonly examination: Examination;
  readonly onItem: (itemId: string) => void;
}

/** What this person may do with the review; dangerous ones first, the primary one last. */
export const BenchActions = (props: Props) => {
  const { review } = props;
  const may = (action: Workbench['actions'][number]) => review.actions.includes(action);
  return (
    <>
      <Papers review={review} />
      {may('take-over') && <TakeOver review={review} />}
      {may('return') && <ReturnAction {...props} edition={props.loaded.edition} />}
      {may('send-back') && <SendBack review={review} />}
      {may('take-up') && <TakeUp review={review} />}
      {may('propose') && <ProposeAction {...props} />}
      {may('sign-off') && <SignOff review={review} />}
      {may('transmit') && <Transmit />}
    </>
  );
};

const Papers = ({ review }: { readonly review: Workbench }) => {
  const t = useText(reviewTexts);
  const code = useCodeText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="text" onClick={() => setOpen(true)} aria-haspopup="dialog">
        {t('review.action.history')}
      </Button>
      {review.proposal && (
        <a className="ui-button" href={opinionFormHref(review.reviewId)} target="_blank" rel="noreferrer">
          {t('review.action.print')}
        </a>
      )}
      {open && (
        <Dialog title={t('review.action.history')} shape="drawer" onClose={() => setOpen(false)}>
          <History
            entries={review.history.map(({ entryId, at, command, who, note }) => ({
              id: entryId,
              at,
              what: code(`command.${command}`) ?? command,
              who,
              note,
            }))}
          />
        </Dialog>
      )}
    </>
  );
};

const TakeUp = ({ review }: { readonly review: Workbench }) => {
  const t = useText(reviewTexts);
  const faults = useFaultText();
  const command = useCommand(reviewClient.takeUp);
  const handleClick = () =>
    command
      .run({ params: { reviewId: review.reviewId }, body: { baseVersion: review.version } })
      .catch((error: unknown) => announce(faults.fault(error), { wrong: true }));
  return (
    <Button look="primary" pending={command.pending} onClick={() => void handleClick()}>
      {t('review.action.take-up')}
    </Button>
  );
};

const TakeOver = ({ review }: { readonly review: Workbench }) => {
  const t = useText(reviewTexts);
  const command = useCommand(reviewClient.takeOver);
  return (
    <ConfirmAction
      label={t('review.action.take-over')}
      reason="required"
      consequences={[
        t('review.action.take-over.effect', { by: review.reviewerName }),
        t('review.action.take-over.seen'),
      ]}
      onConfirm={(reason) =>
        command.run({
          params: { reviewId: review.reviewId },
          body: { baseVersion: review.version, confirmed: true, reason },
        })
      }
    />
  );
};

const SignOff = ({ review }: { readonly review: Workbench }) => {
  const t = useText(reviewTexts);
  const command = useCommand(reviewClient.signOff);
  const code = review.proposal?.proposedClass;
  const name = review.classes.find((one) => one.code === code)?.name ?? code ?? '';
  return (
    <ConfirmAction
      label={t('review.action.sign-off')}
      primary
      consequences={[t('review.action.sign-off.effect', { class: name }), t('review.action.sign-off.next')]}
      onConfirm={() => command.run({ params: { reviewId: review.reviewId }, body: { baseVersion: review.version } })}
    />
  );
};

const SendBack = ({ review }: { readonly review: Workbench }) => {
  const t = useText(reviewTexts);
  const command = useCommand(reviewClient.sendBack);
  return (
    <ConfirmAction
      label={t('review.action.send-back')}
      danger
      reason="required"
      consequences={[t('review.action.send-back.effect', { by: review.proposal?.proposedByName ?? '' })]}
      onConfirm={(note) =>
        command.run({ params: { reviewId: review.reviewId }, body: { baseVersion: review.version, note } })
      }
    />
  );
};

const Transmit = () => {
  const t = useText(reviewTexts);
  return (
    <LinkButton href="/batches/new" look="primary">
      {t('batch.make')}
    </LinkButton>
  );
};
