import { StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { declarationTexts } from '../declaration.text.ts';
import type { DeclarationState } from '../domain/states.ts';

const tones: Readonly<Record<DeclarationState, Tone>> = {
  'not-started': 'open',
  draft: 'active',
  'to-sign': 'active',
  submitted: 'done',
  returned: 'attention',
  'not-assessed': 'open',
};

/** Where a declaration stands, in words. */
export const DeclarationStateText = (props: { readonly state: DeclarationState; readonly reviewBegun?: boolean }) => {
  const t = useText(declarationTexts);
  const { state, reviewBegun } = props;
  const key = state === 'submitted' && reviewBegun ? 'reviewing' : state;
  return <StateText tone={tones[state]}>{t(`declaration.state.${key}`)}</StateText>;
};
