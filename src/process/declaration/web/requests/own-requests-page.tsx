import { usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import type { DeclarationRequest } from '../../requests.contract.ts';
import { requestTexts } from '../../requests.text.ts';
import { declarationHref, useDeclaration } from '../declaration-client.ts';
import { declarationTitles } from '../page-titles.text.ts';
import { ClaimForm } from './claim-form.tsx';
import { ExtensionForm } from './extension-form.tsx';
import { Decision, Proof, RequestStateText, Wanted } from './request-text.tsx';
import { type Bounds, requestsClient } from './requests-client.ts';
import './requests.css';

/** 延期、不列入评估: what the enterprise asked for, and what it may ask for now. */
export const OwnRequestsPage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  const t = useText(requestTexts);
  const titles = useText(declarationTitles);
  const declaration = useDeclaration(declarationId);
  const bounds = useRead(requestsClient.requestBounds, { params: { declarationId } });
  const requests = useRead(requestsClient.declarationRequests, { query: { declarationId } });
  return (
    <Answered read={declaration}>
      {({ register }) => (
        <div className="ui-page">
          <PageHead
            title={t('requests.title')}
            crumbs={[
              { label: titles('list'), href: '/declarations' },
              { label: register.unitName, href: declarationHref(declarationId).record },
            ]}
          />
          <Answered read={requests}>
            {({ rows }) => (
              <>
                {rows.length === 0 && bounds.data?.open && <p className="ui-soft">{t('requests.empty.own')}</p>}
                {rows.map((request) => (
                  <Made key={request.requestId} request={request} />
                ))}
                <Answered read={bounds}>
                  {(found) => <Forms declarationId={declarationId} bounds={found} requests={rows} />}
                </Answered>
              </>
            )}
          </Answered>
        </div>
      )}
    </Answered>
  );
};

const Made = ({ request }: { readonly request: DeclarationRequest }) => {
  const t = useText(requestTexts);
  const withdraw = useCommand(requestsClient.withdrawRequest);
  const { requestId } = request;
  return (
    <section className="ui-panel">
      <h2 className="ui-row">
        {t(`requests.kind.${request.kind}`)} <RequestStateText state={request.state} />
      </h2>
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
          ...(request.state === 'pending'
            ? []
            : [{ label: t('requests.decision'), value: <Decision request={request} />, wide: true }]),
        ]}
      />
      {request.actions.includes('withdraw') && (
        <div className="request-body">
          <ConfirmAction
            label={t('requests.withdraw')}
            small
            consequences={[t('requests.withdraw.consequence')]}
            onConfirm={async () => {
              await withdraw.run({ params: { requestId } });
              announce(t('requests.withdrawn'));
            }}
          />
        </div>
      )}
    </section>
  );
};

interface FormsProps {
  readonly declarationId: string;
  readonly bounds: Bounds;
  readonly requests: readonly DeclarationRequest[];
}

const Forms = ({ declarationId, bounds, requests }: FormsProps) => {
  const t = useText(requestTexts);
  const pending = (kind: DeclarationRequest['kind']) =>
    requests.some((one) => one.kind === kind && one.state === 'pending');
  if (!bounds.open) return <Notice>{t('requests.handed-in')}</Notice>;
  return (
    <>
      {!pending('extension') && <ExtensionForm declarationId={declarationId} bounds={bounds} />}
      {!pending('not-assessed') && <ClaimForm declarationId={declarationId} bounds={bounds} />}
    </>
  );
};
