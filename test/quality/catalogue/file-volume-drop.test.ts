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
});
