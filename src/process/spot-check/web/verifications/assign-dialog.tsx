import { useState } from 'react';
import type { AnswerOf } from '#platform/contract.ts';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { issuesOf } from '#platform/ui/api/faults.ts';
import { Button } from '#platform/ui/button.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { statesFor } from '../../domain/verification.ts';
import { spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationLine, VerificationRecord, verificationContract } from '../../verification.contract.ts';
import { verificationClient } from '../spot-check-client.ts';
import './verifications.css';

type Unit = Pick<VerificationLine, 'verificationId' | 'version' | 'state' | 'industry' | 'unitName' | 'experts'>;
type Expert = AnswerOf<typeof verificationContract.experts>['experts'][number];

/** 指派专家: the same experts for units of one industry, one of them the lead. */
export const AssignDialog = (props: {
  readonly units: readonly Unit[];
  readonly needed: VerificationRecord['expertsPerUnit'];
  readonly onDone?: () => void;
  readonly onClose: () => void;
}) => {
  const t = useText(spotCheckTexts);
  const { units, onClose } = props;
  const [first] = units;
  const industries = new Set(units.map(({ industry }) => industry));
  const wrong = units.some(({ state }) => !statesFor('assign').includes(state));
  const read = useRead(
    verificationClient.experts,
    { query: { industry: first?.industry ?? '', verificationId: units.map(({ verificationId }) => verificationId) } },
    { enabled: industries.size === 1 && !wrong },
  );
  return (
    <Dialog title={t('assign.title', { count: units.length })} shape="wide" onClose={onClose}>
      {wrong && <Notice wrong>{t('assign.wrong-state')}</Notice>}
      {industries.size > 1 && <Notice wrong>{t('assign.mixed')}</Notice>}
      {industries.size === 1 && !wrong && (
        <Answered read={read}>
          {({ experts }) =>
            experts.length === 0 ? <Notice wrong>{t('assign.none')}</Notice> : <Choice {...props} experts={experts} />
          }
        </Answered>
      )}
    </Dialog>
  );
};

const Choice = (props: {
  readonly units: readonly Unit[];
  readonly needed: VerificationRecord['expertsPerUnit'];
  readonly experts: readonly Expert[];
  readonly onDone?: () => void;
  readonly onClose: () => void;
}) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const faults = useFaultText();
  const assign = useCommand(verificationClient.assignExperts);
  const { units, experts, onClose } = props;
  // One unit is changed from what it has; several start afresh.
  const before = units.length === 1 ? (units[0]?.experts ?? []) : [];
  const [chosen, setChosen] = useState<readonly string[]>(before.map(({ accountId }) => accountId));
  const [lead, setLead] = useState<string | null>(before.find((one) => one.lead)?.accountId ?? null);
  const leader = lead !== null && chosen.includes(lead) ? lead : (chosen[0] ?? null);
  const issues = issuesOf(assign.error);
  const toggle = (accountId: string, on: boolean) =>
    setChosen(on ? [...chosen, accountId] : chosen.filter((one) => one !== accountId));
  const handleAssign = async () => {
    if (leader === null) return;
    await assign
      .run({
        body: {
          verifications: units.map(({ verificationId, version }) => ({ verificationId, baseVersion: version })),
          experts: [...chosen],
          lead: leader,
        },
      })
      .then(
        ({ assigned }) => {
          announce(t('assign.done', { count: assigned }));
          props.onDone?.();
          onClose();
        },
        // The command keeps the fault, which stands above the buttons.
        () => undefined,
      );
  };
  return (
    <>
      <p>{units.map(({ unitName }) => unitName).join(ui('text.comma'))}</p>
      <p className="ui-soft">{t('assign.needed', { count: props.needed.value, basis: props.needed.basis })}</p>
      <ul className="assign-experts">
        {experts.map((expert) => (
          <li key={expert.accountId}>
            <label className="ui-choice">
              <input
                type="checkbox"
                disabled={expert.recused}
                checked={chosen.includes(expert.accountId)}
                onChange={(event) => toggle(expert.accountId, event.target.checked)}
              />
              <b>{expert.name}</b>
            </label>
            <span className="ui-soft ui-spread">
              {t('assign.open', { count: expert.open })}
              {expert.before && ` · ${t('assign.before')}`}
              {expert.recused && ` · ${t('assign.recused')}`}
            </span>
            {chosen.includes(expert.accountId) && (
              <label className="ui-choice">
                <input
                  type="radio"
                  name="lead"
                  checked={leader === expert.accountId}
                  onChange={() => setLead(expert.accountId)}
                />
                {t('assign.lead')}
              </label>
            )}
          </li>
        ))}
      </ul>
      {before.length > 0 && <p className="ui-soft">{t('assign.replaces')}</p>}
      {assign.error !== undefined && (
        <Notice wrong>
          {issues.length > 0
            ? issues.map((issue) => <p key={JSON.stringify(issue)}>{faults.issue(issue)}</p>)
            : faults.fault(assign.error)}
        </Notice>
      )}
      <footer>
        <Button onClick={onClose}>{ui('action.cancel')}</Button>
        <Button
          look="primary"
          pending={assign.pending}
          disabled={chosen.length < props.needed.value}
          onClick={() => void handleAssign()}
        >
          {t('assign.submit')}
        </Button>
      </footer>
    </>
  );
};
