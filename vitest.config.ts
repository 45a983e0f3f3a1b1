import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { browserScript } from './tools/browser-script.js';

export default defineConfig({
  plugins: [browserScript()],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts', 'test/support/browser/notice.ts'],
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'html'] },
    // No test takes as long; a busy machine is no fault.
    testTimeout: 120_000,
    // Vitest leaves a core idle, which is half of a machine of two.
    maxWorkers: availableParallelism(),
  },
});
