import { expect, test } from 'vitest';
import { countCheck, countReport, stepLine, totalLine } from './outcome.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});
const count = (code: number, ...testResults: ReturnType<typeof file>[]) => {
  const { passed, failed } = countReport({ testResults }, code, 'output');
  return { passed, failed };
};

test('adds passed and failed tests over all files and leaves skipped ones out', () => {
  expect(count(1, file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed', 'failed'))).toEqual({
    passed: 2,
    failed: 2,
  });
});

test('a file that could not be loaded is a failure', () => {
  expect(count(1, file('passed', 'passed'), file('failed'))).toEqual({ passed: 1, failed: 1 });
});

test('a run without a test is a failure, also when all were skipped', () => {
  expect(count(0)).toEqual({ passed: 0, failed: 1 });
  expect(count(0, file('passed', 'skipped'))).toEqual({ passed: 0, failed: 1 });
});

test('a run that ended badly is a failure although every test passed', () => {
  expect(count(1, file('passed', 'passed'))).toEqual({ passed: 1, failed: 1 });
});

test('a runner that crashed before it could report is a failure that shows what it said', () => {
  expect(countReport(null, 139, 'segmentation fault')).toMatchObject({
    passed: 0,
    failed: 1,
    detail: expect.stringContaining('segmentation fault'),
  });
});

test('a check counts as one test', () => {
  expect(countCheck(0, 'fine')).toEqual({ passed: 1, failed: 0, detail: '' });
  expect(countCheck(2, 'a fault in a.ts')).toEqual({ passed: 0, failed: 1, detail: 'a fault in a.ts' });
  expect(countCheck(null, 'killed')).toMatchObject({ failed: 1 });
});

test('the last line adds everything up, and a step over its budget says so', () => {
  const outcomes = [countCheck(0, ''), { passed: 41, failed: 2, detail: '' }];
  expect(totalLine(outcomes)).toBe('42 passed, 2 failed');
  expect(totalLine([])).toBe('0 passed, 0 failed');
  expect(stepLine('pure', { passed: 1, failed: 0, detail: '' }, 61_000, 60)).toMatch(
    /^✓ pure .*1 passed .*61\.0 s of 60 s {2}over budget$/,
  );
  expect(stepLine('pure', { passed: 1, failed: 0, detail: '' }, 59_000, 60)).not.toContain('over budget');
});
