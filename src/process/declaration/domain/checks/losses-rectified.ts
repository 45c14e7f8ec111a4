import { givenAnswers } from '../completeness.ts';
import { isWhole, lostItems } from '../rectification/measure.ts';
import type { CheckRule } from './check-input.ts';

/** Each loss of points has a measure, a person who answers for it, and a deadline. */
export const lossesRectified: CheckRule = {
  code: 'lossesRectified',
  level: 'warning',
  find: ({ edition, drafts, measures }) =>
    lostItems(edition, givenAnswers(drafts)).flatMap(({ id }) => {
      const measure = Object.hasOwn(measures, id) ? measures[id] : undefined;
      return measure && isWhole(measure) ? [] : [{ path: `rectification.${id}`, code: 'checks.measureMissing' }];
    }),
};
