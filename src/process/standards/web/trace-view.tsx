import { useMemo } from 'react';
import { documentName, type FactDocument } from '#parties/enterprises/domain/fact-document.ts';
import { ClassTag } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { countedText } from '../deduction-words.ts';
import { deductionsTexts } from '../deductions.text.ts';
import type { DeductionCounts, Edition, TraceStep } from '../domain/index.ts';
import { className } from '../edition-words.ts';
import { gateDocuments } from '../gate-documents.ts';
import { standardsTexts } from '../standards.text.ts';
import { type TraceLine, tracedClass, traceLines } from '../trace-lines.ts';
import { ClassChanges } from './class-changes.tsx';
import './standards.css';

interface Props {
  readonly edition: Edition;
  /** From `score(plan, answers, { trace: true })`, or as it was stored. */
  readonly trace: readonly TraceStep[];
  /** Told under the account, so that the paper names what it rests on. */
  readonly editionHash?: string;
  /** How points were counted out, by item: told beside the points, which alone are part of the account. */
  readonly deductions?: Readonly<Record<string, DeductionCounts>> | undefined;
  /** What facts on record rest on: told beside the gates that counted them. */
  readonly documents?: readonly FactDocument[] | undefined;
  /** False where the account is of answers that nobody gave. */
  readonly changes?: boolean;
}

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** 为什么是这一类: the account of a class, step by step, in words; what decided stands first. Prints as it stands. */
export const TraceView = ({ edition, trace, editionHash, deductions, documents, changes = true }: Props) => {
  const t = useText(standardsTexts);
  const lines = useMemo(() => traceLines(edition, trace, t), [edition, trace, t]);
  const words = useText(deductionsTexts);
  const counted = useMemo(
    () => new Map(edition.items.map((item) => [item.id, countedText(edition, item, deductions?.[item.id], words)])),
    [edition, deductions, words],
  );
  const named = useMemo(() => {
    const found = [...gateDocuments(trace, documents ?? [])];
    return new Map(found.map(([gate, own]) => [gate, [...new Set(own.map(documentName))].join(t('trace.separator'))]));
  }, [trace, documents, t]);
  const decided = tracedClass(trace);
  const printed = trace.find((step) => step.rule === 'print')?.after ?? '';
  const member = edition.classes.find((one) => one.code === decided);
  const causes = lines.filter(({ step, rule, decisive }) => decisive && (step > 6 || rule === 'zero'));
  return (
    <div className="trace">
      <div className="trace-result">
        <b>
          {decided === null || decided === undefined
            ? t('trace.result.refused', { score: printed })
            : t('trace.result.class', { score: printed, class: className(edition, decided) })}
        </b>
        {member && (
          <ClassTag code={member.code} name={member.name ?? member.code} colour={member.colour ?? '#565e68'} />
        )}
      </div>
      <section>
        <h3>{t('trace.because')}</h3>
        {causes.length === 0 ? <p>{t('trace.by-score')}</p> : <Lines lines={causes} documents={named} />}
      </section>
      {changes && <ClassChanges edition={edition} trace={trace} />}
      <ol className="trace-steps">
        {STEPS.map((step) => {
          const own = lines.filter((line) => line.step === step);
          if (own.length === 0) return null;
          return (
            <li key={step}>
              <i>{step}.</i>
              <div>
                <h3>{t(`trace.step.${step}`)}</h3>
                {step === 1 ? (
                  <ItemLines lines={own} counted={counted} />
                ) : (
                  <OtherLines lines={own} documents={named} />
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <p className="trace-foot">
        {edition.title && t('trace.edition', { title: edition.title })}
        {editionHash && <br />}
        {editionHash && t('trace.edition-hash', { hash: editionHash })}
      </p>
    </div>
  );
};

/** By item, the deductions that were counted, in words; '' for none. */
type Counted = ReadonlyMap<string, string>;
/** By gate, issuer and number of what its facts rest on; gates without are left out. */
type Documents = ReadonlyMap<string, string>;

interface LinesProps {
  readonly lines: readonly TraceLine[];
  readonly counted?: Counted;
  readonly documents?: Documents;
}

/** That a gate holds says no more of its documents than the count before. */
const namesDocuments = ({ rule }: TraceLine): boolean => rule !== 'gate.holds' && rule !== 'gate.doesNotHold';

const Lines = ({ lines, counted, documents }: LinesProps) => (
  <ul className="trace-lines">
    {lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an account keep their order
      <li key={index} className={line.decisive ? 'decisive ui-keep' : 'ui-keep'}>
        {line.text}
        {line.item !== undefined && counted?.get(line.item) && <small>{counted.get(line.item)}</small>}
        {line.gate !== undefined && namesDocuments(line) && documents?.has(line.gate) && (
          <small>{documents.get(line.gate)}</small>
        )}
        {line.basis && <small>{line.basis}</small>}
      </li>
    ))}
  </ul>
);

/** Gates without anything on record wait behind a click. */
const OtherLines = ({ lines, documents }: { readonly lines: readonly TraceLine[]; readonly documents: Documents }) => {
  const t = useText(standardsTexts);
  const quiet = lines.filter((line) => line.quiet);
  return (
    <>
      <Lines lines={lines.filter((line) => !line.quiet)} documents={documents} />
      {quiet.length > 0 && (
        <details>
          <summary>{t('trace.quiet', { count: quiet.filter(({ rule }) => rule === 'gate.counted').length })}</summary>
          <Lines lines={quiet} />
        </details>
      )}
    </>
  );
};

/** A hundred items would hide the few that matter: those with points lost first, the rest on demand. */
const ItemLines = ({ lines, counted }: { readonly lines: readonly TraceLine[]; readonly counted: Counted }) => {
  const t = useText(standardsTexts);
  const critical = lines.filter(({ rule }) => rule === 'item.holds' || rule === 'item.fails');
  const given = lines.filter((line) => !critical.includes(line));
  const failed = critical.filter(({ decisive }) => decisive);
  const lost = given.filter(({ decisive }) => decisive);
  const na = given.filter(({ rule }) => rule === 'item.notApplicable');
  const told = new Set(failed.map(({ item }) => item));
  return (
    <>
      <p className="ui-soft">
        {[
          t('trace.items.lost', { count: lost.length }),
          t('trace.items.na', { count: na.length }),
          t('trace.items.whole', { count: given.length - lost.length - na.length }),
          t('trace.items.critical', { count: critical.length }),
        ].join(t('trace.comma'))}
      </p>
      <Lines lines={[...failed, ...lost.filter(({ item }) => !told.has(item)), ...na]} counted={counted} />
      <details>
        <summary>{t('trace.items.all', { count: given.length })}</summary>
        <Lines lines={[...given, ...critical]} counted={counted} />
      </details>
    </>
  );
};
