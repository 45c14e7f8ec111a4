import { defineConfig } from 'vitest/config';

const withDatabase = { globalSetup: ['tests/global-setup.ts'], testTimeout: 30_000, hookTimeout: 60_000 };

/** Pure tests know no database; the other projects share one PostgreSQL with one migrated template. */
export default defineConfig({
  test: {
    // Two cores: more workers would only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'src/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/boundaries/**/*.test.ts',
            'tests/runner/**/*.test.ts',
            'tests/reference/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: ['**/*.scenario.test.ts', '**/*.browser.test.ts', '**/*.long.test.ts'],
        },
      },
      {
        test: {
          name: 'scenario',
          include: ['src/**/*.scenario.test.ts', 'tests/*.scenario.test.ts', 'tests/stories/**/*.test.ts'],
          ...withDatabase,
        },
      },
      { test: { name: 'permissions', include: ['tests/permissions/**/*.test.ts'], ...withDatabase } },
      {
        test: {
          name: 'long',
          include: ['src/**/*.long.test.ts', 'tests/**/*.long.test.ts'],
          ...withDatabase,
          testTimeout: 3_600_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.browser.test.ts'],
          ...withDatabase,
          testTimeout: 300_000,
          // Two browsers at a time: a page waits more than it works, and two cores carry no more.
          maxWorkers: 2,
        },
      },
    ],
  },
});
