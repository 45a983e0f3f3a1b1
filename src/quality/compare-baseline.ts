import type { CivilDay } from '../model/civil-day.js';
import type { Baseline, KnownViolation } from './baseline.js';
import { hasExpired, type KnownNote } from './baseline-note.js';
import { type CheckResult, type FixedViolation, type MetEntry, type RuleResult, verdictOf } from './check.js';
import { fingerprint, type Identity } from './fingerprint.js';
import { gapLabel } from './gaps.js';
import { gapsByIndex } from './listing.js';

/**
 * A check in which only violations that the baseline does not know count: outcomes, thresholds and totals are those of
 * the new ones, and known ones are numbers. Scores stay those of all records: a known fault is still a fault. Of several
 * violations with one fingerprint, the first are taken for the known ones. An entry whose last day is before `today` has
 * expired: what it knows counts again.
 */
export function applyBaseline(result: CheckResult, baseline: Baseline, today: CivilDay): CheckResult {
  const results = result.results.map((one) => (isJudged(one) ? compared(one, baseline.get(one.rule.id), today) : one));
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
export function isJudged({ outcome }: RuleResult): boolean {
  return outcome !== 'skipped' && outcome !== 'error';
}

function compared(
  result: RuleResult,
  known: ReadonlyMap<string, KnownViolation> | undefined,
  today: CivilDay,
): RuleResult {
  if (known === undefined) return result;
  const left = new Map([...known].map(([hash, { count }]) => [hash, count]));
  const fresh = new Uint32Array(result.violations);
  const over = new Set([...known].flatMap(([hash, { note }]) => (hasExpired(note, today) ? [hash] : [])));
  let [n, index, expired] = [0, 0, 0];
  const gapHashes = gapHashesIn(result.rule.id, known);
  for (const identity of result.identities()) {
    const hash = fingerprint(result.rule.id, identity);
    const covered = [hash, ...gapHashes(identity)].find((one) => (left.get(one) ?? 0) > 0);
    if (covered !== undefined) left.set(covered, (left.get(covered) ?? 0) - 1);
    if (covered === undefined || over.has(covered)) fresh[n++] = index;
    if (covered !== undefined && over.has(covered)) expired++;
    index++;
  }
  return {
    ...result,
    known: result.violations - n,
    expired,
    met: [...known].flatMap(([hash, { count, label, note }]): MetEntry[] => {
      const met = count - (left.get(hash) ?? 0);
      return met === 0 ? [] : [{ fingerprint: hash, count: met, label, note: note ?? null, expired: over.has(hash) }];
    }),
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
 * off, skipped) is kept, and so are the reasons and last days of the entries that stay.
 */
export function recordBaseline(result: CheckResult, before: Baseline | null): Baseline {
  const judged = new Map(result.results.filter(isJudged).map((one) => [one.rule.id, one]));
  const kept = [...(before ?? [])].filter(([rule]) => !judged.has(rule));
  const found = [...judged].map(([rule, one]) => [rule, recorded(one, before?.get(one.rule.id))] as const);
  return new Map([...kept, ...found]);
}

function recorded(
  result: RuleResult,
  before: ReadonlyMap<string, KnownViolation> | undefined,
): ReadonlyMap<string, KnownViolation> {
  const known = new Map<string, KnownViolation>();
  if (result.violations === 0) return known;
  const add = (hash: string, count: number, label: string | null, note: KnownNote | undefined): void => {
    const sum = (known.get(hash)?.count ?? 0) + count;
    known.set(hash, { count: sum, label, ...(note === undefined ? {} : { note }) });
  };
  const noteOf = (hash: string): KnownNote | undefined => before?.get(hash)?.note;
  const gaps = result.gaps();
  const gapOf = gapsByIndex(gaps);
  const gapHashes = gapHashesIn(result.rule.id, before ?? known);
  const alone = new Uint32Array(gaps.length);
  const noted = [...(before?.values() ?? [])].some(({ note }) => note !== undefined);
  let index = 0;
  for (const identity of result.identities()) {
    const gap = gapOf.get(index++);
    if (gap !== undefined && !noted) continue;
    const hash = fingerprint(result.rule.id, identity);
    const own = noteOf(hash);
    // What somebody wrote of one record stays with it, though the fault is by now that of many.
    if (gap !== undefined && own === undefined) continue;
    if (gap !== undefined) alone[gap] = (alone[gap] as number) + 1;
    add(
      hash,
      1,
      identity.label,
      own ??
        gapHashes(identity)
          .map(noteOf)
          .find((note) => note !== undefined),
    );
  }
  gaps.forEach(({ key, field, about, indexes }, gap) => {
    const rest = indexes.length - (alone[gap] as number);
    const hash = fingerprint(result.rule.id, { entity: key, field });
    if (rest > 0) add(hash, rest, gapLabel(about), noteOf(hash));
  });
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

/** Whether an entry of a baseline holds no more on a day. */
export function hasExpiredEntry(baseline: Baseline, today: CivilDay): boolean {
  return [...baseline.values()].some((known) => [...known.values()].some(({ note }) => hasExpired(note, today)));
}

/** How many violations a baseline knows. */
export function baselineSize(baseline: Baseline): number {
  let size = 0;
  for (const known of baseline.values()) for (const { count } of known.values()) size += count;
  return size;
}
