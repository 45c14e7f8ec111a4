import { Link } from '#platform/ui/address.tsx';
import { useRead } from '#platform/ui/data.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatInstant } from '#platform/ui/time/format.ts';
import { useToday } from '#platform/ui/time/time.tsx';
import type { DeclarationRequest } from '../../requests.contract.ts';
import { requestTexts } from '../../requests.text.ts';
import { ownRequestsHref, requestsClient } from './requests-client.ts';

/** On the declaration: what was asked for and is not decided, and what was granted. */
export const RequestBanner = ({ declarationId }: { readonly declarationId: string }) => {
  const read = useRead(requestsClient.declarationRequests, { query: { declarationId } });
  const shown = read.data?.rows.filter(({ state }) => state === 'pending' || state === 'granted') ?? [];
  return shown.map((request) => <Banner key={request.requestId} request={request} />);
};

const Banner = ({ request }: { readonly request: DeclarationRequest }) => {
  const t = useText(requestTexts);
  const ui = useUiText();
  const today = useToday();
  const text = () => {
    if (request.state === 'pending')
      return t('requests.banner.pending', {
        kind: t(`requests.kind.${request.kind}`),
        body: request.bodyName,
        at: formatInstant(request.askedAt, today, ui),
      });
    const reason = request.decisionReason ?? '';
    return request.kind === 'extension'
      ? t('requests.banner.extended', { stood: request.stoodUntil ?? '', until: request.grantedUntil ?? '', reason })
      : t('requests.banner.not-assessed', {
          since: request.since ?? '',
          ground: request.ground?.name ?? '',
          name: request.decidedByName ?? '',
          reason,
        });
  };
  return (
    <Notice>
      {text()} <Link href={ownRequestsHref(request.declarationId)}>{t('requests.open')}</Link>
    </Notice>
  );
};
