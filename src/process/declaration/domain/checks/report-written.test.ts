import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { richTextOf } from '../report/rich-text.ts';
import { reportWritten } from './report-written.ts';

it('has nothing against a report with all its parts', () => {
  expect(foundBy(reportWritten, checkInput())).toEqual([]);
});

it('names every part that is blank', () => {
  expect(
    foundBy(
      reportWritten,
      checkInput({}, { report: { ...checkInput().report, process: undefined, conclusion: richTextOf([' ']) } }),
    ),
  ).toEqual(['report.process checks.reportSectionBlank', 'report.conclusion checks.reportSectionBlank']);
});
