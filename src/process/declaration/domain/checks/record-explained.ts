import { type CheckRule, inForm } from './check-input.ts';

/** Accidents, diseases, penalties and major hidden dangers are explained, and none is open that was not found. */
export const recordExplained: CheckRule = {
  code: 'recordExplained',
  level: 'warning',
  find: ({ form }) => {
    const { accidents = [], penalties = 0, majorHazardsFound = 0, majorHazardsOpen = 0, recordNote = '' } = form;
    const cases = accidents.reduce(
      (sum, { deaths = 0, seriousInjuries = 0, otherMajorAccidents = 0, occupationalDiseases = 0 }) =>
        sum + deaths + seriousInjuries + otherMajorAccidents + occupationalDiseases,
      penalties + majorHazardsFound,
    );
    return [
      ...(cases > 0 && recordNote.trim() === ''
        ? [{ path: inForm('recordNote'), code: 'checks.recordWithoutNote' }]
        : []),
      ...(majorHazardsOpen > majorHazardsFound
        ? [
            {
              path: inForm('majorHazardsOpen'),
              code: 'checks.moreOpenThanFound',
              params: { found: majorHazardsFound },
            },
          ]
        : []),
    ];
  },
};
