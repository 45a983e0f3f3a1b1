/** What the program must reach, as ratios of medians of one run. */
import type { Usage } from './usage.js';

interface Goal {
  readonly work: string;
  readonly rows: number;
  readonly of: string;
  readonly against: string;
  /** Wall clock and peak memory relative to the other, at most; peak in megabytes, at most. */
  readonly wall: number;
  readonly memory?: number;
  readonly megabytes?: number;
}

/** Of `kpi report` and `kpi check` on CSV. */
export const CSV_GOALS: readonly Goal[] = [
  { work: 'report, 100,000 rows', rows: 100_000, of: 'report', against: 'duckdb', wall: 0.7 },
  { work: 'report, 1,000,000 rows', rows: 1_000_000, of: 'report', against: 'duckdb', wall: 1, megabytes: 250 },
  { work: 'core set, 1,000,000 rows', rows: 1_000_000, of: 'core', against: 'duckdb', wall: 0.7, megabytes: 120 },
  { work: 'report, 5,000,000 rows', rows: 5_000_000, of: 'report', against: 'duckdb', wall: 1, megabytes: 700 },
  { work: 'check, 1,000,000 rows', rows: 1_000_000, of: 'check', against: 'report', wall: 2 },
];

/** Of `kpi report` on workbooks. */
export const WORKBOOK_GOALS: readonly Goal[] = [
  { work: 'report, 100,000 rows', rows: 100_000, of: 'report', against: 'sheetjs', wall: 0.3, memory: 0.5 },
  { work: 'report, 500,000 rows', rows: 500_000, of: 'report', against: 'sheetjs', wall: 0.2, memory: 0.5 },
];

/** Of the start alone. */
export const START_GOALS: readonly Goal[] = [{ work: 'kpi --help', rows: 0, of: 'help', against: 'bare', wall: 1.4 }];

/** One row a goal of which both sides were measured. */
export function goalTable(goals: readonly Goal[], used: (id: string, rows: number) => Usage | undefined): string {
  const lines = goals.flatMap((goal) => {
    const own = used(goal.of, goal.rows);
    const other = used(goal.against, goal.rows);
    if (own === undefined || other === undefined) return [];
    const parts: [string, number, number][] = [
      [`wall ≤ ${goal.wall} × ${goal.against}`, own.wall / other.wall, goal.wall],
    ];
    if (goal.memory !== undefined) parts.push([`memory ≤ ${goal.memory} ×`, own.peak / other.peak, goal.memory]);
    if (goal.megabytes !== undefined) parts.push([`≤ ${goal.megabytes} MB`, own.peak / 1e6, goal.megabytes]);
    const wanted = parts.map(([text]) => text).join(', ');
    const measured = parts.map(([, value]) => (value > 10 ? `${Math.round(value)} MB` : value.toFixed(2))).join(', ');
    const reached = parts.map(([, value, limit]) => (value <= limit ? 'yes' : 'no')).join(', ');
    return [`| ${goal.work} | ${wanted} | ${measured} | ${reached} |`];
  });
  return lines.length === 0
    ? ''
    : ['| goal | at most | measured | reached |', '|---|---|---|---|', ...lines].join('\n');
}
