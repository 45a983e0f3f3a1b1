import { describe, expect, it } from 'vitest';
import { startProgress } from '../../src/cli/progress.js';

/** A progress line on a clock that the test moves. */
function progressAt(width = 80) {
  const clock = { ms: 1000 };
  const written: string[] = [];
  const progress = startProgress({ lang: 'en', width, now: () => clock.ms, write: (text) => written.push(text) });
  return { clock, written, progress };
}

describe('progress', () => {
  it('shows nothing for half a second, then a share of the whole', () => {
    const { clock, written, progress } = progressAt();
    clock.ms += 499;
    progress.update('data/deals.csv', 10e6, 200e6);
    expect(written).toEqual([]);
    clock.ms += 1;
    progress.update('data/deals.csv', 90e6, 200e6);
    expect(written).toEqual(['\r\u001b[Kreading deals.csv: 45 % of 200 MB']);
  });

  it('writes ten times a second at most, and erases its line at the end, once', () => {
    const { clock, written, progress } = progressAt();
    clock.ms += 600;
    for (let bytes = 0; bytes < 100; bytes++) progress.update('-', bytes * 1e6, null);
    expect(written).toEqual(['\r\u001b[Kreading stdin: 0.0 MB']);
    clock.ms += 100;
    progress.update('-', 50e6, null);
    expect(written.at(-1)).toBe('\r\u001b[Kreading stdin: 50 MB');
    progress.end();
    progress.end();
    clock.ms += 1000;
    progress.update('-', 60e6, null);
    expect(written.slice(2)).toEqual(['\r\u001b[K']);
  });

  it('erases nothing where nothing was shown', () => {
    const { written, progress } = progressAt();
    progress.end();
    expect(written).toEqual([]);
  });

  it('never wraps and never obeys a file name', () => {
    const { clock, written, progress } = progressAt(20);
    clock.ms += 600;
    progress.update('\u001b[2J-a-very-long-name.csv', 1, 10);
    expect(written[0]?.replace('\r\u001b[K', '')).toHaveLength(19);
    expect(written[0]?.replace('\r\u001b[K', '')).not.toContain('\u001b');
  });
});
