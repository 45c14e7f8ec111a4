import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { FormPage } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { campaignTexts } from '../../campaign.text.ts';
import { rosterContract } from '../../roster.contract.ts';
import { rosterClient, useCampaignId, useRosterHref } from '../clients.ts';
import { NoCampaign } from './no-campaign.tsx';
import { UnitFields } from './unit-fields.tsx';

/** 登记评估单元: one unit that the roster lacks. */
export const AddUnitPage = () => {
  const campaignId = useCampaignId();
  return campaignId === null ? <NoCampaign /> : <Loaded campaignId={campaignId} />;
};

const Loaded = ({ campaignId }: { readonly campaignId: string }) => {
  const read = useRead(rosterClient.rosterChoices, { params: { campaignId } });
  return <Answered read={read}>{(choices) => <AddUnit campaignId={campaignId} choices={choices} />}</Answered>;
};

const AddUnit = (props: {
  readonly campaignId: string;
  readonly choices: ResultOf<typeof rosterContract.rosterChoices>;
}) => {
  const { campaignId, choices } = props;
  const t = useText(campaignTexts);
  const go = useGo();
  const href = useRosterHref();
  const { run } = useCommand(rosterClient.addUnit);
  const form = useForm({
    initial: {
      creditCode: '',
      enterpriseName: '',
      affiliation: '',
      unitName: '',
      industry: '',
      divisionCode: '',
      bodyId: '',
      address: '',
      legalRepresentative: '',
      contactName: '',
      contactPhone: '',
      reason: '',
    },
    schema: rosterContract.addUnit.body,
    submit: async (body) => {
      const { unitId } = await run({ params: { campaignId }, body });
      announce(t('roster.saved'));
      go(href(`/roster/units/${unitId}`), { replace: true });
    },
  });
  return (
    <FormPage
      form={form}
      title={t('roster.addTitle')}
      crumbs={[{ label: t('roster.title'), href: href('/roster') }]}
      submitLabel={t('roster.saveAdd')}
    >
      <UnitFields choices={choices} isNew />
    </FormPage>
  );
};
