import { describe, expect, it } from 'vitest';
import { earlierRuns, measureOf } from '../../src/quality/earlier-runs.js';
import type { RunSummary } from '../../src/quality/run-history.js';

const run = (records: number, some: Partial<RunSummary> = {}): RunSummary => ({
  asOf: 20_000,
  records,
  filled: new Map(),
  columns: ['Id', 'Stage', 'Amount', 'Close Date'].map((column) => ({ role: 'deals', column, field: null })),
  passed: true,
  scope: '',
  files: ['deals.csv'],
  ...some,
});
const records = (runs: readonly RunSummary[], now = run(0)) => earlierRuns(runs, now).recent.map((one) => one.records);

describe('the runs that one is compared with', () => {
  it('are the last eight that passed', () => {
    expect(records([])).toEqual([]);
    expect(records(Array.from({ length: 10 }, (_, n) => run(n)))).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(records([run(1), run(2, { passed: false })])).toEqual([1]);
  });

  it('were narrowed alike', () => {
    const runs = [run(1), run(2, { scope: 'rules deal.*' })];
    expect(records(runs)).toEqual([1]);
    expect(records(runs, run(0, { scope: 'rules deal.*' }))).toEqual([2]);
    expect(earlierRuns(runs, run(0, { scope: 'where a = 1' })).left).toEqual({ failed: 0, scope: 2, files: 0 });
  });

  it('are of the same files; where there are none, of files with half of the columns', () => {
    const other = run(2, { files: ['north.csv'] });
    const strange = run(3, { columns: [{ role: 'deals', column: 'Ticket', field: null }] });
    expect(records([run(1), other, strange])).toEqual([1]);
    expect(earlierRuns([other, strange], run(0))).toMatchObject({ recent: [other], otherNames: true });
    expect(earlierRuns([strange], run(0)).left.files).toBe(1);
    // A line of the first version does not tell its files.
    expect(records([run(4, { files: null })])).toEqual([4]);
  });
});

describe('the measure of some runs', () => {
  it('is the median, and the median absolute deviation × 1.4826', () => {
    expect(measureOf([100])).toMatchObject({ median: 100 });
    // Median 100; deviations 20, 10, 0, 10, 20: their median is 10. (150 − 100) / 14.826 = 3.3725.
    const { median, z } = measureOf([80, 90, 100, 110, 120]);
    expect(median).toBe(100);
    expect(z(150)).toBeCloseTo(3.3725, 4);
  });

  it('knows no spread of under five runs, or of runs that do not differ', () => {
    expect(measureOf([1, 2, 3, 4]).z(9)).toBeNull();
    expect(measureOf([5, 5, 5, 5, 5]).z(9)).toBeNull();
  });
});
