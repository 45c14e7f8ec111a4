import { ClassTag, StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { DrawState } from '../domain/draw-states.ts';
import type { VerificationState } from '../domain/verification.ts';
import { spotCheckTexts } from '../spot-check.text.ts';

export type Classes = readonly { readonly code: string; readonly name: string; readonly colour: string }[];
export interface Scored {
  readonly printed: string;
  readonly classCode: string | null;
}

const tones: Readonly<Record<VerificationState, Tone>> = {
  'to-assign': 'attention',
  assigned: 'active',
  submitted: 'active',
  confirmed: 'done',
};

/** Where a verification stands, in words. */
export const VerificationStateText = ({ state }: { readonly state: VerificationState }) => {
  const t = useText(spotCheckTexts);
  return <StateText tone={tones[state]}>{t(`spot-check.state-text.${state}`)}</StateText>;
};

export const DrawStateText = ({ state }: { readonly state: DrawState }) => {
  const t = useText(spotCheckTexts);
  return <StateText tone={state === 'drawn' ? 'done' : 'active'}>{t(`spot-check.draw-state.${state}`)}</StateText>;
};

/** A class by its code, with the scheme's name and colour; null is 不予受理. */
export const ClassOf = ({ classes, code }: { readonly classes: Classes; readonly code: string | null }) => {
  const t = useText(spotCheckTexts);
  if (code === null) return <span className="ui-wrong">{t('spot-check.unclassed')}</span>;
  const found = classes.find((one) => one.code === code);
  // The scheme's name says it all: a code such as that of a status is of no interest to readers.
  const name = found?.name ?? code;
  return <ClassTag code={name} name={name} colour={found?.colour ?? '#565e68'} />;
};

/** A score with its class. */
export const ScoreOf = ({ classes, scored }: { readonly classes: Classes; readonly scored: Scored }) => (
  <span className="ui-nowrap">
    {scored.printed}&nbsp;&nbsp;
    <ClassOf classes={classes} code={scored.classCode} />
  </span>
);
