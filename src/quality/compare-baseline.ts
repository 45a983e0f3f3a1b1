import type { Baseline, KnownViolation } from './baseline.js';
import { type CheckResult, type FixedViolation, type RuleResult, verdictOf } from './check.js';
import { fingerprint, type Identity } from './fingerprint.js';
import { gapLabel } from './gaps.js';
import { gapsByIndex } from './listing.js';

/**
 * A check in which only violations that the baseline does not know count: outcomes, thresholds and totals are those of
 * the new ones, and known ones are numbers. Scores stay those of all records: a known fault is still a fault. Of several
 * violations with one fingerprint, the first are taken for the known ones.
 */
export function applyBaseline(result: CheckResult, baseline: Baseline): CheckResult {
  const results = result.results.map((one) => (isJudged(one) ? compared(one, baseline.get(one.rule.id)) : one));
  const fresh = (severity: RuleResult['severity']): number =>
    results.reduce((sum, one) => (one.severity === severity ? sum + one.violations - one.known : sum), 0);
  return { ...result, results, errors: fresh('error'), warnings: fresh('warn'), infos: fresh('info') };
}

/** A check in which everything is known, as it is to the baseline recorded of it: the same, without naming anything. */
export function acceptAll(result: CheckResult): CheckResult {
  const results = result.results.map(
    (one): RuleResult =>
      isJudged(one)
        ? {
            ...one,
            known: one.violations,
            outcome: 'pass',
            describe: (n, indexes) => one.describe(indexes ? n : 0, indexes),
            list: (most, indexes) => (indexes ? one.list(most, indexes) : []),
          }
        : one,
  );
  return { ...result, results, errors: 0, warnings: 0, infos: 0 };
}

/** Whether a rule said anything about the data: what was not looked at is neither known nor fixed. */
function isJudged({ outcome }: RuleResult): boolean {
  return outcome !== 'skipped' && outcome !== 'error';
}

function compared(result: RuleResult, known: ReadonlyMap<string, KnownViolation> | undefined): RuleResult {
  if (known === undefined) return result;
  const left = new Map([...known].map(([hash, { count }]) => [hash, count]));
  const fresh = new Uint32Array(result.violations);
  let [n, index] = [0, 0];
  const gapHashes = gapHashesIn(result.rule.id, known);
  for (const identity of result.identities()) {
    const hash = fingerprint(result.rule.id, identity);
    const covered = [hash, ...gapHashes(identity)].find((one) => (left.get(one) ?? 0) > 0);
    if (covered === undefined) fresh[n++] = index;
    else left.set(covered, (left.get(covered) ?? 0) - 1);
    index++;
  }
  return {
    ...result,
    known: result.violations - n,
    fixed: [...left].flatMap(([hash, count]): FixedViolation[] =>
      count === 0 ? [] : [{ fingerprint: hash, count, label: known.get(hash)?.label ?? null }],
    ),
    ...verdictOf(result, n),
    describe: (most, indexes) => result.describe(most, indexes ?? fresh.subarray(0, Math.min(n, most ?? n))),
    list: (most, indexes) => result.list(most, indexes ?? fresh.subarray(0, n)),
  };
}

/** The fingerprints of the gaps that a violation may be part of and a baseline knows. Each is made once. */
function gapHashesIn(rule: string, known: ReadonlyMap<string, KnownViolation>): (of: Identity) => readonly string[] {
  const hashes = new Map<string, string | null>();
  return ({ field, gaps = [] }) =>
    gaps.flatMap((entity) => {
      const key = `${entity}\n${field}`;
      let hash = hashes.get(key);
      if (hash === undefined) {
        const made = fingerprint(rule, { entity, field });
        hash = known.has(made) ? made : null;
        hashes.set(key, hash);
      }
      return hash === null ? [] : [hash];
    });
}

/**
 * The violations of a check as a baseline. What `before` knows of rules that this check did not look at (not selected,
 * off, skipped) is kept.
 */
export function recordBaseline(result: CheckResult, before: Baseline | null): Baseline {
  const judged = new Map(result.results.filter(isJudged).map((one) => [one.rule.id, one]));
  const kept = [...(before ?? [])].filter(([rule]) => !judged.has(rule));
  const found = [...judged].map(([rule, one]) => [rule, recorded(one)] as const);
  return new Map([...kept, ...found]);
}

function recorded(result: RuleResult): ReadonlyMap<string, KnownViolation> {
  const known = new Map<string, KnownViolation>();
  if (result.violations === 0) return known;
  const gaps = result.gaps();
  const gapOf = gapsByIndex(gaps);
  for (const { key, field, about, indexes } of gaps) {
    const hash = fingerprint(result.rule.id, { entity: key, field });
    known.set(hash, { count: (known.get(hash)?.count ?? 0) + indexes.length, label: gapLabel(about) });
  }
  let index = 0;
  for (const identity of result.identities()) {
    if (gapOf.has(index++)) continue;
    const hash = fingerprint(result.rule.id, identity);
    known.set(hash, { count: (known.get(hash)?.count ?? 0) + 1, label: identity.label });
  }
  return known;
}

/** The baseline without what a check, compared with it, found to be fixed. New violations are not taken in. */
export function pruneBaseline(baseline: Baseline, comparison: CheckResult): Baseline {
  const pruned = new Map(baseline);
  for (const { rule, fixed } of comparison.results) {
    const known = new Map(pruned.get(rule.id));
    for (const { fingerprint: hash, count } of fixed) {
      const entry = known.get(hash);
      if (entry === undefined) continue;
      if (entry.count <= count) known.delete(hash);
      else known.set(hash, { ...entry, count: entry.count - count });
    }
    pruned.set(rule.id, known);
  }
  return pruned;
}

/** How many violations a baseline knows. */
export function baselineSize(baseline: Baseline): number {
  let size = 0;
  for (const known of baseline.values()) for (const { count } of known.values()) size += count;
  return size;
}
