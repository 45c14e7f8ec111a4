import { createClient } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { auditLogContract } from '../audit-log.contract.ts';
import { auditLogTexts } from '../audit-log.text.ts';

const client = createClient(auditLogContract);

const indented = (payload: string): string => JSON.stringify(JSON.parse(payload), null, 2);

/** What one entry changed, and the digests that prove it unaltered. */
export const AuditEntry = ({ entryId, onSubject }: { readonly entryId: string; readonly onSubject: () => void }) => {
  const t = useText(auditLogTexts);
  const { data } = useRead(client.auditEntry, { params: { entryId } });
  if (!data) return <Loading />;
  return (
    <div>
      <p className="ui-row">
        <b>{t('audit.changed')}</b>
        <Button look="link" onClick={onSubject}>
          {t('audit.of')}
        </Button>
      </p>
      {data.payload === null ? (
        <p>{t('audit.erased')}</p>
      ) : (
        <pre style={{ whiteSpace: 'pre-wrap' }}>{indented(data.payload)}</pre>
      )}
      <p className="ui-soft">
        {t('audit.payloadDigest')} <code>{data.payloadDigest}</code>
        <br />
        {t('audit.entryDigest')} <code>{data.entryDigest ?? t('audit.unsealed')}</code>
        <br />
        {t('audit.link')} <code>{data.link ?? t('audit.unsealed')}</code>
        <br />
        {t('audit.request')} <code>{data.requestId}</code>
      </p>
    </div>
  );
};
