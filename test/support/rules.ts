import { expect } from 'vitest';
import { civilDay, isCivilDate, isoDay, parseIsoDay } from '../../src/model/civil-day.js';
import type { AmbiguousColumn } from '../../src/model/dataset.js';
import type { Deals, DuplicateRow, UnreadableCell } from '../../src/model/deals.js';
import { DEAL_FIELDS, type DealFieldName } from '../../src/model/fields.js';
import { type CheckResult, check, type DescribedViolation, type RuleResult } from '../../src/quality/check.js';
import {
  type Beside,
  EXAMPLE_AS_OF,
  type ExampleTable,
  type Rule,
  type RuleSetting,
} from '../../src/quality/definition.js';
import { besideOf, conflictsOf, sectionsOf } from './beside.js';
import { day, dealsOf } from './deals.js';
import { placesOf } from './row-places.js';

/** What reading makes of a table: the deals, and what it could not settle. */
export interface ReadTable {
  readonly deals: Deals;
  readonly ambiguous: readonly AmbiguousColumn[];
  readonly beside: Beside;
}

/**
 * Deals from a table as `dealsOf` takes it, in which cells may also be unreadable (`about_5k`, `2024-02-30`), dates
 * written `05/02/2024` (read day first), amounts written `1.234` (read with a decimal point), and ids repeated (the first row counts). Rows of one id that differ in their
 * `product` alone are lines of one deal. What stands beside the deals follows as further tables (see beside.ts).
 */
export function readTable(table: string): ReadTable {
  const { deals: dealTable, sections } = sectionsOf(table);
  const [header = [], ...lines] = dealTable
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const idAt = header.indexOf('id');
  const kept: string[][] = [];
  const duplicates: DuplicateRow[] = [];
  const rowOf: number[] = [];
  const rowsOf: number[] = [];
  const productAt = header.indexOf('product');
  lines.forEach((cells, index) => {
    const row = index + 2;
    const first = kept.findIndex((one) => cells[idAt] !== '.' && one[idAt] === cells[idAt]);
    if (idAt < 0 || first < 0) {
      kept.push(cells);
      rowOf.push(row);
      rowsOf.push(1);
      return;
    }
    const differing = header.flatMap((_, at) => (kept[first]?.[at] === cells[at] ? [] : [at]));
    if (differing.length === 1 && differing[0] === productAt) {
      rowsOf[first] = (rowsOf[first] ?? 1) + 1;
      return;
    }
    const identical = kept[first]?.join(' ') === cells.join(' ');
    duplicates.push({ kept: first, place: { file: 'deals.csv', sheet: null, row, line: row }, identical });
  });
  const ambiguous: AmbiguousColumn[] = [];
  const unreadable: UnreadableCell[] = [];
  header.forEach((name, at) => {
    const field = name as DealFieldName;
    const kind = DEAL_FIELDS[field]?.kind;
    if (kind === 'day') {
      const swapped = kept.filter((cells) => isTwoWays(cells[at] ?? '')).length;
      const settled = kept.some((cells) => slashed(cells[at] ?? '')?.some((part, i) => i < 2 && part > 12));
      const names = { file: 'deals.csv', column: `Column ${at + 1}`, field };
      if (swapped > 0 && !settled) {
        ambiguous.push({ ...names, taken: 'day/month', other: 'month/day', cells: swapped });
      }
    }
    const either = kept.filter((cells) => THOUSAND_OR_POINT.test(cells[at] ?? '')).length;
    if (kind === 'money' && either > 0 && !kept.some((cells) => POINT.test(cells[at] ?? ''))) {
      const names = { file: 'deals.csv', column: `Column ${at + 1}`, field };
      ambiguous.push({ ...names, taken: 'decimal point', other: 'decimal comma', cells: either });
    }
    if (kind !== 'day' && kind !== 'money') return;
    kept.forEach((cells, deal) => {
      const text = cells[at] ?? '.';
      const read = kind === 'day' ? readDay(text) : Number.isNaN(Number(text)) ? null : text;
      if (text !== '.' && read === null) {
        unreadable.push({ deal, field, column: `Column ${at + 1}`, text: text.replaceAll('_', ' ') });
      }
      cells[at] = read ?? '.';
    });
  });
  const places = placesOf(rowOf, rowOf);
  const lineItems = rowsOf.some((n) => n > 1) ? { rowsOf: Uint32Array.from(rowsOf) } : null;
  const text = [header, ...kept].map((cells) => cells.join(' ')).join('\n');
  const conflicts = conflictsOf(
    kept.map((cells) => cells[idAt] ?? ''),
    sections,
  );
  const deals = dealsOf(text, { places, duplicates, unreadable, lineItems, conflicts });
  return { deals, ambiguous, beside: besideOf(deals, header, sections) };
}

/** Runs one rule over a table, as `check` does. */
export function runRule(rule: Rule, table: ExampleTable, setting?: RuleSetting, asOf = EXAMPLE_AS_OF): RuleResult {
  const [result] = checkTable([rule], table, setting === undefined ? {} : { [rule.id]: setting }, asOf).results;
  if (result === undefined) throw new Error(`${rule.id} is off`);
  return result;
}

export function checkTable(
  rules: readonly Rule[],
  table: ExampleTable,
  settings: Readonly<Record<string, RuleSetting>> = {},
  asOf = EXAMPLE_AS_OF,
): CheckResult {
  return check(rules, { ...readTable(table), asOf: day(asOf), settings });
}

/**
 * Judges a table whose column `verdict` says of every deal `accept`, `reject`, or `outside` where the rule does not
 * apply: the rule must find exactly the rejected deals and apply to exactly the accepted and rejected ones. There must
 * be as many accepted as rejected deals.
 */
export function expectVerdicts(rule: Rule, table: ExampleTable, setting?: RuleSetting): readonly DescribedViolation[] {
  const { deals } = readTable(table);
  const verdict = deals.extra.get('verdict');
  if (verdict === undefined) throw new Error('the table has no column "verdict"');
  const said = Array.from(verdict.codes, (code) => verdict.values[code] ?? '');
  const rowsOf = (word: string): number[] => said.flatMap((text, row) => (text === word ? [row] : []));
  const [accepted, rejected, outside] = [rowsOf('accept'), rowsOf('reject'), rowsOf('outside')];
  expect(accepted.length + rejected.length + outside.length, 'every deal has a verdict').toBe(deals.size);
  expect(accepted.length, 'as many accepted as rejected').toBe(rejected.length);
  const result = runRule(rule, table, setting);
  const found = result.describe();
  expect(found.map(({ row }) => row)).toEqual(rejected);
  expect(result.applicable).toBe(accepted.length + rejected.length);
  expect(result.violations).toBe(rejected.length);
  return found;
}

/** `1.234`: a thousand and some, or one and some. `1.25`: surely a decimal point. */
const THOUSAND_OR_POINT = /^\d{1,3}\.\d{3}$/;
const POINT = /\.(?:\d{1,2}|\d{4,})$/;

/** Day, month and year of `05/02/2024`, or null. */
function slashed(text: string): readonly number[] | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3])];
}

function isTwoWays(text: string): boolean {
  const [a = 0, b = 0] = slashed(text) ?? [];
  return a !== b && a >= 1 && a <= 12 && b >= 1 && b <= 12;
}

function readDay(text: string): string | null {
  if (parseIsoDay(text) !== null) return text;
  const [date = 0, month = 0, year = 0] = slashed(text) ?? [];
  return isCivilDate(year, month, date) ? isoDay(civilDay(year, month, date)) : null;
}
