import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { keepFreedMemory, PIECE } from '../../src/cli/freed-memory.js';

/** New pages that it takes to write pieces of one to seven megabytes, each freed before the next, larger one. */
function pagesOf(begin: string): number {
  const program = `
    async function collect() {
      gc();
      await new Promise((resolve) => setTimeout(resolve, 20)); // another thread frees it
    }
    async function pages() {
      ${begin}
      await collect();
      const before = process.resourceUsage().minorPageFault;
      for (let bytes = 1_000_000; bytes < 7_000_000; bytes += 250_000) {
        new Uint8Array(bytes).fill(1);
        await collect();
      }
      return process.resourceUsage().minorPageFault - before;
    }
    void pages().then(console.log);
  `;
  return Number(execFileSync(process.execPath, ['--expose-gc', '--eval', program], { encoding: 'utf8' }));
}

it('memory that was freed is written to again, where GNU’s allocator would have given it back', () => {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  const usual = pagesOf('');
  const kept = pagesOf(`(${keepFreedMemory.toString()})(${PIECE});`);
  // 24 pieces of 4 MB are some 23,000 pages of 4 KiB.
  if (header.glibcVersionRuntime !== undefined) expect(usual).toBeGreaterThan(20_000);
  expect(kept).toBeLessThan(usual / 3 + 1_000);
});
