import { describe, expect, it } from 'vitest';
import { fileStale } from '../../../src/quality/catalogue/file-stale.js';
import { runRule } from '../../support/rules.js';

describe('file.stale', () => {
  it('rejects records that are more than eight days old on the day of the run, future ones aside', () => {
    const table = (newest: string) =>
      `id created_at modified_at\nD1 ${newest} .\nD2 2024-03-01 2024-04-01\nD3 2026-01-01 .\n# today 2025-01-01`;
    const [found] = runRule(fileStale, table('2024-12-23')).describe();
    expect(found?.message.en).toBe('the newest record is of 2024-12-23, 9 days before this run');
    expect(runRule(fileStale, table('2024-12-24'))).toMatchObject({ outcome: 'pass', applicable: 1 });
    expect(runRule(fileStale, table('2024-12-23'), { days: 9 }).violations).toBe(0);
  });

  it('judges nothing where the snapshot date is said', () => {
    expect(runRule(fileStale, 'id created_at\nD1 2020-01-01').outcome).toBe('skipped');
  });
});
