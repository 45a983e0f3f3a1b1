import { describe, expect, it } from 'vitest';
import { type Goal, goalTable } from '../../bench/goals.js';

const GOAL: Goal = {
  work: 'report',
  rows: 10,
  of: 'report',
  against: 'duckdb',
  time: { must: 1.4, aim: 0.9 },
  megabytes: { must: 260 },
};
const MEASURED: Readonly<Record<string, { wall: number; cpu: number; peak: number }>> = {
  report: { wall: 1.2, cpu: 0.8, peak: 300e6 },
  duckdb: { wall: 1, cpu: 1, peak: 200e6 },
};
const used = (id: string, rows: number) => (rows === 10 ? MEASURED[id] : undefined);

describe('goalTable', () => {
  it('says for time and memory whether what must be is reached, or the aim', () => {
    expect(goalTable([GOAL], used, false).split('\n').at(-1)).toBe(
      '| report | 1.4 × duckdb, 260 MB | 0.9 × duckdb, – | 1.20, 300 MB | must, no |',
    );
  });

  it('takes processor time on a busy machine', () => {
    const table = goalTable([GOAL], used, true);
    expect(table).toContain('processor time');
    expect(table.split('\n').at(-1)).toContain('| 0.80, 300 MB | aim, no |');
  });

  it('leaves out what was not measured', () => {
    expect(goalTable([{ ...GOAL, rows: 20 }], used, false)).toBe('');
  });
});
