import { isPlainDate } from '#lib/plain-date.ts';
import { ClassTag, StateText } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatDay } from '#platform/ui/time/format.ts';
import { useToday } from '#platform/ui/time/time.tsx';
import type { ClassName } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import type { AdoptionState } from '../domain/adoption.ts';

export const classNamed = (code: string | null, classes: readonly ClassName[]): string =>
  classes.find((one) => one.code === code)?.name ?? code ?? '';

/** A class by its code, as the scheme names and colours it; nothing if there is none. */
export const ClassOf = ({
  code,
  classes,
}: {
  readonly code: string | null;
  readonly classes: readonly ClassName[];
}) => {
  const found = classes.find((one) => one.code === code);
  if (code === null) return null;
  // By its name only: codes of statuses are not for people.
  const name = found?.name ?? code;
  return <ClassTag code={name} name={name} colour={found?.colour ?? '#565e68'} />;
};

/** A score with the class that goes with it. */
export const ScoreAndClass = (props: {
  readonly printed: string;
  readonly code: string | null;
  readonly classes: readonly ClassName[];
}) => {
  const t = useText(classificationTexts);
  if (props.printed === '') return null;
  return (
    <span className="ui-nowrap">
      {t('class.score-and-class', { printed: props.printed, class: classNamed(props.code, props.classes) })}
    </span>
  );
};

export const Validity = ({ from, until }: { readonly from: string; readonly until: string }) => {
  const t = useText(classificationTexts);
  const ui = useUiText();
  const today = useToday();
  const day = (on: string, seenFrom: string) =>
    isPlainDate(on) && isPlainDate(seenFrom) ? formatDay(on, seenFrom, ui) : on;
  // A span over years says both of them, this one too.
  return <span className="ui-nowrap">{t('class.valid', { from: day(from, until), until: day(until, today) })}</span>;
};

export const InForce = ({ inForce }: { readonly inForce: boolean }) => {
  const t = useText(classificationTexts);
  return (
    <StateText tone={inForce ? 'active' : 'attention'}>{t(inForce ? 'class.in-force' : 'class.expired')}</StateText>
  );
};

const tones = { prepared: 'active', signed: 'done', withdrawn: 'open' } as const;

export const AdoptionStateText = ({ state }: { readonly state: AdoptionState }) => {
  const t = useText(classificationTexts);
  return <StateText tone={tones[state]}>{t(`adoption.state.${state}`)}</StateText>;
};
