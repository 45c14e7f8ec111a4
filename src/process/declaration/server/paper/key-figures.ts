import { dayOf } from '#lib/plain-date.ts';
import { type Edition, losesPoints } from '#process/standards/domain/index.ts';
import { className } from '#process/standards/edition-words.ts';
import { type FigureKey, figureKeys, type KeyFigure } from '../../domain/paper/comparison.ts';
import type { Submission } from '../read-submission.ts';

/** What is held beside the paper: as the frozen submission has it, never as a page has typed it. */
export const keyFigures = (submission: Submission, edition: Edition): readonly KeyFigure[] => {
  const { form, register } = submission.registration;
  const { answers } = submission.answers;
  const failed = (kind: string) =>
    edition.items.filter((item) => {
      const answer = answers[item.id];
      return item.kind === kind && answer !== undefined && losesPoints(item, answer);
    }).length;
  const number = (value: number | string | undefined) => ({ kind: 'number' as const, value: String(value ?? '') });
  const text = (value: string | undefined) => ({ kind: 'text' as const, value: value ?? '' });
  const day = (value: string | undefined) => ({ kind: 'day' as const, value: value ?? '' });
  const all: Readonly<Record<FigureKey, Omit<KeyFigure, 'key'>>> = {
    receiptNumber: text(submission.receiptNumber),
    enterpriseName: text(register.enterpriseName),
    creditCode: text(register.creditCode),
    unitName: text(register.unitName),
    score: number(submission.printed),
    class: text(submission.classCode === null ? '不予受理' : className(edition, submission.classCode)),
    mandatoryFailed: number(failed('mandatory')),
    vetoFailed: number(failed('veto')),
    notApplicable: number(Object.values(answers).filter((answer) => 'na' in answer).length),
    staffCount: number(form.staffCount),
    fullTimeSafetyStaff: number(form.fullTimeSafetyStaff),
    specialOperators: number(form.specialOperators),
    safetyEngineers: number(form.safetyEngineers),
    fixedAssets: number(form.fixedAssets),
    revenue: number(form.revenue),
    safetyInvestment: number(form.safetyInvestment),
    majorHazardSources: number(form.majorHazardSources),
    assessedFrom: day(form.assessedFrom),
    assessedTo: day(form.assessedTo),
    signer: text(submission.signer),
    submittedOn: day(dayOf(submission.submittedAt)),
  };
  // What the form does not ask of this unit, or left open, stands nowhere on the paper.
  return figureKeys.flatMap((key) => (all[key].value === '' ? [] : [{ key, ...all[key] }]));
};
