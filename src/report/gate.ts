/** The verdict of a check: what a baseline knows is set aside, what was required is asked for, warnings are counted. */

import { type Said, said } from '../locale/said.js';
import type { Lang } from '../locale/text.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Baseline } from '../quality/baseline.js';
import { type CheckResult, gate } from '../quality/check.js';
import { acceptAll, applyBaseline, baselineSize } from '../quality/compare-baseline.js';
import type { ActiveSeverity, Rule } from '../quality/definition.js';
import { messageEntry } from './documents.js';
import type { Check } from './schema.js';

export interface GateContext {
  readonly failOn: ActiveSeverity | 'never';
  /** Ids of rules that must have been checked. */
  readonly require: readonly string[];
  /** The column that a rule should have looked at and that was left out; left out: there is none. */
  readonly unseen?: (rule: Rule) => string | null;
  /** More new violations of severity warn fail; null = no limit. */
  readonly maxWarnings: number | null;
  /** The day of the run: entries of the baseline that end before it have expired. */
  readonly today: CivilDay;
  /** What is known, and how people call the file; `everything`, where the baseline is being written. */
  readonly baseline: { readonly file: string; readonly known: Baseline | 'everything' } | null;
  readonly lang: Lang;
}

export interface Gated {
  /** The check, compared with the baseline. */
  readonly result: CheckResult;
  /** Ids of the required rules that were not checked. */
  readonly required: ReadonlySet<string>;
  readonly summary: Pick<Check['summary'], 'baseline' | 'known' | 'fixed' | 'outcome' | 'failOn' | 'failures'>;
  readonly warnings: readonly Said[];
}

/** What the gate makes of a check. */
export function applyGate(found: CheckResult, context: GateContext): Gated {
  const { failOn, baseline, lang } = context;
  const result = compared(found, context);
  const unchecked = uncheckedRules(result, context);
  const failures = [
    ...tooManyWarnings(result, context.maxWarnings),
    ...[...unchecked].map(([rule, because]) => said('required_rule', { rule, because })),
  ].map((one) => messageEntry(one, lang));
  const known = sumOf(result, (one) => one.known);
  const fixed = sumOf(result, (one) => one.fixed.reduce((sum, { count }) => sum + count, 0));
  const summary = {
    baseline: baseline?.file ?? null,
    known,
    fixed,
    outcome: failures.length > 0 ? ('fail' as const) : gate(result.results, failOn),
    failOn,
    failures,
  };
  const warnings = [...strangeBaseline(baseline, known, fixed, result), ...expiredEntries(baseline, result)];
  return { result, required: new Set(unchecked.keys()), summary, warnings };
}

function compared(found: CheckResult, { baseline, today }: GateContext): CheckResult {
  if (baseline === null) return found;
  return baseline.known === 'everything' ? acceptAll(found) : applyBaseline(found, baseline.known, today);
}

function sumOf({ results }: CheckResult, count: (result: CheckResult['results'][number]) => number): number {
  return results.reduce((sum, one) => sum + count(one), 0);
}

function tooManyWarnings({ warnings }: CheckResult, most: number | null): Said[] {
  return most === null || warnings <= most ? [] : [said('max_warnings', { warnings, most })];
}

/**
 * Required rules that were not checked, and why; one that is off or was not selected was not checked either, nor one
 * whose column no file has or was left out, whatever the severity of that.
 */
function uncheckedRules(
  { results }: CheckResult,
  { require, unseen = () => null }: Pick<GateContext, 'require' | 'unseen'>,
): ReadonlyMap<string, Said> {
  const byId = new Map(results.map((one) => [one.rule.id, one]));
  const unchecked = new Map<string, Said>();
  for (const id of require) {
    const found = byId.get(id);
    const left = found === undefined ? null : unseen(found.rule);
    if (found === undefined) unchecked.set(id, said('rule_off'));
    else if (left !== null) unchecked.set(id, said('rule_column_left_out', { column: left }));
    else if (found.outcome === 'skipped') unchecked.set(id, skipped(found.reason ?? 'no_applicable_records'));
    else if (found.absent !== null) unchecked.set(id, skipped(`missing_field:${found.absent}`));
  }
  return unchecked;
}

function skipped(reason: string): Said {
  return said('rule_skipped', { reason });
}

/** A baseline of fewer entries may well be fixed as a whole; more that all fit nothing are of other data. */
const ENOUGH_TO_WONDER = 10;

/** Expired entries named in a warning. */
const NAMED = 3;

/** What counts again, with the last day and the reason of the first entries. */
function expiredEntries(baseline: GateContext['baseline'], { results }: CheckResult): readonly Said[] {
  const expired = results.flatMap(({ rule, met }) => met.list(true).map((entry) => ({ rule: rule.id, ...entry })));
  if (baseline === null || expired.length === 0) return [];
  const violations = expired.reduce((sum, entry) => sum + entry.count, 0);
  const entries = expired.flatMap(({ rule, note }) => {
    const { until = null, reason = null } = note ?? {};
    return until === null ? [] : [{ rule, until: isoDay(until), reason }];
  });
  const each = [...new Map(entries.map((one) => [JSON.stringify(one), one])).values()];
  const named = each.slice(0, NAMED);
  const more = each.length - named.length;
  return [said('baseline_expired', { file: baseline.file, violations, entries: named, more })];
}

function strangeBaseline(
  baseline: GateContext['baseline'],
  known: number,
  fixed: number,
  { results }: CheckResult,
): readonly Said[] {
  if (baseline === null || baseline.known === 'everything' || known > 0 || fixed < ENOUGH_TO_WONDER) return [];
  if (results.some(({ expired }) => expired > 0)) return [];
  if (fixed < baselineSize(baseline.known)) return []; // of rules that were not looked at
  return [said('baseline_of_other_data', { file: baseline.file, violations: fixed })];
}
