import { defineConfig } from 'vitest/config';

// .ci/run reads the number of tests from a file.
const jsonReport = process.env['VITEST_JSON_REPORT'];

export default defineConfig({
  test: {
    ...(jsonReport && { reporters: ['default', ['json', { outputFile: jsonReport }]] }),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['__tests__/unit/**/*.test.ts'],
          // Ends what hangs. How long a test takes on a busy machine is no property of what it tests.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['__tests__/e2e/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 900_000,
          fileParallelism: false,
          // After the unit tests: what it measures must have the machine to itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
