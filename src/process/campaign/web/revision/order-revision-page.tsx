import { useId, useSyncExternalStore } from 'react';
import { useFilters, useGo, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { DayField, LongTextField, NumberField, TextField } from '#platform/ui/form/fields.tsx';
import { FormBody, FormSection } from '#platform/ui/form/form-page.tsx';
import { type Form, useForm } from '#platform/ui/form/store.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { revisionTexts } from '../../revision.text.ts';
import { type Campaign, campaignClient } from '../clients.ts';
import { campaignTitles } from '../titles.text.ts';
import { revisionClient } from './revision-client.ts';
import { boundOf, mayOrder, Obstacles, type Preview, PreviewTables } from './revision-preview.tsx';
import '../campaign.css';

/** 下达标准修订: for which industry, what it would do, when, why; the name of the industry typed. */
export const OrderRevisionPage = () => {
  const { campaignId } = usePathParams<'campaignId'>();
  const read = useRead(campaignClient.campaign, { params: { campaignId } });
  return <Answered read={read}>{(campaign) => <Order campaign={campaign} />}</Answered>;
};

const Order = ({ campaign }: { readonly campaign: Campaign }) => {
  const t = useText(revisionTexts);
  const titles = useText(campaignTitles);
  const assessed = campaign.editions.filter(({ hash }) => hash !== null);
  const field = useId();
  const address = useFilters({ industry: '' });
  const { industry } = address.values;
  return (
    <div className="ui-page">
      <PageHead
        title={t('revision.orderTitle')}
        crumbs={[
          { label: titles('campaigns'), href: '/campaigns' },
          { label: campaign.name, href: `/campaigns/${campaign.campaignId}#revisions` },
        ]}
      />
      <p>{t('revision.intro')}</p>
      <section className="ui-panel campaign-choice">
        <label htmlFor={field}>
          <b>{t('revision.industry')}</b>
        </label>
        <select
          id={field}
          className="ui-select"
          value={industry}
          onChange={(event) => address.set({ industry: event.target.value })}
        >
          <option value="">{t('revision.chooseIndustry')}</option>
          {assessed.map((one) => (
            <option key={one.industry} value={one.industry}>
              {one.industryName}
            </option>
          ))}
        </select>
      </section>
      {industry !== '' && <OfIndustry key={industry} campaignId={campaign.campaignId} industry={industry} />}
    </div>
  );
};

const OfIndustry = ({ campaignId, industry }: { readonly campaignId: string; readonly industry: string }) => {
  const read = useRead(revisionClient.revisionPreview, { params: { campaignId }, query: { industry } });
  return (
    <Answered read={read}>
      {(preview) => (
        <>
          <Obstacles preview={preview} />
          <PreviewTables preview={preview} />
          {mayOrder(preview) && <OrderForm campaignId={campaignId} preview={preview} />}
        </>
      )}
    </Answered>
  );
};

interface Values {
  readonly when: 'day' | 'now';
  readonly effectiveOn: string | null;
  readonly workingDays: number;
  readonly reason: string;
  readonly confirmation: string;
}

const OrderForm = ({ campaignId, preview }: { readonly campaignId: string; readonly preview: Preview }) => {
  const t = useText(revisionTexts);
  const go = useGo();
  const { run } = useCommand(revisionClient.orderRevision);
  const { from, to, industry, industryName, earliestOn, workingDays } = preview;
  const form = useForm<Values>({
    initial: { when: 'day', effectiveOn: earliestOn, workingDays: workingDays.value, reason: '', confirmation: '' },
    submit: async ({ when, effectiveOn, ...rest }) => {
      const { revisionId } = await run({
        params: { campaignId },
        body: {
          ...rest,
          industry,
          fromHash: from.hash,
          toHash: to?.hash ?? '',
          effectiveOn: when === 'now' ? null : (effectiveOn ?? ''),
        },
      });
      announce(t(when === 'now' ? 'revision.carriedOut' : 'revision.ordered'));
      go(`/edition-revisions/${revisionId}`, { replace: true });
    },
  });
  return (
    <FormBody form={form as never} submitLabel={t('revision.submit')}>
      <FormSection title={t('revision.when')}>
        <ChoiceField
          name="when"
          label={t('revision.when')}
          required
          width="full"
          options={[
            { value: 'day', label: t('revision.when.day') },
            ...(boundOf(preview) === 0 ? [{ value: 'now', label: t('revision.when.now') }] : []),
          ]}
        />
        <Moment form={form} preview={preview} />
        <NumberField
          name="workingDays"
          label={t('revision.workingDays')}
          hint={t('revision.workingDaysHint', { value: workingDays.value, basis: workingDays.basis })}
          required
          width="full"
        />
      </FormSection>
      <FormSection title={t('revision.reason')}>
        <LongTextField
          name="reason"
          label={t('revision.reason')}
          hint={t('revision.reasonHint')}
          limit={500}
          rows={3}
          required
        />
        <TextField
          name="confirmation"
          label={t('revision.confirmation', { name: industryName })}
          hint={t('revision.confirmationHint')}
          required
          width="full"
        />
      </FormSection>
    </FormBody>
  );
};

/** The day, unless it is to be at once. */
const Moment = ({ form, preview }: { readonly form: Form<Values>; readonly preview: Preview }) => {
  const t = useText(revisionTexts);
  const when = useSyncExternalStore(form.subscribe, () => form.values().when);
  if (when === 'now') return null;
  return (
    <DayField
      name="effectiveOn"
      label={t('revision.effectiveOn')}
      hint={t('revision.effectiveOnHint', { earliest: preview.earliestOn ?? '' })}
      min={preview.earliestOn ?? undefined}
      max={preview.campaignEndsOn}
      required
      width="full"
    />
  );
};
