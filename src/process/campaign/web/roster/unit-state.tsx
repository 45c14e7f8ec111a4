import { StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { campaignTexts } from '../../campaign.text.ts';
import type { declarationStates } from '../../roster.contract.ts';

type State = (typeof declarationStates)[number];

const tones: Readonly<Record<State, Tone>> = {
  'not-started': 'open',
  draft: 'active',
  'to-sign': 'active',
  submitted: 'done',
  returned: 'attention',
  'not-assessed': 'open',
};

/** State of a unit's declaration in words. */
export const UnitState = ({ state }: { readonly state: State }) => {
  const t = useText(campaignTexts);
  return <StateText tone={tones[state]}>{t(`roster.state.${state}`)}</StateText>;
};
