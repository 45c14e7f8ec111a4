/** How a step ended, in tests or checks. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Shown when something failed. */
  readonly detail: string;
}

/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName?: string }[];
  }[];
}

/**
 * Counts a report. A file that could not be loaded is one failure; so is a run that ended badly although every test passed
 * (an error between tests, a crash), one without a report, and one without a single test.
 */
export const countReport = (report: VitestReport | null, exitCode: number | null, output: string): Outcome => {
  if (report === null)
    return { passed: 0, failed: 1, detail: `${output}\nThe runner ended without a report (${exitCode}).` };
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    const failedHere = file.assertionResults.filter(({ status }) => status === 'failed').length;
    passed += file.assertionResults.filter(({ status }) => status === 'passed').length;
    failed += file.status === 'failed' ? Math.max(failedHere, 1) : failedHere;
  }
  if (passed + failed === 0) return { passed, failed: 1, detail: `${output}\nNo test was found: that is a failure.` };
  if (failed === 0 && exitCode !== 0)
    return { passed, failed: 1, detail: `${output}\nThe runner ended with ${exitCode}.` };
  return { passed, failed, detail: failed > 0 ? output : '' };
};

/** A check is one test: it passes when its program ends with 0. */
export const countCheck = (exitCode: number | null, output: string): Outcome =>
  exitCode === 0 ? { passed: 1, failed: 0, detail: '' } : { passed: 0, failed: 1, detail: output };

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** One line for a finished step, with its budget where it has one. */
export const stepLine = (name: string, outcome: Outcome, milliseconds: number, budget: number | null): string => {
  const counts = `${outcome.passed} passed${outcome.failed > 0 ? `, ${outcome.failed} failed` : ''}`;
  const allowed = budget === null ? '' : ` of ${budget} s`;
  const over = budget !== null && milliseconds > budget * 1000 ? '  over budget' : '';
  return `${outcome.failed > 0 ? '✗' : '✓'} ${name.padEnd(22)} ${counts.padEnd(24)} ${seconds(milliseconds)} s${allowed}${over}`;
};

/** The plain last line of every run. */
export const totalLine = (outcomes: readonly Outcome[]): string => {
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
};
