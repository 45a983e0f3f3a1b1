/** The earlier runs that a check is compared with, and what its reader must know of that. */
import { type Said, said } from '../locale/said.js';
import { earlierRuns } from '../quality/earlier-runs.js';
import type { RunSummary } from '../quality/run-history.js';
import type { NamedHistory } from './read-history.js';

export interface ComparedRuns {
  /** Passing runs of its like, oldest first. */
  readonly recent: readonly RunSummary[];
  readonly warnings: readonly Said[];
}

/** A check without a history. */
export const NOT_COMPARED: ComparedRuns = { recent: [], warnings: [] };

/** What a check is narrowed to, the same however it was written; '' = all rules over all deals. */
export function scopeOf(where: string | undefined, select: readonly string[]): string {
  const patterns = [...new Set(select)].sort();
  return [
    ...(where === undefined ? [] : [`where ${where.trim().replace(/\s+/g, ' ')}`]),
    ...(patterns.length === 0 ? [] : [`rules ${patterns.join(',')}`]),
  ].join('; ');
}

/** The runs of a history that are a measure for this one, and what is to be said where there are none or they are others. */
export function compareRuns({ file, runs }: NamedHistory, now: RunSummary): ComparedRuns {
  const { recent, otherNames, left } = earlierRuns(runs, now);
  const warnings: Said[] = [];
  if (now.scope !== '') warnings.push(said('history_kept_apart', { file, scope: now.scope }));
  if (runs.length > 0 && recent.length === 0) {
    const { failed, scope: narrowed, files: otherFiles } = left;
    warnings.push(said('history_not_compared', { file, runs: runs.length, failed, narrowed, otherFiles }));
  }
  if (otherNames) {
    const names = (run: RunSummary | undefined): readonly string[] => run?.files ?? [];
    warnings.push(said('history_other_names', { file, files: names(now), before: names(recent.at(-1)) }));
  }
  return { recent, warnings };
}
