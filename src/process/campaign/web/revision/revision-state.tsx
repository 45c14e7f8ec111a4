import { StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { RevisionState } from '../../domain/revision.ts';
import { revisionTexts } from '../../revision.text.ts';

const tones: Readonly<Record<RevisionState, Tone>> = {
  ordered: 'active',
  'carried-out': 'done',
  cancelled: 'open',
  stopped: 'attention',
};

/** Where an order stands, in words. */
export const RevisionStateText = ({ state }: { readonly state: RevisionState }) => {
  const t = useText(revisionTexts);
  return <StateText tone={tones[state]}>{t(`revision.stateText.${state}`)}</StateText>;
};
