import { headerKey } from '../../crm/header.js';
import { said } from '../../locale/said.js';
import { NO_DAY } from '../../model/civil-day.js';
import type { DayColumn } from '../../model/column.js';
import { ASSUMED, type Candidate, type Mapping } from '../mapping.js';
import type { Objection } from './objection.js';
import type { Told } from './told-outcome.js';

/** What the dates of a table are judged by. */
export interface DateFacts {
  /** Rows to look at, from all over the table. */
  readonly rows: readonly number[];
  readonly days: (column: number) => DayColumn;
  readonly told: (row: number) => Told;
  /** Whether a column holds instants, which may lie a day off a plain date of the same moment. */
  readonly instants: (column: number) => boolean;
}

/** One thing that the dates say against the mapping: a column that is not a field, or columns that change fields. */
export type DateFinding =
  | { readonly kind: 'refuse'; readonly column: number; readonly field: string; readonly objection: Objection }
  | { readonly kind: 'move'; readonly actual: number; readonly expected: number | null };

const CLOSES = new Set(['closed_at', 'close_date', 'expected_close']);
/** Share of closed deals that have the actual day, and of open ones that may have it by mistake. */
const CLOSED_HAVE = 0.8;
const OPEN_LACK = 0.1;
/** Share of open deals from which on a column is the day that is expected. */
const OPEN_EXPECT = 0.5;
/** Fewer deals with both dates show nothing. */
const FEWEST = 2;
/** `Start Date`: of the deal in one file, of the contract in another. */
const STARTS =
  /(?<!\p{L})(?:start|starts|begin|begins|beginn|anfang|debut|inicio|inizio|baslangic|poczatek|rozpoczecia|начало|начала|شروع|آغاز)(?!\p{L})|开始|開始/u;

/** The columns that may be a closing date, by their names. */
export function closeColumns(found: readonly Candidate[]): number[] {
  return [...new Set(found.filter(({ field }) => CLOSES.has(field)).map(({ column }) => column))];
}

/** The first thing that the dates of a table say against what they were taken for; null where they agree. */
export function dateFinding(mapping: Mapping, found: readonly Candidate[], facts: DateFacts): DateFinding | null {
  return twoCloseDates(mapping, found, facts) ?? lateCreation(mapping, facts) ?? earlyChange(mapping, facts);
}

/** Of two closing dates the one that closed deals have and open ones lack is the actual one. */
function twoCloseDates({ fields }: Mapping, found: readonly Candidate[], facts: DateFacts): DateFinding | null {
  const said = new Set(found.filter((one) => one.said).map(({ field }) => field));
  if (['closed_at', 'close_date', 'won_at', 'lost_at'].some((field) => said.has(field))) return null;
  const saidColumns = new Set(found.filter((one) => one.said).map(({ column }) => column));
  const others = new Set([...fields].filter(([field]) => !CLOSES.has(field)).map(([, { column }]) => column));
  const columns = closeColumns(found).filter((column) => !saidColumns.has(column) && !others.has(column));
  if (columns.length < 2) return null;
  const filled = columns.map((column) => ({ column, ...shares(column, facts) }));
  const actual = filled
    .filter(({ closed, open }) => closed >= CLOSED_HAVE && open <= OPEN_LACK)
    .map(({ column }) => ({ column, ...best(column, found) }))
    .sort((a, b) => b.score - a.score)[0];
  if (actual === undefined) return null;
  const holder = fields.get('closed_at') ?? fields.get('close_date');
  if (holder?.column === actual.column) return null;
  if (holder !== undefined) {
    // A plain "Close Date" is the actual day of a closed deal, too; a column that is named an expected one is no better.
    if (!actual.closes && holder.score >= ASSUMED) return null;
    const open = filled.find(({ column }) => column === holder.column)?.open ?? 0;
    if (open < OPEN_EXPECT) return null;
  }
  const expects = holder !== undefined && !(holder.field === 'close_date' && holder.score >= ASSUMED);
  const expected = expects && !said.has('expected_close') && freeFor(holder.column, fields) ? holder.column : null;
  return { kind: 'move', actual: actual.column, expected };
}

function freeFor(column: number, fields: Mapping['fields']): boolean {
  const expected = fields.get('expected_close');
  return expected === undefined || expected.column === column;
}

/** A day of creation that lies after the close of most closed deals is another day: of the contract, of an import. */
function lateCreation({ fields }: Mapping, { rows, days, told, instants }: DateFacts): DateFinding | null {
  const created = fields.get('created_at');
  if (created === undefined || created.said) return null;
  const closes = ['closed_at', 'won_at', 'lost_at', 'close_date'].flatMap((field) => {
    const mapped = fields.get(field);
    return mapped === undefined ? [] : [mapped];
  });
  if (closes.length === 0) return null;
  const fromInstants = instants(created.column);
  const columns = closes.map(({ column }) => ({
    cells: days(column),
    leeway: instants(column) === fromInstants ? 0 : 1,
  }));
  const from = days(created.column);
  let [closed, late, all, lateOfAll] = [0, 0, 0, 0];
  for (const row of rows) {
    const day = from[row] ?? NO_DAY;
    const close = columns.find(({ cells }) => (cells[row] ?? NO_DAY) !== NO_DAY);
    if (day === NO_DAY || close === undefined) continue;
    const after = day > (close.cells[row] ?? NO_DAY) + close.leeway;
    all++;
    if (after) lateOfAll++;
    if (told(row) !== 'closed') continue;
    closed++;
    if (after) late++;
  }
  const [n, of] = closed >= FEWEST ? [closed, late] : [all, lateOfAll];
  if (n < FEWEST || of <= n / 2) return null;
  // The less certain name yields: a close date that only sounds like one, before a sure day of creation.
  const weak =
    closes.length === 1 && created.score >= ASSUMED ? closes.find(({ score }) => score < ASSUMED) : undefined;
  const { column, field } = weak ?? created;
  const other = weak === undefined && STARTS.test(headerKey(created.header));
  return {
    kind: 'refuse',
    column,
    field,
    objection: {
      verdict: 'refuse',
      ...(other ? { otherMeaning: true } : {}),
      why: said(weak === undefined ? 'after_close' : 'before_creation', { n: of, of: n, closed: closed >= FEWEST }),
    },
  };
}

/** A last change that lies before the creation of most deals is none; a `Start Date` after it is no creation. */
function earlyChange({ fields }: Mapping, { rows, days, instants }: DateFacts): DateFinding | null {
  const created = fields.get('created_at');
  if (created === undefined) return null;
  const from = days(created.column);
  for (const field of ['modified_at', 'stage_changed_at']) {
    const changed = fields.get(field);
    if (changed === undefined) continue;
    const to = days(changed.column);
    const leeway = instants(changed.column) === instants(created.column) ? 0 : 1;
    let [n, early] = [0, 0];
    for (const row of rows) {
      const a = from[row] ?? NO_DAY;
      const b = to[row] ?? NO_DAY;
      if (a === NO_DAY || b === NO_DAY) continue;
      n++;
      if (b + leeway < a) early++;
    }
    if (n < FEWEST || early <= n / 2) continue;
    const starts = STARTS.test(headerKey(created.header));
    const loser = starts && !created.said ? created : changed;
    if (loser.said) continue;
    const other = loser === created ? changed.header : created.header;
    return {
      kind: 'refuse',
      column: loser.column,
      field: loser.field,
      objection: {
        verdict: 'refuse',
        ...(loser === created ? { otherMeaning: true } : {}),
        why: said(loser === created ? 'after_other' : 'before_other', { n: early, of: n, other }),
      },
    };
  }
  return null;
}

/** How many of the closed and of the open deals have a day in a column; 0 and 1 where there are none of them. */
function shares(column: number, { rows, days, told }: DateFacts): { closed: number; open: number } {
  const cells = days(column);
  const n = { closed: 0, open: 0 };
  const has = { closed: 0, open: 0 };
  for (const row of rows) {
    const outcome = told(row);
    if (outcome === null) continue;
    n[outcome]++;
    if ((cells[row] ?? NO_DAY) !== NO_DAY) has[outcome]++;
  }
  return { closed: n.closed === 0 ? 0 : has.closed / n.closed, open: n.open === 0 ? 1 : has.open / n.open };
}

/** How sure the name of a column is of a closing date, and whether it is named a day on which deals close. */
function best(column: number, found: readonly Candidate[]): { score: number; closes: boolean } {
  const names = found.filter((one) => one.column === column && CLOSES.has(one.field));
  return {
    score: Math.max(...names.map(({ score }) => score)),
    closes: names.some(({ field }) => field !== 'expected_close'),
  };
}

/** The candidates after two closing dates have found their fields. */
export function moved(
  found: readonly Candidate[],
  { actual, expected }: { readonly actual: number; readonly expected: number | null },
): Candidate[] {
  const kept = found.filter(
    ({ column, field, said }) =>
      said || !CLOSES.has(field) || (column !== actual && column !== expected && field !== 'closed_at'),
  );
  const score = (column: number): number => best(column, found).score;
  const why = said('closed_have_day');
  const put: Candidate[] = [{ column: actual, field: 'closed_at', score: score(actual), rank: -1, reason: why }];
  if (expected !== null) {
    const reason = said('expected_beside_actual');
    put.push({ column: expected, field: 'expected_close', score: score(expected), rank: -1, reason });
  }
  return [...put, ...kept];
}
