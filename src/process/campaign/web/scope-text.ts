import { useText } from '#platform/ui/text/use-text.tsx';
import { campaignTexts } from '../campaign.text.ts';
import type { Campaign } from './clients.ts';

interface Scope {
  readonly bodyId: string;
  readonly industry: string;
}

/** Names of the phases, and of the bodies and industries that a row of dates holds for. */
export const useScopeText = (campaign: Campaign) => {
  const t = useText(campaignTexts);
  const body = (id: string) => campaign.bodies.find((one) => one.bodyId === id)?.short ?? id;
  const industry = (code: string) => campaign.editions.find((one) => one.industry === code)?.industryName ?? code;
  return {
    phase: (code: string): string => campaign.phases.find((one) => one.code === code)?.name ?? code,
    scope: (row: Scope): string => {
      if (row.bodyId === '*' && row.industry === '*') return t('campaign.everywhere');
      return [
        row.bodyId === '*' ? t('campaign.everyBody') : body(row.bodyId),
        row.industry === '*' ? t('campaign.everyIndustry') : industry(row.industry),
      ].join(' · ');
    },
  };
};
