import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { browserScript } from './tools/browser-script.js';
import { kernel } from './tools/kernel.js';
import { madeAhead } from './tools/made-ahead.js';

/**
 * Test files with a process of their own: those that put something in the place of a module or a function, which must
 * reach no other file, and those that measure the processor time of their process, in which nothing else may run.
 */
const alone = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts') && /\bvi\.|cpu-time\.js/.test(readFileSync(path, 'utf8')));

const plugins = [browserScript(), kernel(), madeAhead()];
const each = {
  // No test takes as long; a busy machine is no fault.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

/*
 * A process for every file spends a third of the suite's time on loading src/ again: files share one, which loads each
 * module once. That this hides nothing and lets no file disturb another is tested: test/module-state.test.ts says what
 * modules keep, test/support/leaves-nothing.ts looks after each file at what it may have changed.
 */
export default defineConfig({
  plugins,
  test: {
    globalSetup: ['test/support/build.ts', 'test/support/browser/notice.ts'],
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'html'] },
    // Vitest leaves a core idle, which is half of a machine of two.
    maxWorkers: availableParallelism(),
    projects: [
      { plugins, test: { ...each, name: 'alone', include: alone } },
      {
        plugins,
        test: {
          ...each,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: alone,
          isolate: false,
          setupFiles: ['test/support/leaves-nothing.ts'],
        },
      },
    ],
  },
});
