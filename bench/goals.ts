/** What the program must reach and what it aims at, as ratios of medians of one run. */
import type { Usage } from './usage.js';

/** What must hold at most, and what would be well. */
interface Limit {
  readonly must: number;
  readonly aim?: number;
}

export interface Goal {
  readonly work: string;
  readonly rows: number;
  readonly of: string;
  readonly against: string;
  /** Time relative to the other's: wall clock, or processor time where the wall clock means nothing. */
  readonly time: Limit;
  /** Peak memory in megabytes. */
  readonly megabytes?: Limit;
}

const MILLION = 1_000_000;

/** Of `kpi report` and `kpi check` on dirty CSV. */
export const CSV_GOALS: readonly Goal[] = [
  { work: 'report, 10,000 rows', rows: 10_000, of: 'report', against: 'duckdb', time: { must: 1.5, aim: 1 } },
  { work: 'report, 100,000 rows', rows: 100_000, of: 'report', against: 'duckdb', time: { must: 1.2, aim: 0.8 } },
  {
    work: 'report, 1,000,000 rows',
    rows: MILLION,
    of: 'report',
    against: 'duckdb',
    time: { must: 1.4, aim: 0.9 },
    megabytes: { must: 260, aim: 200 },
  },
  { work: 'report, 1,000,000 rows', rows: MILLION, of: 'report', against: 'whole', time: { must: 0.6, aim: 0.4 } },
  {
    work: 'core set, 1,000,000 rows',
    rows: MILLION,
    of: 'core',
    against: 'duckdb',
    time: { must: 0.8, aim: 0.6 },
    megabytes: { must: 200 },
  },
  {
    work: 'report, 5,000,000 rows',
    rows: 5 * MILLION,
    of: 'report',
    against: 'duckdb',
    time: { must: 1.3, aim: 0.9 },
    megabytes: { must: 900, aim: 700 },
  },
  { work: 'check, 1,000,000 rows', rows: MILLION, of: 'check', against: 'report', time: { must: 1.3, aim: 1 } },
];

/** Of breakdowns with many groups. */
export const GROUP_GOALS: readonly Goal[] = [
  { work: 'report --by account', rows: 30_000, of: 'accounts', against: 'report', time: { must: 3, aim: 2 } },
];

/** Of `kpi report` on workbooks. */
export const WORKBOOK_GOALS: readonly Goal[] = [
  { work: 'report, 100,000 rows', rows: 100_000, of: 'report', against: 'sheetjs', time: { must: 0.25 } },
  { work: 'report, 500,000 rows', rows: 500_000, of: 'report', against: 'sheetjs', time: { must: 0.12 } },
];

/** Of the start alone, on a Node of a major version: those from 24 on keep compiled code. */
export function startGoal(major: number): Goal {
  return { work: 'kpi --help', rows: 0, of: 'help', against: 'bare', time: { must: major < 24 ? 1.4 : 1.25 } };
}

/** One row a goal of which both sides were measured. On a busy machine processor time is told, not the wall clock. */
export function goalTable(
  goals: readonly Goal[],
  used: (id: string, rows: number) => Usage | undefined,
  busy: boolean,
): string {
  const lines = goals.flatMap(({ work, rows, of, against, time, megabytes }) => {
    const own = used(of, rows);
    const other = used(against, rows);
    if (own === undefined || other === undefined) return [];
    const ratio = busy ? own.cpu / other.cpu : own.wall / other.wall;
    const parts = [part(time, ratio, ratio.toFixed(2), (limit) => `${limit} × ${against}`)];
    if (megabytes !== undefined) {
      const peak = own.peak / 1e6;
      parts.push(part(megabytes, peak, `${Math.round(peak)} MB`, (limit) => `${limit} MB`));
    }
    const cells = (['must', 'aim', 'measured', 'reached'] as const).map((name) =>
      parts.map((cell) => cell[name]).join(', '),
    );
    return [`| ${work} | ${cells.join(' | ')} |`];
  });
  if (lines.length === 0) return '';
  const head = `| goal: ${busy ? 'processor time' : 'wall clock'} at most | must | aim | measured | reached |`;
  return [head, '|---|---|---|---|---|', ...lines].join('\n');
}

function part({ must, aim }: Limit, value: number, measured: string, words: (limit: number) => string) {
  const reached = aim !== undefined && value <= aim ? 'aim' : value <= must ? 'must' : 'no';
  return { must: words(must), aim: aim === undefined ? '–' : words(aim), measured, reached };
}
