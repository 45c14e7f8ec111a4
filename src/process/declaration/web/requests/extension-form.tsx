import { announce } from '#platform/ui/announce.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { DayField, LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { requestsContract } from '../../requests.contract.ts';
import { requestTexts } from '../../requests.text.ts';
import { type Bounds, requestsClient } from './requests-client.ts';
import './requests.css';

/** 申请延期, within what the scheme allows. */
export const ExtensionForm = (props: { readonly declarationId: string; readonly bounds: Bounds }) => {
  const t = useText(requestTexts);
  const { extension, dueOn, bodyName } = props.bounds;
  return (
    <section className="ui-panel">
      <h2>{t('requests.extension.ask')}</h2>
      <div className="request-body">
        {extension === null && <p className="ui-soft">{t('requests.extension.none')}</p>}
        {extension && extension.latest <= dueOn && (
          <p className="ui-soft">{t('requests.extension.no-room', { dueOn })}</p>
        )}
        {extension && extension.latest > dueOn && extension.grantedBefore >= extension.times && (
          <p className="ui-soft">{t('requests.extension.used', { times: extension.times })}</p>
        )}
        {extension && extension.latest > dueOn && extension.grantedBefore < extension.times && (
          <>
            <p>
              {t('requests.extension.text', {
                dueOn,
                latest: extension.latest,
                workingDays: extension.workingDays,
                times: extension.times,
                body: bodyName,
              })}
            </p>
            <p className="ui-soft">{t('requests.extension.basis', { basis: extension.basis })}</p>
            <Ask declarationId={props.declarationId} latest={extension.latest} bodyName={bodyName} />
          </>
        )}
      </div>
    </section>
  );
};

const Ask = (props: { readonly declarationId: string; readonly latest: string; readonly bodyName: string }) => {
  const t = useText(requestTexts);
  const ask = useCommand(requestsClient.askExtension);
  const { declarationId, latest, bodyName } = props;
  const form = useForm({
    initial: { until: latest as string | null, reason: '' },
    schema: requestsContract.askExtension.body,
    submit: async ({ until, reason }) => {
      await ask.run({ params: { declarationId }, body: { until: until ?? '', reason } });
      announce(t('requests.extension.sent', { body: bodyName }));
    },
  });
  return (
    <FormBody form={form} submitLabel={t('requests.extension.ask')}>
      <DayField
        name="until"
        label={t('requests.extension.until')}
        hint={t('requests.latest', { latest })}
        max={latest}
        required
      />
      <LongTextField name="reason" label={t('requests.extension.reason')} limit={1000} rows={3} required />
    </FormBody>
  );
};
