import type { Issue } from '#lib/result.ts';
import type { Answers, Edition, Item } from '#process/standards/domain/index.ts';
import type { Verdict } from './verdict.ts';
import { verdictFault, verdictGap } from './verdict.ts';

/** 必备项和否决项: examined first, each with a verdict of its own (攀安监〔2009〕166号 三、第二阶段（二）). */
export const criticalItems = (edition: Edition): readonly Item[] =>
  edition.items.filter(({ kind }) => kind !== 'scored');

export interface Progress {
  /** Mandatory and veto items with a finished verdict, and how many there are. */
  readonly criticalDone: number;
  readonly criticalTotal: number;
  /** Items of any kind with a finished verdict. */
  readonly done: number;
  readonly total: number;
  /** Verdicts that lack their value or reason, or no longer fit. */
  readonly unfinished: readonly string[];
}

/** How far an examination has come. */
export const progressOf = (edition: Edition, answers: Answers, verdicts: readonly Verdict[]): Progress => {
  const given = new Map(verdicts.map((verdict) => [verdict.itemId, verdict]));
  const unfinished: string[] = [];
  let done = 0;
  let criticalDone = 0;
  for (const item of edition.items) {
    const verdict = given.get(item.id);
    const answer = answers.answers[item.id];
    if (!verdict || !answer) continue;
    if (verdictFault(item, answer, verdict) ?? verdictGap(answer, verdict)) unfinished.push(item.id);
    else {
      done += 1;
      if (item.kind !== 'scored') criticalDone += 1;
    }
  }
  return { criticalDone, criticalTotal: criticalItems(edition).length, done, total: edition.items.length, unfinished };
};

/** What keeps a class from being proposed, apart from faults of verdicts: unexamined mandatory and veto items, no word on supervision. */
export const examinationGaps = (
  edition: Edition,
  verdicts: readonly Verdict[],
  dailySupervision: string,
): readonly Issue[] => {
  const examined = new Set(verdicts.map(({ itemId }) => itemId));
  return [
    ...criticalItems(edition).flatMap(({ id, clause }) =>
      examined.has(id)
        ? []
        : [{ path: `items.${id}`, code: 'review.notExamined', params: { item: id, clause: clause ?? id } }],
    ),
    ...(dailySupervision.trim() === '' ? [{ path: 'dailySupervision', code: 'review.supervisionMissing' }] : []),
  ];
};
