/** Tests beside the code and in `test/`; the result is also kept as a file, from which `.ci/run` takes its counts. */
import { defineConfig } from 'vitest/config'

const browser = 'test/web/**/*.test.ts'

export default defineConfig({
  test: {
    globalSetup: ['test/database/server.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: `node_modules/.vitest/${process.env.XIANJIE_TEST_RESULTS ?? 'results.json'}` }]],
    projects: [
      {
        extends: true,
        // They share one PostgreSQL, whose oldest transaction some of them watch.
        test: {
          name: 'rooms',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [browser],
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Each story has a server of its own, and much of it is waiting.
        test: { name: 'browser', include: [browser], maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
