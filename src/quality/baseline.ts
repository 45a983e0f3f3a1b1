/**
 * What was wrong already when somebody decided to look at new faults only. The file is text: a line that names the
 * version, then one known violation a line, sorted, so that a change reads as a change and two branches merge.
 */

/** A known violation: how often its fingerprint occurs, and the record's id where it has one. */
export interface KnownViolation {
  readonly count: number;
  readonly label: string | null;
}

/** By rule, then by fingerprint. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, KnownViolation>>;

/** Why a text is no baseline of ours. `line` counts from 1. */
export type BaselineProblem =
  | { readonly problem: 'not_a_baseline'; readonly line: number }
  | { readonly problem: 'other_version'; readonly line: number; readonly version: string }
  | { readonly problem: 'conflict'; readonly line: number };

/** The version of the file that this program writes, and the only one it reads. */
export const BASELINE_VERSION = 1;

const HEADER = /^kpi-baseline (\S+)$/;
/** `deal.won_without_amount 85944171f73967e8 1 "D-1042"`. */
const ENTRY = /^(\S+) ([0-9a-f]{16}) ([1-9]\d{0,9})(?: ("(?:[^"\\]|\\.)*"))?$/;
/** What git leaves of two branches that it could not join. */
const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |$)/;
/** Longer ids are cut: they are for reading only. */
const LONGEST_LABEL = 100;

/** A baseline file's text → what it knows, or where it is none. A byte order mark and CRLF are taken. O(lines). */
export function parseBaseline(text: string): Baseline | BaselineProblem {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const [first = ''] = lines;
  const version = HEADER.exec(first)?.[1];
  if (version === undefined) return { problem: 'not_a_baseline', line: 1 };
  if (version !== String(BASELINE_VERSION)) return { problem: 'other_version', line: 1, version };
  const baseline = new Map<string, Map<string, KnownViolation>>();
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === '' || line.startsWith('#')) continue;
    if (CONFLICT.test(line)) return { problem: 'conflict', line: index + 1 };
    const [, rule = '', hash = '', count = '', label] = ENTRY.exec(line) ?? [];
    if (rule === '') return { problem: 'not_a_baseline', line: index + 1 };
    addKnown(baseline, rule, hash, { count: Number(count), label: label === undefined ? null : unquoted(label) });
  }
  return baseline;
}

/** A fingerprint that stands there twice, as after a merge of two branches, is the larger of the two, not their sum. */
function addKnown(
  baseline: Map<string, Map<string, KnownViolation>>,
  rule: string,
  hash: string,
  known: KnownViolation,
) {
  const ofRule = baseline.get(rule) ?? new Map<string, KnownViolation>();
  const before = ofRule.get(hash);
  if (before === undefined || before.count < known.count) ofRule.set(hash, known);
  baseline.set(rule, ofRule);
}

/** A baseline as its file's text, in pieces. The same violations give the same bytes, in whatever order they came. */
export function* printBaseline(baseline: Baseline): Generator<string, void, undefined> {
  yield `kpi-baseline ${BASELINE_VERSION}\n`;
  yield '# Violations that are known: rule, fingerprint, how many, the id of the record. Written by kpi check\n';
  yield '# --write-baseline, shortened by --prune-baseline. Keep it beside the config, under version control.\n';
  for (const [rule, ofRule] of sorted(baseline)) {
    for (const [hash, { count, label }] of sorted(ofRule)) {
      yield `${rule} ${hash} ${count}${label === null ? '' : ` ${quoted(label)}`}\n`;
    }
  }
}

/** By code units: no locale decides the order of a file. */
function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** As a JSON string in which nothing is invisible or turns the line around. */
function quoted(label: string): string {
  const cut = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label;
  return JSON.stringify(cut).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function unquoted(label: string): string | null {
  try {
    return String(JSON.parse(label));
  } catch {
    return null; // only for people: a damaged one costs nothing
  }
}
