/** Which earlier runs a run is compared with: passing ones of its like, the newest of them. */
import { median } from '../stats/quantile.js';
import type { RunColumn, RunSummary } from './run-history.js';

/** Runs that make the measure: two months of weekly ones. */
const MOST_COMPARED = 8;
/** Share of columns, or of fields, that two runs over one kind of file have in common at least. */
const SAME_TABLE = 0.5;
/** Fewer runs show no spread. */
const FEWEST_FOR_SPREAD = 5;
/** Median absolute deviation × this = standard deviation of normal values (Rousseeuw and Croux, 1993). */
const MAD_SCALE = 1.4826;

/** The runs that a run is compared with, oldest first, and why others are not. */
export interface EarlierRuns {
  /** At most 8, the last of them the newest; empty where there are none. */
  readonly recent: readonly RunSummary[];
  /** Runs that are no measure, by the first reason that holds. */
  readonly left: { readonly failed: number; readonly scope: number; readonly files: number };
  /** No run of files with these names is among them: they are of files with the same columns. */
  readonly otherNames: boolean;
}

/** The earlier runs that are a measure for this one. */
export function earlierRuns(runs: readonly RunSummary[], now: RunSummary): EarlierRuns {
  const left = { failed: 0, scope: 0, files: 0 };
  const like = runs.filter((run) => {
    if (run.scope !== now.scope) left.scope++;
    else if (!isSameTable(run.columns, now.columns)) left.files++;
    else if (!run.passed) left.failed++;
    else return true;
    return false;
  });
  const named = like.filter(({ files }) => files === null || sameNames(files, now.files));
  if (named.length > 0) left.files += like.length - named.length;
  const recent = (named.length > 0 ? named : like).slice(-MOST_COMPARED);
  return { recent, left, otherNames: recent.length > 0 && named.length === 0 };
}

function sameNames(one: readonly string[], other: readonly string[] | null): boolean {
  return other === null || one.join('\n') === other.join('\n');
}

/** Whether two runs were over one kind of file: half of the columns, or of the fields, of deals are the same. */
function isSameTable(one: readonly RunColumn[], other: readonly RunColumn[]): boolean {
  if (one.length === 0 || other.length === 0) return true;
  const main = one.some(({ role }) => role === 'deals') ? 'deals' : one[0]?.role;
  const of = (columns: readonly RunColumn[], name: (column: RunColumn) => string | null): Set<string> =>
    new Set(columns.filter(({ role }) => role === main).flatMap((column) => name(column) ?? []));
  const shared = (name: (column: RunColumn) => string | null): number => {
    const [a, b] = [of(one, name), of(other, name)];
    const both = [...a].filter((each) => b.has(each)).length;
    return both / Math.max(1, a.size + b.size - both);
  };
  return shared(({ column }) => column) >= SAME_TABLE || shared(({ field }) => field) >= SAME_TABLE;
}

/** What earlier runs had of something. */
export interface Measure {
  /** The middle of up to 8 runs; of one run, its own. */
  readonly median: number;
  /** How many robust standard deviations a value lies off it; null where the runs show no spread, or are under five. */
  z(value: number): number | null;
}

/** The middle of values and their spread, neither of which one odd run moves. Values: at least one. */
export function measureOf(values: readonly number[]): Measure {
  const middle = median(values);
  const spread = MAD_SCALE * median(values.map((value) => Math.abs(value - middle)));
  return {
    median: middle,
    z: (value) => (values.length < FEWEST_FOR_SPREAD || spread === 0 ? null : (value - middle) / spread),
  };
}
