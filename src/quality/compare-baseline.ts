import type { CivilDay } from '../model/civil-day.js';
import type { Baseline, KnownViolation } from './baseline.js';
import { hasExpired, type KnownNote } from './baseline-note.js';
import type { CheckResult, FixedViolation, MetEntries, MetEntry, RuleResult } from './check.js';
import { fingerprints, type Hash64, hashOfHex, type Identity } from './fingerprint.js';
import { gapLabel } from './gaps.js';
import { verdictOf } from './judge.js';
import { KnownViolations } from './known-violations.js';
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
  const packed = KnownViolations.of(known);
  const left = new Uint32Array(packed.size);
  const over = new Uint8Array(packed.size);
  for (let place = 0; place < packed.size; place++) {
    left[place] = packed.countAt(place);
    if (hasExpired(packed.noteAt(place), today)) over[place] = 1;
  }
  const fresh = new Uint32Array(result.violations);
  let [n, index, expired] = [0, 0, 0];
  const hashOf = fingerprints(result.rule.id);
  const gapPlaces = gapPlacesIn(result.rule.id, packed);
  const isLeft = (place: number): boolean => place >= 0 && (left[place] as number) > 0;
  for (const identity of result.identities()) {
    const own = packed.placeOf(hashOf(identity));
    const covered = isLeft(own) ? own : gapPlaces(identity).find(isLeft);
    if (covered === undefined || over[covered] === 1) fresh[n++] = index;
    if (covered !== undefined) {
      left[covered] = (left[covered] as number) - 1;
      expired += over[covered] as number;
    }
    index++;
  }
  const fixed: FixedViolation[] = [];
  for (let place = 0; place < packed.size; place++) {
    const count = left[place] as number;
    if (count > 0) fixed.push({ fingerprint: packed.hashAt(place), count, label: packed.labelAt(place) });
  }
  return {
    ...result,
    known: result.violations - n,
    expired,
    met: metOf(packed, left, over),
    fixed,
    ...verdictOf(result, n),
    describe: (most, indexes) => result.describe(most, indexes ?? fresh.subarray(0, Math.min(n, most ?? n))),
    list: (most, indexes) => result.list(most, indexes ?? fresh.subarray(0, n)),
  };
}

/** The entries of which not all violations are left. */
function metOf(known: KnownViolations, left: Uint32Array, over: Uint8Array): MetEntries {
  const stillAt = (place: number): number => known.countAt(place) - (left[place] as number);
  const entryAt = (place: number): MetEntry => ({
    fingerprint: known.hashAt(place),
    count: stillAt(place),
    label: known.labelAt(place),
    note: known.noteAt(place) ?? null,
    expired: over[place] === 1,
  });
  let length = 0;
  for (let place = 0; place < known.size; place++) if (stillAt(place) > 0) length++;
  return {
    length,
    list(expired, most = known.size) {
      const entries: MetEntry[] = [];
      for (let place = 0; place < known.size && entries.length < most; place++) {
        if (stillAt(place) > 0 && (over[place] === 1) === expired) entries.push(entryAt(place));
      }
      return entries;
    },
    find(hash) {
      const place = known.placeOf(hashOfHex(hash));
      return place < 0 || stillAt(place) === 0 ? null : entryAt(place);
    },
  };
}

/** Where a baseline knows the gaps that a violation may be part of. Each is looked up once. */
function gapPlacesIn(rule: string, known: KnownViolations): (of: Identity) => readonly number[] {
  const places = new Map<string, number>();
  const hashOf = fingerprints(rule);
  return ({ field, gaps = [] }) =>
    gaps.flatMap((entity) => {
      const key = `${entity}\n${field}`;
      let place = places.get(key);
      if (place === undefined) {
        place = known.placeOf(hashOf({ entity, field }));
        places.set(key, place);
      }
      return place < 0 ? [] : [place];
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
  const known = new KnownViolations();
  if (result.violations === 0) return known;
  const noted = before === undefined ? null : KnownViolations.of(before);
  const notes = noted?.noted === true ? noted : null;
  const add = (hash: Hash64, count: number, label: string | null, note: KnownNote | undefined): void => {
    const place = known.placeFor(hash);
    known.set(place, known.countAt(place) + count, label, note);
  };
  const noteOf = (hash: Hash64): KnownNote | undefined => {
    const place = notes?.placeOf(hash) ?? -1;
    return place < 0 ? undefined : notes?.noteAt(place);
  };
  const gaps = result.gaps();
  const gapOf = gapsByIndex(gaps);
  const hashOf = fingerprints(result.rule.id);
  const gapPlaces = notes === null ? () => [] : gapPlacesIn(result.rule.id, notes);
  const alone = new Uint32Array(gaps.length);
  let index = 0;
  for (const identity of result.identities()) {
    const gap = gapOf.get(index++);
    if (gap !== undefined && notes === null) continue;
    const hash = hashOf(identity);
    const own = noteOf(hash);
    // What somebody wrote of one record stays with it, though the fault is by now that of many.
    if (gap !== undefined && own === undefined) continue;
    if (gap !== undefined) alone[gap] = (alone[gap] as number) + 1;
    const ofGap =
      own ??
      gapPlaces(identity)
        .map((place) => notes?.noteAt(place))
        .find((note) => note !== undefined);
    add(hash, 1, identity.label, ofGap);
  }
  gaps.forEach(({ key, field, about, indexes }, gap) => {
    const rest = indexes.length - (alone[gap] as number);
    const hash = hashOf({ entity: key, field });
    if (rest > 0) add(hash, rest, gapLabel(about), noteOf(hash));
  });
  return known;
}

/** The baseline without what a check, compared with it, found to be fixed. New violations are not taken in. */
export function pruneBaseline(baseline: Baseline, comparison: CheckResult): Baseline {
  const pruned = new Map(baseline);
  for (const { rule, fixed } of comparison.results) {
    const known = pruned.get(rule.id);
    if (known === undefined || fixed.length === 0) continue;
    const packed = KnownViolations.of(known);
    const gone = new Uint32Array(packed.size);
    for (const { fingerprint: hash, count } of fixed) {
      const place = packed.placeOf(hashOfHex(hash));
      if (place >= 0) gone[place] = count;
    }
    pruned.set(rule.id, packed.without(gone));
  }
  return pruned;
}

/** Whether an entry of a baseline holds no more on a day. */
export function hasExpiredEntry(baseline: Baseline, today: CivilDay): boolean {
  return [...baseline.values()].some((known) => {
    for (const note of KnownViolations.of(known).allNotes()) if (hasExpired(note, today)) return true;
    return false;
  });
}

/** How many violations a baseline knows. */
export function baselineSize(baseline: Baseline): number {
  let size = 0;
  for (const known of baseline.values()) {
    const packed = KnownViolations.of(known);
    for (let place = 0; place < packed.size; place++) size += packed.countAt(place);
  }
  return size;
}
