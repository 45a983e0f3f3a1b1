import { describe, expect, it } from 'vitest';
import { fileVolumeDrop } from '../../../src/quality/catalogue/file-volume-drop.js';
import { runRule } from '../../support/rules.js';

const table = (now: number, before: number) =>
  ['id amount', ...Array.from({ length: now }, (_, n) => `D${n} 5`), `# previous 2024-12-01 ${before}`].join('\n');

describe('file.volume_drop', () => {
  it.each([
    [7, 10, 0],
    [6, 9, 1],
    [20, 10, 0],
    [21, 10, 1],
  ])('%d records after %d: %d violations', (now, before, violations) => {
    expect(runRule(fileVolumeDrop, table(now, before))).toMatchObject({ violations, applicable: 1 });
  });

  it('says how many there were, and takes the shares that are asked for', () => {
    const [found] = runRule(fileVolumeDrop, table(6, 9)).describe();
    expect(found?.message.en).toBe('6 records, after 9 in the run of 2024-12-01: 67 %');
    expect(runRule(fileVolumeDrop, table(6, 9), { least: 0.5 }).violations).toBe(0);
  });

  it('judges nothing without an earlier run', () => {
    expect(runRule(fileVolumeDrop, 'id amount\nD1 5').outcome).toBe('skipped');
  });

  it('compares with the median of earlier runs, and their spread', () => {
    const runs = (now: number, ...before: number[]) =>
      [
        'id amount',
        ...Array.from({ length: now }, (_, n) => `D${n} 5`),
        ...before.map((n, at) => `# previous 2024-11-0${at + 1} ${n}`),
      ].join('\n');
    // One odd run of 20 moves the median of 100 by nothing.
    expect(runRule(fileVolumeDrop, runs(60, 100, 101, 20)).describe()[0]?.message.en).toBe(
      '60 records, after a median of 100 in the last 3 passing runs, up to 2024-11-03: 60 %',
    );
    // Median 100, deviations 2, 1, 0, 1, 2: 1.4826 × 1. 85 lies 10.1 of them off, and 15 %.
    const steady = [98, 99, 100, 101, 102];
    expect(runRule(fileVolumeDrop, runs(85, ...steady)).describe()[0]?.message.en).toBe(
      '85 records, after a median of 100 in the last 5 passing runs, up to 2024-11-05: 85 %, 10.1 robust standard deviations off',
    );
    // 92 lies 5.4 of them off, but 8 % change nothing; four runs, and equal ones, show no spread.
    expect(runRule(fileVolumeDrop, runs(92, ...steady)).violations).toBe(0);
    expect(runRule(fileVolumeDrop, runs(85, 98, 99, 101, 102)).violations).toBe(0);
    expect(runRule(fileVolumeDrop, runs(85, 100, 100, 100, 100, 100)).violations).toBe(0);
    expect(runRule(fileVolumeDrop, runs(85, ...steady), { z: 20 }).violations).toBe(0);
  });
});
