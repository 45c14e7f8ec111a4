import { StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatSize } from '#platform/ui/time/format.ts';
import { Time } from '#platform/ui/time/time.tsx';
import type { RequestState } from '../../domain/declaration-requests.ts';
import type { DeclarationRequest } from '../../requests.contract.ts';
import { requestTexts } from '../../requests.text.ts';
import { proofHref } from './requests-client.ts';

const tones: Readonly<Record<RequestState, Tone>> = {
  pending: 'active',
  granted: 'done',
  refused: 'attention',
  withdrawn: 'open',
  ended: 'open',
};

export const RequestStateText = ({ state }: { readonly state: RequestState }) => {
  const t = useText(requestTexts);
  return <StateText tone={tones[state]}>{t(`requests.state.${state}`)}</StateText>;
};

/** What is asked for, in one sentence. */
export const Wanted = ({ request }: { readonly request: DeclarationRequest }) => {
  const t = useText(requestTexts);
  return request.kind === 'extension'
    ? t('requests.wanted.extension', { stood: request.stoodUntil ?? '', wanted: request.wantedUntil ?? '' })
    : t('requests.wanted.not-assessed', { since: request.since ?? '', ground: request.ground?.name ?? '' });
};

export const Proof = ({ request: { proof, requestId } }: { readonly request: DeclarationRequest }) => {
  const t = useText(requestTexts);
  const ui = useUiText();
  if (proof === null) return <span className="ui-soft">{t('requests.proof.none')}</span>;
  return (
    <a href={proofHref(requestId)} target="_blank" rel="noreferrer">
      {ui('text.unit', { title: proof.fileName, unit: formatSize(proof.sizeBytes) })}
    </a>
  );
};

/** What was decided, by whom, when and why, and what came of it. */
export const Decision = ({ request }: { readonly request: DeclarationRequest }) => {
  const ui = useUiText();
  const t = useText(requestTexts);
  return (
    <>
      {request.grantedUntil && <p>{t('requests.granted-until', { until: request.grantedUntil })}</p>}
      {request.decidedAt && request.decidedByName && (
        <p>
          {request.decidedByName} <Time at={request.decidedAt} />
          {ui('text.colon')}
          {request.decisionReason}
        </p>
      )}
      {request.state === 'withdrawn' && request.decidedAt && (
        <p>
          <Time at={request.decidedAt} /> {t('requests.state.withdrawn')}
        </p>
      )}
      {request.reinstatedAt && (
        <p>
          {request.reinstatedByName} <Time at={request.reinstatedAt} /> {t('requests.reinstate')}
          {ui('text.colon')}
          {request.reinstatementReason}
        </p>
      )}
    </>
  );
};
