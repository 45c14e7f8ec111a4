import { useSyncExternalStore } from 'react';
import { addDays, isPlainDate } from '#lib/plain-date.ts';
import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { DayField, TextField } from '#platform/ui/form/fields.tsx';
import { FormPage, FormSection } from '#platform/ui/form/form-page.tsx';
import { type Form, useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import { campaignContract } from '../campaign.contract.ts';
import { campaignTexts } from '../campaign.text.ts';
import { campaignClient } from './clients.ts';
import { campaignTitles } from './titles.text.ts';
import './campaign.css';

type Setup = ResultOf<typeof campaignContract.campaignSetup>;

/** Opens a campaign: name and first day; what follows from them is shown while typing. */
export const OpenCampaignPage = () => (
  <Answered read={useRead(campaignClient.campaignSetup)}>{(setup) => <OpenCampaign setup={setup} />}</Answered>
);

const OpenCampaign = ({ setup }: { readonly setup: Setup }) => {
  const t = useText(campaignTexts);
  const titles = useText(campaignTitles);
  const go = useGo();
  const { run } = useCommand(campaignClient.openCampaign);
  const form = useForm({
    initial: { name: setup.suggestedName, startsOn: setup.suggestedStart },
    schema: campaignContract.openCampaign.body,
    submit: async (values) => {
      const { campaignId } = await run({ body: values });
      announce(t('campaign.opened'));
      go(`/campaigns/${campaignId}`, { replace: true });
    },
  });
  const assessed = setup.editions.filter(({ edition }) => edition !== null);
  return (
    <FormPage
      form={form}
      title={titles('openCampaign')}
      crumbs={[{ label: titles('campaigns'), href: '/campaigns' }]}
      submitLabel={t('campaign.open')}
    >
      <FormSection title={setup.schemeTitle} note={setup.noticeNumber}>
        <TextField name="name" label={t('campaign.name')} hint={t('campaign.nameHint')} required width="full" />
        <DayField
          name="startsOn"
          label={t('campaign.startsOn')}
          hint={t('campaign.startsOnHint')}
          required
          width="full"
        />
      </FormSection>
      <section className="ui-panel">
        <h2>{t('campaign.schemePhases')}</h2>
        <PhasesPreview form={form} phases={setup.phases} />
      </section>
      <section className="ui-panel">
        <h2>{t('campaign.editions')}</h2>
        <ul className="campaign-editions">
          {setup.editions.map(({ industry, industryName, edition }) => (
            <li key={industry}>
              <b>{industryName}</b>
              {edition ? <span>{edition.title}</span> : <span className="ui-soft">{t('campaign.noEdition')}</span>}
            </li>
          ))}
        </ul>
      </section>
      <Notice>
        <ul>
          <li>{t('campaign.openConsequenceDates', { count: setup.phases.length })}</li>
          <li>{t('campaign.openConsequenceEditions', { count: assessed.length })}</li>
          <li>{t('campaign.openConsequenceRoster')}</li>
        </ul>
      </Notice>
    </FormPage>
  );
};

const PhasesPreview = (props: {
  readonly form: Form<{ name: string; startsOn: string }>;
  readonly phases: Setup['phases'];
}) => {
  const t = useText(campaignTexts);
  const start = useSyncExternalStore(props.form.subscribe, () => props.form.values().startsOn);
  const dayAt = (day: number) =>
    start && isPlainDate(start) ? <Day on={addDays(start, day)} /> : t('campaign.daysFromStart', { day });
  return (
    <div className="ui-table-scroll">
      <table className="ui-table">
        <thead>
          <tr>
            <th>{t('campaign.phase')}</th>
            <th>{t('campaign.from')}</th>
            <th>{t('campaign.to')}</th>
            <th>{t('campaign.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {props.phases.map((phase) => (
            <tr key={phase.code}>
              <td className="ui-nowrap">{phase.name}</td>
              <td>{dayAt(phase.fromDay)}</td>
              <td>{dayAt(phase.toDay)}</td>
              <td className="ui-soft">{phase.basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
