/** Whether a run saw enough for what it did not find to be fixed: else a pruned baseline forgets what is still wrong. */
import { UserError } from '../errors/user-error.js';
import { type Said, said } from '../locale/said.js';
import { sayInEach } from '../locale/say.js';
import type { Dataset } from '../model/dataset.js';
import { cellText } from '../model/text-column.js';
import { type BaselineScope, roleAndName } from '../quality/baseline.js';
import type { CheckResult } from '../quality/check.js';
import { isJudged } from '../quality/compare-baseline.js';
import { FEWEST_IN_GAP } from '../quality/gaps.js';
import type { NamedBaseline } from './read-baseline.js';

/** Records that may have left since the baseline was made: some are deleted because they were faults. */
const SMALLEST_SHARE = 0.9;
/** Rules and records named in a refusal. */
const NAMED = 5;

/** What a check looks at, as a baseline made of it says. */
export function scopeOfRun({ deals, sources }: Dataset, where: string | undefined): BaselineScope {
  return {
    records: deals.size,
    files: sources.map(({ role, file }) => roleAndName(role, file)).sort(),
    where: (where ?? '').trim().replace(/\s+/g, ' '),
  };
}

/**
 * Refuses to prune a baseline by a check, compared with it, that saw less than the baseline was made of.
 * @throws UserError `prune_saw_less` (exit 2), with what it did not see and what would be lost
 */
export function refuseLess(
  { file, known, scope }: NamedBaseline,
  comparison: CheckResult,
  now: BaselineScope,
  dataset: Dataset,
): void {
  const entries = [...known].filter(([, ofRule]) => ofRule.size > 0);
  if (entries.length === 0) return;
  const why = [
    ...narrowed(now, scope),
    ...notLookedAt(
      entries.map(([rule]) => rule),
      comparison,
    ),
    ...(scope === null ? [] : fewer(now, scope)),
  ];
  const reasons = why.length > 0 ? why : otherData(comparison, now, scope, dataset);
  if (reasons.length === 0) return;
  throw new UserError('prune_saw_less', {
    file,
    reasons: reasons.map(sayInEach),
    lost: sayInEach(lostBy(comparison)),
  });
}

function narrowed(now: BaselineScope, scope: BaselineScope | null): Said[] {
  if (now.where === '' || now.where === scope?.where) return [];
  return [said('prune_narrowed', { where: now.where })];
}

/** A rule whose records are all gone was looked at; one without its column, or not selected, was not. */
function notLookedAt(rules: readonly string[], { results }: CheckResult): Said[] {
  const seen = new Set(
    results.filter((one) => isJudged(one) || one.reason === 'no_applicable_records').map(({ rule }) => rule.id),
  );
  const unseen = rules.filter((rule) => !seen.has(rule)).sort();
  if (unseen.length === 0) return [];
  return [said('prune_rules_unchecked', firstOf(unseen))];
}

function fewer(now: BaselineScope, scope: BaselineScope): Said[] {
  const reasons: Said[] = [];
  const roles = (files: readonly string[], role: string): number =>
    files.filter((file) => file.startsWith(`${role} `)).length;
  const missing = [...new Set(scope.files.map((file) => file.slice(0, file.indexOf(' '))))].filter(
    (role) => roles(now.files, role) < roles(scope.files, role),
  );
  if (missing.length > 0) {
    const gone = scope.files.filter(
      (file) => missing.some((role) => file.startsWith(`${role} `)) && !now.files.includes(file),
    );
    reasons.push(said('prune_fewer_files', firstOf(gone.length > 0 ? gone : missing)));
  }
  if (now.records < SMALLEST_SHARE * scope.records) {
    reasons.push(said('prune_fewer_records', { records: now.records, before: scope.records }));
  }
  return reasons;
}

/**
 * What is not found because its record is not in these files at all. In a file of the same name most of what is known
 * must be gone with its records: a few were deleted.
 */
function otherData(
  { results }: CheckResult,
  now: BaselineScope,
  scope: BaselineScope | null,
  dataset: Dataset,
): Said[] {
  const ids = idsOf(dataset);
  let [met, gone, other] = [0, 0, 0];
  for (const { rule, met: still, fixed } of results) {
    met += still.length;
    const named = rule.scope === 'deal' || rule.scope === 'row';
    for (const { label, count } of fixed) {
      const tells = named && label !== null && !label.endsWith('…') && count < FEWEST_IN_GAP;
      if (tells && !ids.has(label)) gone++;
      else if (tells) met++;
      else other++;
    }
  }
  const sameNames = scope?.files.every((file) => now.files.includes(file));
  const suspicious = sameNames ? gone > met + other : gone > 0 || (met === 0 && other > 0);
  if (!suspicious) return [];
  const [missing, of] = gone === 0 ? [other, 'faults' as const] : [gone, 'records' as const];
  return [said('prune_other_data', { missing, of })];
}

function idsOf({ deals }: Dataset): ReadonlySet<string> {
  const column = deals.column('id');
  const ids = new Set<string>();
  for (let row = 0; row < deals.size; row++) ids.add(cellText(column, row).trim());
  return ids;
}

/** What a pruned baseline would forget. */
function lostBy({ results }: CheckResult): Said {
  const lost = results.filter(({ fixed }) => fixed.length > 0);
  if (lost.length === 0) return said('prune_loses_nothing');
  const rules = lost.slice(0, NAMED).map(({ rule, fixed }) => ({
    rule: rule.id,
    violations: fixed.reduce((sum, { count }) => sum + count, 0),
    ...firstOf(fixed.flatMap(({ label }) => (label === null ? [] : [label])).sort()),
  }));
  return said('prune_loses', { rules, more: lost.length - rules.length });
}

function firstOf(all: readonly string[]): { names: readonly string[]; more: number } {
  return { names: all.slice(0, NAMED), more: Math.max(0, all.length - NAMED) };
}
