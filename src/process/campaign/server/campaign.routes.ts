import { ok, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { campaignContract } from '../campaign.contract.ts';
import { listCampaigns, readCampaign, type StageNumbers } from './campaign.queries.ts';
import { campaignSetup } from './campaign-setup.queries.ts';
import { changePhaseDates } from './change-phase-dates.ts';
import { openCampaign } from './open-campaign.ts';

export const campaignRoutes = (services: { readonly stageNumbers: StageNumbers }) =>
  bind<Actor, typeof campaignContract>(campaignContract, {
    campaignSetup: asks(async (reader, _input, { actor }) => ok(await campaignSetup(reader, actor.cityId))),
    openCampaign: does(openCampaign),
    campaigns: asks(async (reader, _input, context) => ok(await listCampaigns(reader, context))),
    campaign: asks(async (reader, { params }, context) => {
      const found = await readCampaign(reader, context, params.campaignId, services.stageNumbers);
      return found ? ok(found) : refuse('input.noSuchRecord', 404);
    }),
    changePhaseDates: does(changePhaseDates),
  });
