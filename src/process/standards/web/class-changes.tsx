import { useDeferredValue, useMemo } from 'react';
import type { PlainDate } from '#lib/plain-date.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { type CounterfactualKey, counterfactualTexts } from '../counterfactual.text.ts';
import { answersOfAccount, compile, counterfactual, type Edition, type TraceStep } from '../domain/index.ts';
import { className } from '../edition-words.ts';
import { type StandardsKey, standardsTexts } from '../standards.text.ts';
import { counterfactualLines, type DirectionLines } from './counterfactual-lines.ts';

// For an edition without gates the day of the account changes nothing.
const ANY_DAY = '2000-01-01' as PlainDate;

/** 怎样才能改变类别: worked out here from the account itself, after what is being typed has been shown. */
export const ClassChanges = (props: { readonly edition: Edition; readonly trace: readonly TraceStep[] }) => {
  const t = useText(counterfactualTexts);
  const standards = useText(standardsTexts);
  const { edition } = props;
  const trace = useDeferredValue(props.trace);
  const found = useMemo(() => counterfactual(compile(edition), answersOfAccount('', trace, ANY_DAY)), [edition, trace]);
  const lines = useMemo(() => {
    const both = (key: CounterfactualKey | StandardsKey, params?: Parameters<typeof t>[1]) =>
      key.startsWith('change.') ? t(key as CounterfactualKey, params) : standards(key as StandardsKey, params);
    return found.ok ? counterfactualLines(edition, found.value, both) : undefined;
  }, [edition, found, t, standards]);
  if (!found.ok || !lines) return null;
  const of = found.value.class;
  const departed = trace.some(({ rule }) => rule === 'departure');
  return (
    <section className="class-changes">
      <h3>{t('change.title')}</h3>
      <p className="ui-soft">
        {of === null
          ? t('change.of-refused')
          : t(departed ? 'change.of-computed' : 'change.of-class', { class: className(edition, of) })}
      </p>
      <Direction title={t(lines.unranked ? 'change.leave' : 'change.better')} lines={lines.better} />
      <Direction title={t('change.worse')} lines={lines.worse} />
      {lines.thresholds.length > 0 && (
        <>
          <h4>{t('change.lines')}</h4>
          <Ways ways={lines.thresholds} />
        </>
      )}
    </section>
  );
};

const Direction = ({ title, lines }: { readonly title: string; readonly lines: DirectionLines }) => (
  <>
    <h4>{title}</h4>
    <p>{lines.lead}</p>
    <Ways ways={lines.ways} />
    {lines.more && <p className="ui-soft">{lines.more}</p>}
  </>
);

const Ways = ({ ways }: { readonly ways: readonly string[] }) =>
  ways.length === 0 ? null : (
    <ul className="trace-lines class-change-ways">
      {ways.map((way) => (
        <li key={way} className="ui-keep">
          {way}
        </li>
      ))}
    </ul>
  );
