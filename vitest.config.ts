/** Tests beside the code and in `test/`; the result is also kept as a file, from which `.ci/run` takes its counts. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/database/server.ts'],
    // One file for each core: much of a browser's story is waiting.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: `node_modules/.vitest/${process.env.XIANJIE_TEST_RESULTS ?? 'results.json'}` }]],
  },
})
