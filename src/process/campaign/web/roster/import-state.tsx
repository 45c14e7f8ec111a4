import { StateText } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { campaignTexts } from '../../campaign.text.ts';

const tones = { previewed: 'active', confirmed: 'done', discarded: 'open' } as const;

export const ImportState = ({ state }: { readonly state: keyof typeof tones }) => {
  const t = useText(campaignTexts);
  return <StateText tone={tones[state]}>{t(`roster.importState.${state}`)}</StateText>;
};
