import { StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { PaperState } from '../../domain/paper/arrivals.ts';
import { paperTexts } from '../../paper.text.ts';

const tones: Readonly<Record<PaperState, Tone>> = {
  outstanding: 'open',
  incomplete: 'attention',
  notified: 'attention',
  complete: 'done',
};

/** Where the paper of a submission stands, in words. */
export const PaperStateText = ({ state }: { readonly state: PaperState }) => {
  const t = useText(paperTexts);
  return <StateText tone={tones[state]}>{t(`paper.state.${state}`)}</StateText>;
};
