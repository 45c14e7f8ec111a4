import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { useConfirmation } from '#platform/ui/confirmation.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { DayField, LongTextField, TextField } from '#platform/ui/form/fields.tsx';
import { FormBody, FormSection } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { WithCampaign } from '#process/public-notice/web/with-campaign.tsx';
import { classificationContract } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import { type Adoptable, ChooseUnits } from './choose-units.tsx';
import { classificationClient } from './classification-client.ts';

/** 拟定名单: choose units, record the meeting, freeze the list for the signature. */
export const NewAdoptionPage = () => {
  const t = useText(classificationTexts);
  return (
    <WithCampaign title={t('adoption.new.title')}>
      {(campaignId) => <Loaded key={campaignId} campaignId={campaignId} />}
    </WithCampaign>
  );
};

const Loaded = ({ campaignId }: { readonly campaignId: string }) => (
  <Answered read={useRead(classificationClient.adoptable, { params: { campaignId } })}>
    {(adoptable) => <NewAdoption campaignId={campaignId} adoptable={adoptable} />}
  </Answered>
);

const NewAdoption = ({ campaignId, adoptable }: { readonly campaignId: string; readonly adoptable: Adoptable }) => {
  const t = useText(classificationTexts);
  const go = useGo();
  const { run } = useCommand(classificationClient.prepareAdoption);
  const { ask, dialog } = useConfirmation();
  const form = useForm({
    initial: {
      title: adoptable.proposedTitle,
      meetingOn: adoptable.today,
      chair: '',
      present: '',
      minutes: '',
      settledIds: adoptable.rows.map((row) => row.settledId),
    },
    schema: classificationContract.prepareAdoption.body,
    submit: async (body) => {
      const consequences = [
        t('adoption.new.effect-freeze', { count: body.settledIds.length }),
        t('adoption.new.effect-digest'),
        t('adoption.new.effect-wait'),
      ];
      if (!(await ask({ label: t('adoption.new.submit'), consequences }))) return;
      const { adoptionId } = await run({ params: { campaignId }, body });
      announce(t('adoption.new.done'));
      go(`/adoptions/${adoptionId}`, { replace: true });
    },
  });
  const crumbs = [{ label: t('adoption.list.title'), href: '/adoptions' }];
  if (adoptable.rows.length === 0) {
    return (
      <div className="ui-page">
        <PageHead title={t('adoption.new.title')} crumbs={crumbs} />
        <section className="ui-panel ui-empty">
          <p>{t('adoption.new.none')}</p>
          <LinkButton href="/notices">{t('adoption.new.to-notices')}</LinkButton>
        </section>
      </div>
    );
  }
  return (
    <div className="ui-page">
      <PageHead title={t('adoption.new.title')} crumbs={crumbs} />
      <FormBody form={form} submitLabel={t('adoption.new.submit')}>
        <ChooseUnits adoptable={adoptable} />
        <FormSection title={t('adoption.new.meeting')}>
          <TextField name="title" label={t('adoption.new.field-title')} required width="full" />
          <DayField name="meetingOn" label={t('adoption.new.field-meeting')} max={adoptable.today} required />
          <TextField name="chair" label={t('adoption.new.field-chair')} required />
          <LongTextField
            name="present"
            label={t('adoption.new.field-present')}
            hint={t('adoption.new.present-hint')}
            limit={1000}
            rows={2}
            required
          />
          <LongTextField
            name="minutes"
            label={t('adoption.new.field-minutes')}
            hint={t('adoption.new.minutes-hint')}
            limit={4000}
            rows={4}
            required
          />
        </FormSection>
      </FormBody>
      {dialog}
    </div>
  );
};
