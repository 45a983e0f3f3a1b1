/**
 * What was wrong already when somebody decided to look at new faults only. The file is text: a line that names the
 * version, then one known violation a line, sorted, so that a change reads as a change and two branches merge.
 */
import { joinedNote, type KnownNote, noteText, parseNote } from './baseline-note.js';
import { hashOfHex } from './fingerprint.js';
import { KnownViolations } from './known-violations.js';

/** A known violation: how often its fingerprint occurs, and the record's id where it has one. */
export interface KnownViolation {
  readonly count: number;
  readonly label: string | null;
  /** What somebody wrote behind it; absent where nobody did. */
  readonly note?: KnownNote;
}

/** By rule, then by fingerprint. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, KnownViolation>>;

/** What a baseline was made of, so that a run that sees less can be told. */
export interface BaselineScope {
  readonly records: number;
  /** Role and name of each file, as {@link roleAndName} writes them. */
  readonly files: readonly string[];
  /** The condition (`--where`) of the deals; '' = all. */
  readonly where: string;
}

/** A baseline file. `scope` is null in files of the first version, which do not tell. */
export interface BaselineFile {
  readonly known: Baseline;
  readonly scope: BaselineScope | null;
}

/** Why a text is no baseline of ours. `line` counts from 1. */
export type BaselineProblem =
  | { readonly problem: 'not_a_baseline'; readonly line: number }
  | { readonly problem: 'other_version'; readonly line: number; readonly version: string }
  | { readonly problem: 'bad_date'; readonly line: number; readonly date: string }
  | { readonly problem: 'conflict'; readonly line: number };

/** The version of the file that this program writes; it reads the one before too. */
export const BASELINE_VERSION = 2;
const READ_VERSIONS: readonly string[] = ['1', '2'];

const HEADER = /^kpi-baseline (\S+)$/;
/** `deal.won_without_amount 85944171f73967e8 1 "D-1042"`, and what somebody wrote behind a `#`. */
const ENTRY = /^(\S+) ([0-9a-f]{16}) ([1-9]\d{0,9})(?: ("(?:[^"\\]|\\.)*"))?(?:[ \t]+#(.*))?$/;
/** `@records 340`, `@file "deals deals-#.csv"`, `@where "stage = Lead"`. */
const SCOPE = /^@(records|file|where) (\d{1,15}|"(?:[^"\\]|\\.)*")$/;
/** What git leaves of two branches that it could not join. */
const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |$)/;
/** Longer ids are cut: they are for reading only. */
const LONGEST_LABEL = 100;

/** A baseline file's text → what it knows, or where it is none. A byte order mark and CRLF are taken. O(lines). */
export function parseBaseline(text: string): BaselineFile | BaselineProblem {
  const known = new Map<string, KnownViolations>();
  const said: ScopeLine[] = [];
  let index = -1;
  for (const written of linesOf(text)) {
    const line = written.trimEnd();
    index++;
    if (index === 0) {
      const version = HEADER.exec(line.replace(/^\ufeff/, ''))?.[1];
      if (version === undefined) return { problem: 'not_a_baseline', line: 1 };
      if (!READ_VERSIONS.includes(version)) return { problem: 'other_version', line: 1, version };
      continue;
    }
    if (line === '' || line.startsWith('#')) continue;
    if (CONFLICT.test(line)) return { problem: 'conflict', line: index + 1 };
    const [, key = '', value = ''] = SCOPE.exec(line) ?? [];
    if (key !== '') {
      said.push({ key, value });
      continue;
    }
    const [, rule = '', hash = '', count = '', label, behind = ''] = ENTRY.exec(line) ?? [];
    if (rule === '') return { problem: 'not_a_baseline', line: index + 1 };
    const note = parseNote(behind);
    if (note !== null && 'badDate' in note) return { problem: 'bad_date', line: index + 1, date: note.badDate };
    addKnown(known, rule, hash, {
      count: Number(count),
      label: label === undefined ? null : unquoted(label),
      ...(note === null ? {} : { note }),
    });
  }
  return { known, scope: scopeOf(said) };
}

/** One by one: a list of millions would be as large as the text. */
function* linesOf(text: string): Generator<string, void, undefined> {
  let from = 0;
  for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
    yield text.slice(from, to);
    from = to + 1;
  }
  yield text.slice(from);
}

interface ScopeLine {
  readonly key: string;
  readonly value: string;
}

/** Of two branches that were joined, what saw more: the larger number, all files, no condition where one had none. */
function scopeOf(said: readonly ScopeLine[]): BaselineScope | null {
  const values = (of: string): string[] => said.filter(({ key }) => key === of).map(({ value }) => value);
  const records = values('records').map(Number);
  if (records.length === 0) return null;
  const [where = '', other] = values('where').map((value) => unquoted(value) ?? '');
  const files = [...new Set(values('file').map((value) => unquoted(value) ?? ''))].sort();
  return { records: Math.max(...records), files, where: other === undefined || other === where ? where : '' };
}

/** How a file stands in a baseline: `deals deals-#.csv`, without folders and numbers, so that dated exports are one. */
export function roleAndName(role: string, file: string): string {
  return `${role} ${(file.split(/[\\/]/).at(-1) ?? file).replace(/\p{Nd}+/gu, '#')}`;
}

/** A fingerprint that stands there twice, as after a merge of two branches, is the larger of the two, not their sum. */
function addKnown(baseline: Map<string, KnownViolations>, rule: string, hash: string, known: KnownViolation): void {
  const ofRule = baseline.get(rule) ?? new KnownViolations();
  baseline.set(rule, ofRule);
  const place = ofRule.placeFor(hashOfHex(hash));
  const before = ofRule.countAt(place);
  if (before === 0) ofRule.set(place, known.count, known.label, known.note);
  else {
    const label = before < known.count ? known.label : ofRule.labelAt(place);
    ofRule.set(place, Math.max(before, known.count), label, joinedNote(ofRule.noteAt(place), known.note));
  }
}

/** Entries are put together to texts of about so many characters. */
const PIECE = 1 << 16;

/** A baseline as its file's text, in pieces. The same violations give the same bytes, in whatever order they came. */
export function* printBaseline({ known: baseline, scope }: BaselineFile): Generator<string, void, undefined> {
  yield `kpi-baseline ${BASELINE_VERSION}\n`;
  yield '# Violations that are known: rule, fingerprint, how many, the id of the record. Written by kpi check\n';
  yield '# --write-baseline, shortened by --prune-baseline. Keep it beside the config, under version control.\n';
  yield '# Behind an entry may stand a reason, and a last day: # until 2027-01-31: being repaired\n';
  if (scope !== null) yield* printScope(scope);
  for (const [rule, ofRule] of sorted(baseline)) {
    const packed = KnownViolations.of(ofRule);
    let piece = '';
    for (const place of packed.sortedPlaces()) {
      const [label, note] = [packed.labelAt(place), packed.noteAt(place)];
      const id = label === null ? '' : ` ${quoted(cut(label))}`;
      const behind = note === undefined ? '' : ` # ${noteText(note)}`;
      piece += `${rule} ${packed.hashAt(place)} ${packed.countAt(place)}${id}${behind}\n`;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
    if (piece !== '') yield piece;
  }
}

/** A line each, so that the change of one is a change of one line. */
function* printScope({ records, files, where }: BaselineScope): Generator<string, void, undefined> {
  yield `@records ${records}\n`;
  for (const file of [...files].sort()) yield `@file ${quoted(file)}\n`;
  if (where !== '') yield `@where ${quoted(where)}\n`;
}

/** By code units: no locale decides the order of a file. */
function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function cut(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label;
}

/** As a JSON string in which nothing is invisible or turns the line around. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
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
