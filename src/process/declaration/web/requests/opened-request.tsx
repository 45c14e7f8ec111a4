import { useId, useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { Why } from '#platform/ui/why.tsx';
import type { DeclarationRequest } from '../../requests.contract.ts';
import { requestTexts } from '../../requests.text.ts';
import { Decision, Proof, Wanted } from './request-text.tsx';
import { requestsClient } from './requests-client.ts';

/** A request as the officer reads and decides it. */
export const OpenedRequest = ({ request }: { readonly request: DeclarationRequest }) => {
  const t = useText(requestTexts);
  return (
    <>
      <Facts
        facts={[
          { label: t('requests.wanted'), value: <Wanted request={request} />, wide: true },
          { label: t('requests.explanation'), value: request.explanation, wide: true },
          {
            label: t('requests.asked'),
            value: (
              <>
                {request.askedByName} <Time at={request.askedAt} />
              </>
            ),
          },
          { label: t('requests.proof'), value: <Proof request={request} /> },
          ...(request.ground
            ? [
                {
                  label: t('requests.claim.ground'),
                  value: `${request.ground.name}（${request.ground.basis}）`,
                  wide: true,
                },
              ]
            : []),
          ...(request.state === 'pending'
            ? []
            : [{ label: t('requests.decision'), value: <Decision request={request} />, wide: true }]),
        ]}
      />
      <Actions request={request} />
    </>
  );
};

const Actions = ({ request }: { readonly request: DeclarationRequest }) => {
  const t = useText(requestTexts);
  const decide = useCommand(requestsClient.decideRequest);
  const reinstate = useCommand(requestsClient.reinstate);
  const [until, setUntil] = useState(request.wantedUntil ?? '');
  const { requestId, kind, actions } = request;
  if (actions.length === 0) return null;
  const decided = async (body: { grant: boolean; reason: string; until?: string }) => {
    await decide.run({ params: { requestId }, body });
    announce(t('requests.decided'));
  };
  return (
    <p className="ui-row">
      {actions.includes('grant') && (
        <ConfirmAction
          label={t('requests.grant')}
          primary
          reason="required"
          consequences={[t(`requests.grant.${kind}`)]}
          onConfirm={(reason) => decided({ grant: true, reason, ...(kind === 'extension' && { until }) })}
        >
          {kind === 'extension' && <DayInput label={t('requests.grant.until')} value={until} onChange={setUntil} />}
        </ConfirmAction>
      )}
      {actions.includes('refuse') && (
        <ConfirmAction
          label={t('requests.refuse')}
          reason="required"
          consequences={[t('requests.refuse.consequence')]}
          onConfirm={(reason) => decided({ grant: false, reason })}
        />
      )}
      {actions.includes('reinstate') && (
        <ConfirmAction
          label={t('requests.reinstate')}
          reason="required"
          consequences={[t('requests.reinstate.consequence')]}
          onConfirm={async (reason) => {
            await reinstate.run({ params: { requestId }, body: { reason, until } });
            announce(t('requests.reinstated'));
          }}
        >
          <DayInput label={t('requests.reinstate.until')} value={until} onChange={setUntil} />
        </ConfirmAction>
      )}
      <Why title={t('requests.why')} lines={[{ text: t('requests.why.body') }]} />
    </p>
  );
};

const DayInput = (props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}) => {
  const field = useId();
  return (
    <label htmlFor={field}>
      {props.label}{' '}
      <input
        id={field}
        type="date"
        className="ui-input"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
};
