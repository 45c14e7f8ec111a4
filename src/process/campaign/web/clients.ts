import { useSignedIn } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { campaignContract } from '../campaign.contract.ts';
import { rosterContract } from '../roster.contract.ts';

export const campaignClient = createClient(campaignContract);
export const rosterClient = createClient(rosterContract);

/** A campaign as its record page shows it. */
export type Campaign = ResultOf<typeof campaignContract.campaign>;

const inAddress = { campaign: '' };

/** The campaign that a page of the roster is about: the one in the address, else the newest; null if there is none. */
export const useCampaignId = (): string | null => {
  const { campaign } = useFilters(inAddress).values;
  const session = useSignedIn();
  return campaign !== '' ? campaign : (session.campaign?.id ?? null);
};

/** An address of the roster with the campaign in it, unless it is the newest. */
export const useRosterHref = (): ((path: string) => string) => {
  const { campaign } = useFilters(inAddress).values;
  return (path) => (campaign === '' ? path : `${path}?campaign=${campaign}`);
};
