/** The earlier runs that a check is compared with, and what its reader must know of that. */
import type { Text } from '../locale/text.js';
import type { Warning } from '../model/dataset.js';
import { type EarlierRuns, earlierRuns } from '../quality/earlier-runs.js';
import type { RunSummary } from '../quality/run-history.js';
import type { NamedHistory } from './read-history.js';

export interface ComparedRuns {
  /** Passing runs of its like, oldest first. */
  readonly recent: readonly RunSummary[];
  readonly warnings: readonly Warning[];
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

/** The runs of a history that are a measure for this one, and in words where there are none or they are others. */
export function compareRuns({ file, runs }: NamedHistory, now: RunSummary): ComparedRuns {
  const earlier = earlierRuns(runs, now);
  const { recent, otherNames } = earlier;
  const warnings = [
    ...(now.scope === '' ? [] : [{ code: 'history_kept_apart', text: keptApart(file, now.scope) }]),
    ...(runs.length > 0 && recent.length === 0
      ? [{ code: 'history_not_compared', text: notCompared(file, runs.length, earlier.left) }]
      : []),
    ...(otherNames ? [{ code: 'history_other_names', text: otherNamesText(file, now, recent) }] : []),
  ];
  return { recent, warnings };
}

const keptApart = (file: string, scope: string): Text => ({
  en: `This run is narrowed (${scope}): in ${file} it stands apart, compared only with runs that were narrowed alike, and no measure for whole ones.`,
  fa: `این اجرا محدود شده است (${scope}): در ${file} جدا می‌ماند، تنها با اجراهایی سنجیده می‌شود که همین‌گونه محدود شده‌اند و معیار اجراهای کامل نیست.`,
});

function notCompared(file: string, n: number, { failed, scope, files }: EarlierRuns['left']): Text {
  const en = [
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(scope === 0 ? [] : [`${scope} ${scope === 1 ? 'was' : 'were'} narrowed otherwise (--where, --rules)`]),
    ...(files === 0 ? [] : [`${files} ${files === 1 ? 'is' : 'are'} of other files`]),
  ];
  const fa = [
    ...(failed === 0 ? [] : [`${failed} مردود شده‌اند`]),
    ...(scope === 0 ? [] : [`${scope} جور دیگری محدود شده‌اند (--where، --rules)`]),
    ...(files === 0 ? [] : [`${files} از فایل‌های دیگرند`]),
  ];
  return {
    en: `Nothing was compared with the history ${file}: of its ${n} ${n === 1 ? 'run' : 'runs'} ${en.join(', ')}.`,
    fa: `با تاریخچه‌ی ${file} چیزی سنجیده نشد: از ${n} اجرای آن ${fa.join('، ')}.`,
  };
}

function otherNamesText(file: string, now: RunSummary, recent: readonly RunSummary[]): Text {
  const names = (run: RunSummary | undefined): string => (run?.files ?? []).join(', ');
  const before = names(recent.at(-1));
  return {
    en: `The history ${file} has no passing run of ${names(now)}: compared with ${before}, which has like columns.`,
    fa: `تاریخچه‌ی ${file} اجرای پذیرفته‌شده‌ای از ${names(now)} ندارد: با ${before} که ستون‌های همانند دارد سنجیده شد.`,
  };
}
