import { useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Consequence, registerChangeContract } from '../../register-change.contract.ts';
import { registerChangeTexts } from '../../register-change.text.ts';
import { registerChangeClient } from './client.ts';
import { useEffectText } from './consequences.tsx';

type Change = ResultOf<typeof registerChangeContract.registerChange>;
type Choice = 'keep' | 'move';

/** 同意 and 不同意, with what each does. */
export const Decide = ({ change }: { readonly change: Change }) => {
  const t = useText(registerChangeTexts);
  const effect = useEffectText();
  const { run } = useCommand(registerChangeClient.decideRegisterChange);
  const [without, setWithout] = useState(false);
  const [reviews, setReviews] = useState<Readonly<Record<string, Choice>>>({});
  const { changeId, version: baseVersion, consequences } = change;
  const silent = change.remarks.some(({ at }) => at === null);
  const decide = (decision: 'approve' | 'refuse', reason: string) =>
    run({
      params: { changeId },
      body: { baseVersion, decision, reason, withoutRemarks: without, reviews: { ...reviews } },
    });
  const moved = consequences.filter(({ rule, edition }) => rule !== 'unchanged' || edition !== 'same');
  return (
    <>
      <ConfirmAction
        label={t('registerChange.refuse')}
        danger
        reason="required"
        consequences={[t('registerChange.refuse.effect')]}
        onConfirm={async (reason) => {
          await decide('refuse', reason);
          announce(t('registerChange.refused'));
        }}
      />
      <ConfirmAction
        label={t('registerChange.approve')}
        primary
        reason="optional"
        consequences={[
          t('registerChange.approve.effect'),
          ...(moved.length === 0
            ? [t('registerChange.approve.nothing')]
            : moved.map((one) => t('registerChange.approve.moves', { unit: one.unitName, effect: effect(one) }))),
        ]}
        onConfirm={async (reason) => {
          await decide('approve', reason);
          announce(t('registerChange.approved'));
        }}
      >
        {consequences
          .filter(({ rule }) => rule === 'choose')
          .map((one) => (
            <ReviewChoice
              key={one.declarationId}
              of={one}
              chosen={reviews[one.declarationId]}
              onChoose={(choice) => setReviews((before) => ({ ...before, [one.declarationId]: choice }))}
            />
          ))}
        {silent && (
          <label className="ui-choice">
            <input type="checkbox" checked={without} onChange={(event) => setWithout(event.target.checked)} />
            {t('registerChange.approve.without')}
          </label>
        )}
      </ConfirmAction>
    </>
  );
};

/** Whether a review that has begun stays or goes: asked without a proposal, since neither is the usual one. */
const ReviewChoice = (props: {
  readonly of: Consequence;
  readonly chosen: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}) => {
  const t = useText(registerChangeTexts);
  const { of, chosen, onChoose } = props;
  const names = { from: of.from.name, to: of.to.name };
  return (
    <fieldset className="register-effect">
      <legend>{t('registerChange.approve.choose', { unit: of.unitName })}</legend>
      {(['keep', 'move'] as const).map((choice) => (
        <label key={choice} className="ui-choice">
          <input
            type="radio"
            name={`review-${of.declarationId}`}
            checked={chosen === choice}
            onChange={() => onChoose(choice)}
          />
          {t(`registerChange.approve.${choice}`, names)}
        </label>
      ))}
    </fieldset>
  );
};

/** 提出意见 as a body concerned. */
export const Remark = ({ changeId }: { readonly changeId: string }) => {
  const t = useText(registerChangeTexts);
  const { run } = useCommand(registerChangeClient.remarkOnRegisterChange);
  const say = (agrees: boolean) => async (remark: string) => {
    await run({ params: { changeId }, body: { agrees, remark } });
    announce(t('registerChange.remarked'));
  };
  const effect = [t('registerChange.remark.effect')];
  return (
    <>
      <ConfirmAction
        label={t('registerChange.remark.objects')}
        danger
        reason="required"
        consequences={effect}
        onConfirm={say(false)}
      />
      <ConfirmAction
        label={t('registerChange.remark.agrees')}
        primary
        reason="required"
        consequences={effect}
        onConfirm={say(true)}
      />
    </>
  );
};

export const Withdraw = ({ change: { changeId, version } }: { readonly change: Change }) => {
  const t = useText(registerChangeTexts);
  const { run } = useCommand(registerChangeClient.withdrawRegisterChange);
  return (
    <ConfirmAction
      label={t('registerChange.withdraw')}
      danger
      consequences={[t('registerChange.withdraw.effect')]}
      onConfirm={async () => {
        await run({ params: { changeId }, body: { baseVersion: version } });
        announce(t('registerChange.withdrawn'));
      }}
    />
  );
};
