import { useId, useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { fileFault, typesOf } from '#platform/ui/files/file-check.ts';
import { formWith } from '#platform/ui/files/file-upload.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { DayField, LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { useToday } from '#platform/ui/time/time.tsx';
import { proofLimits } from '../../domain/proof-limits.ts';
import { claimFields } from '../../requests.contract.ts';
import { requestTexts } from '../../requests.text.ts';
import { type Bounds, requestsClient } from './requests-client.ts';
import './requests.css';

const limits = { endings: proofLimits.endings, maxBytes: proofLimits.limitBytes };

/** 申报不列入评估: the case, since when, why, and the proof. */
export const ClaimForm = (props: { readonly declarationId: string; readonly bounds: Bounds }) => {
  const t = useText(requestTexts);
  const { grounds, bodyName } = props.bounds;
  return (
    <section className="ui-panel">
      <h2>{t('requests.claim.ask')}</h2>
      <div className="request-body">
        {grounds.length === 0 ? (
          <p className="ui-soft">{t('requests.claim.none')}</p>
        ) : (
          <>
            <p>{t('requests.claim.text', { body: bodyName })}</p>
            <Claim {...props} />
          </>
        )}
      </div>
    </section>
  );
};

const Claim = ({ declarationId, bounds }: { readonly declarationId: string; readonly bounds: Bounds }) => {
  const t = useText(requestTexts);
  const faults = useFaultText();
  const today = useToday();
  const fileField = useId();
  const claim = useCommand(requestsClient.claimNotAssessed);
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const form = useForm({
    initial: { ground: '' as string | null, since: null as string | null, explanation: '' },
    schema: claimFields,
    submit: async ({ ground, since, explanation }) => {
      const fault = file && fileFault(file, limits);
      setWrong(file === null ? t('requests.claim.proof.missing') : fault ? faults.issue(fault) : null);
      if (file === null || fault) {
        document.getElementById(fileField)?.focus();
        return;
      }
      const fields = { ground: ground ?? '', since: since ?? '', explanation };
      await claim.run({ params: { declarationId }, body: formWith(file, fields) });
      announce(t('requests.claim.sent', { body: bounds.bodyName }));
    },
  });
  return (
    <FormBody form={form} submitLabel={t('requests.claim.ask')}>
      <ChoiceField
        name="ground"
        label={t('requests.claim.ground')}
        required
        options={bounds.grounds.map(({ code, name, proof }) => ({
          value: code,
          label: t('requests.claim.proof.asked', { name, proof }),
        }))}
      />
      <DayField name="since" label={t('requests.claim.since')} max={today} required />
      <LongTextField name="explanation" label={t('requests.claim.explanation')} limit={1000} rows={3} required />
      <div>
        <label htmlFor={fileField}>
          {t('requests.claim.proof', { limit: Math.round(proofLimits.limitBytes / 1_048_576) })}
        </label>
        <p>
          <input
            id={fileField}
            type="file"
            accept={proofLimits.endings.join(',')}
            aria-describedby={`${fileField}-wrong`}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />{' '}
          <span className="ui-soft">{typesOf(limits)}</span>
        </p>
        <p id={`${fileField}-wrong`} className="ui-field-fault" role="alert">
          {wrong}
        </p>
      </div>
    </FormBody>
  );
};
