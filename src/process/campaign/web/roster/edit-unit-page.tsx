import { useGo, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { FormPage } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { campaignTexts } from '../../campaign.text.ts';
import { rosterContract } from '../../roster.contract.ts';
import { rosterClient, useCampaignId, useRosterHref } from '../clients.ts';
import { NoCampaign } from './no-campaign.tsx';
import { UnitFields } from './unit-fields.tsx';

/** 修改登记信息: corrects what the register keeps of a unit and its enterprise. */
export const EditUnitPage = () => {
  const campaignId = useCampaignId();
  return campaignId === null ? <NoCampaign /> : <Loaded campaignId={campaignId} />;
};

const Loaded = ({ campaignId }: { readonly campaignId: string }) => {
  const { unitId } = usePathParams<'unitId'>();
  const unit = useRead(rosterClient.unit, { params: { campaignId, unitId } });
  const choices = useRead(rosterClient.rosterChoices, { params: { campaignId } });
  return (
    <Answered read={unit}>
      {(loaded) => (
        <Answered read={choices}>
          {(offered) => <EditUnit campaignId={campaignId} unit={loaded} choices={offered} />}
        </Answered>
      )}
    </Answered>
  );
};

const EditUnit = (props: {
  readonly campaignId: string;
  readonly unit: ResultOf<typeof rosterContract.unit>;
  readonly choices: ResultOf<typeof rosterContract.rosterChoices>;
}) => {
  const { campaignId, unit, choices } = props;
  const t = useText(campaignTexts);
  const ui = useUiText();
  const go = useGo();
  const href = useRosterHref();
  const { run } = useCommand(rosterClient.editUnit);
  const form = useForm({
    initial: {
      enterpriseName: unit.enterpriseName,
      affiliation: unit.affiliation,
      unitName: unit.unitName,
      industry: unit.industry,
      divisionCode: unit.divisionCode,
      bodyId: unit.bodyId,
      address: unit.address,
      legalRepresentative: unit.legalRepresentative,
      contactName: unit.contactName,
      contactPhone: unit.contactPhone,
      reason: '',
      baseUnitVersion: unit.unitVersion,
      baseEnterpriseVersion: unit.enterpriseVersion,
    },
    schema: rosterContract.editUnit.body,
    submit: async (body) => {
      await run({ params: { campaignId, unitId: unit.unitId }, body });
      announce(t('roster.saved'));
      go(href(`/roster/units/${unit.unitId}`), { replace: true });
    },
  });
  return (
    <FormPage
      form={form}
      title={t('roster.editTitle')}
      crumbs={[
        { label: t('roster.title'), href: href('/roster') },
        { label: unit.unitName, href: href(`/roster/units/${unit.unitId}`) },
      ]}
      saves
      submitLabel={ui('action.save')}
    >
      <UnitFields choices={choices} isNew={false} />
    </FormPage>
  );
};
