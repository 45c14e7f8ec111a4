import { isWritten } from '../report/rich-text.ts';
import { reportSections } from '../report/sections.ts';
import type { CheckRule } from './check-input.ts';

/** The narrative parts of the self-assessment report are written; its tables write themselves. */
export const reportWritten: CheckRule = {
  code: 'reportWritten',
  level: 'warning',
  find: ({ report }) =>
    reportSections
      .filter((section) => !isWritten(report[section]))
      .map((section) => ({ path: `report.${section}`, code: 'checks.reportSectionBlank' })),
};
