/** The records to repair, as work for the people who keep the CRM: one row per record, the most money first. */
import type { Lang } from '../locale/text.js';
import { categoryAt } from '../model/column.js';
import type { Dataset } from '../model/dataset.js';
import type { Deal, Deals, Place } from '../model/deals.js';
import type { CheckResult, RuleResult } from '../quality/check.js';
import type { ActiveSeverity } from '../quality/definition.js';

/** One record to repair, with everything that is wrong with it. */
export interface Repair extends Place {
  /** Null: unknown. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly owner: string | null;
  readonly id: string | null;
  readonly name: string | null;
  readonly account: string | null;
  readonly outcome: Deal['outcome'];
  /** Of its worst fault. */
  readonly severity: ActiveSeverity;
  /** Ids, worst first; no rule twice. */
  readonly rules: readonly string[];
  /** What is wrong, a sentence per fault. */
  readonly problems: readonly string[];
  /** How to repair it, a sentence per rule. */
  readonly repairs: readonly string[];
}

/** Hints are no work: only what is wrong or suspicious is listed. */
const LISTED: readonly ActiveSeverity[] = ['error', 'warn'];
/** A record that repeats one fault over and over is told of the first ones. */
const MOST_PROBLEMS = 20;

/**
 * The deals that break a rule of severity error or warn, known faults included: by currency (the one of most records
 * first, since amounts of different currencies cannot be compared), then by amount, the largest first, then those
 * without an amount, each in order of the files. Faults of columns and files have no record and are not here. Rows are made
 * one by one. O(violations + deals × log deals).
 */
export function* fixList({ deals }: Dataset, { results }: CheckResult, lang: Lang): Generator<Repair, void, undefined> {
  const listed = results.filter(({ severity, deals: rows }) => rows !== null && LISTED.includes(severity));
  const faults = faultsByDeal(listed, deals.size);
  for (const row of byMoney(deals, faults.rows)) yield repairOf(deals, row, faults.of(row), listed, lang);
}

/** A fault of a deal: which of the rules, and which of its violations. */
interface Fault {
  readonly rule: number;
  readonly index: number;
}

/** The violations by deal, in two flat lists: no object per violation. */
function faultsByDeal(results: readonly RuleResult[], size: number): { rows: Uint32Array; of(row: number): Fault[] } {
  const start = new Uint32Array(size + 1);
  for (const { deals } of results) for (const row of deals ?? []) start[row + 1] = (start[row + 1] as number) + 1;
  const rows = new Uint32Array(start.reduce((n, count) => (count > 0 ? n + 1 : n), 0));
  let n = 0;
  for (let row = 0; row < size; row++) {
    if ((start[row + 1] as number) > 0) rows[n++] = row;
    start[row + 1] = (start[row + 1] as number) + (start[row] as number);
  }
  const next = start.slice();
  const total = start[size] as number;
  const [ruleOf, indexOf] = [new Uint16Array(total), new Uint32Array(total)];
  for (const [rule, { deals }] of results.entries()) {
    for (const [index, row] of (deals ?? new Uint32Array()).entries()) {
      const at = next[row] as number;
      next[row] = at + 1;
      ruleOf[at] = rule;
      indexOf[at] = index;
    }
  }
  return {
    rows,
    of: (row) =>
      Array.from({ length: (start[row + 1] as number) - (start[row] as number) }, (_, offset) => {
        const at = (start[row] as number) + offset;
        return { rule: ruleOf[at] as number, index: indexOf[at] as number };
      }),
  };
}

function byMoney(deals: Deals, rows: Uint32Array): Uint32Array {
  const amount = deals.column('amount');
  const { codes, values } = deals.column('currency');
  const records = new Uint32Array(values.length);
  for (const row of rows) {
    const code = codes[row] as number;
    records[code] = (records[code] as number) + 1;
  }
  const rank = (row: number): number => records[codes[row] as number] as number;
  return rows.slice().sort((a, b) => {
    const currency = rank(b) - rank(a) || (codes[a] as number) - (codes[b] as number);
    if (currency !== 0) return currency;
    const [one, other] = [amount[a] as number, amount[b] as number];
    if (Number.isNaN(one) || Number.isNaN(other))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || a - b;
    return other - one || a - b;
  });
}

function repairOf(
  deals: Deals,
  row: number,
  faults: readonly Fault[],
  results: readonly RuleResult[],
  lang: Lang,
): Repair {
  const { id, name, account, owner, outcome, amount } = deals.record(row);
  const broken = [...new Set(faults.map(({ rule }) => rule))].flatMap((index) => results[index] ?? []);
  const problems = faults
    .slice(0, MOST_PROBLEMS)
    .flatMap(({ rule, index }) => results[rule]?.describe(1, Uint32Array.of(index)) ?? [])
    .map(({ message }) => message[lang]);
  return {
    ...deals.place(row),
    amount,
    currency: categoryAt(deals.column('currency'), row) || null,
    owner,
    id,
    name,
    account,
    outcome,
    severity: broken[0]?.severity ?? 'warn',
    rules: broken.map(({ rule }) => rule.id),
    problems: [...new Set(problems)],
    repairs: [...new Set(broken.map(({ rule }) => rule.fix[lang]))],
  };
}
