import { StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import type { ConsultationState, RemarkOutcome, Ruling } from '../../domain/consultation.ts';

export const ConsultationStateText = ({ state }: { readonly state: ConsultationState }) => {
  const t = useText(consultationTexts);
  return <StateText tone={state === 'open' ? 'active' : 'done'}>{t(`consultation.state.${state}`)}</StateText>;
};

const tones: Readonly<Record<Ruling | RemarkOutcome, Tone>> = {
  adopted: 'done',
  'not-adopted': 'attention',
  'set-aside': 'attention',
};

/** 采纳, 不采纳, or that it waits. */
export const RulingText = ({ ruling }: { readonly ruling: Ruling | null }) => {
  const t = useText(consultationTexts);
  return ruling === null ? (
    <StateText tone="active">{t('consultation.comment.waiting')}</StateText>
  ) : (
    <StateText tone={tones[ruling]}>{t(`consultation.ruling.${ruling}`)}</StateText>
  );
};

export const RemarkOutcomeText = ({ outcome }: { readonly outcome: RemarkOutcome | null }) => {
  const t = useText(consultationTexts);
  return outcome === null ? (
    <StateText tone="active">{t('remark.waiting')}</StateText>
  ) : (
    <StateText tone={tones[outcome]}>{t(`remark.outcome.${outcome}`)}</StateText>
  );
};

/** Who said it: body or enterprise, and the person. */
export const Author = (props: { readonly authorOf: string; readonly authorName: string }) => {
  const t = useText(consultationTexts);
  return (
    <>
      {props.authorOf === ''
        ? props.authorName
        : t('consultation.comment.by', { of: props.authorOf, name: props.authorName })}
    </>
  );
};
