/** The figures that every contender answers, and whether two contenders say the same. */
import type { Report } from '../src/report/schema.js';
import { notInReport, reportFigures } from './whole-report.js';

export interface Answers {
  /** Counts, rates, days, by name; money by name and currency, `revenue EUR`. */
  readonly figures: Readonly<Record<string, number>>;
  /** Won money by the month of closing and the currency, `2025-03 EUR`; where no amount is known, nothing. */
  readonly months?: Readonly<Record<string, number>>;
  /** Won and closed deals by owner. */
  readonly owners?: Readonly<Record<string, readonly [won: number, closed: number]>>;
  /** All figures of a report by name, or those that another program gives for it. */
  readonly report?: Readonly<Record<string, number>>;
  /** Violations by rule. */
  readonly rules?: Readonly<Record<string, number>>;
}

const COUNTS: ReadonlySet<string> = new Set(['records', 'won', 'lost', 'open', 'customers']);
const MONEY = 'revenue ';
/** Means and rates are quotients: the last bits depend on the order of the sums. */
const RELATIVE_TOLERANCE = 1e-9;

type Figure = number | Readonly<Record<string, number>>;

/** What a peer printed: money is one record by currency. */
export function fromPeer(stdout: string): Answers {
  const { months, owners, ...printed } = JSON.parse(stdout) as Pick<Answers, 'months' | 'owners'> &
    Record<string, Figure>;
  const figures = Object.entries(printed).flatMap(([name, figure]) =>
    typeof figure === 'number'
      ? [[name, figure] as const]
      : Object.entries(figure).map(([currency, value]) => [`${name} ${currency}`, value] as const),
  );
  return {
    figures: Object.fromEntries(figures),
    ...(months === undefined ? {} : { months }),
    ...(owners === undefined ? {} : { owners }),
  };
}

/** What a peer printed that answers a whole report. */
export function fromWhole(stdout: string): Answers {
  const { report } = JSON.parse(stdout) as { report: Record<string, number> };
  return { figures: {}, report };
}

/** The figures of a report under the peers' names. */
export function fromReport(stdout: string): Answers {
  const report = JSON.parse(stdout) as Report;
  return { figures: figuresOf(report), report: reportFigures(report), rules: violations(report.quality?.rules ?? []) };
}

/** What a check says of each rule. */
export function fromCheck(stdout: string): Answers {
  return { figures: {}, rules: violations((JSON.parse(stdout) as { rules: readonly Counted[] }).rules) };
}

interface Counted {
  readonly id: string;
  readonly violations: number;
}

function violations(rules: readonly Counted[]): Readonly<Record<string, number>> {
  return Object.fromEntries(rules.map(({ id, violations }) => [id, violations]));
}

/** The same, with the breakdowns by owner and by month of closing. @throws Error when the report lacks one */
export function fromCore(stdout: string): Answers {
  const report = JSON.parse(stdout) as Report;
  const months = groupsOf(report, 'closed_at').flatMap(({ key, kpi }) => moneyOf(report, key, kpi('revenue_won')));
  const owners = groupsOf(report, 'owner').flatMap(({ key, kpi }): [string, readonly [number, number]][] => {
    const [won, lost] = [kpi('won_deals')?.value ?? 0, kpi('lost_deals')?.value ?? 0];
    return won + lost > 0 ? [[key, [won, won + lost]]] : [];
  });
  return {
    figures: figuresOf(report),
    months: Object.fromEntries(months),
    owners: Object.fromEntries(owners),
  };
}

/** Where the second does not say what the first says, in words; null when they agree: money to the cent, counts exactly. */
export function difference(expected: Answers, got: Answers): string | null {
  if (got.report !== undefined && expected.report !== undefined) return notInReport(expected.report, got.report);
  if (got.rules !== undefined && expected.rules !== undefined) {
    for (const [id, value] of Object.entries(expected.rules)) {
      if (got.rules[id] !== value) return `violations of ${id} are ${got.rules[id]}, not ${value}`;
    }
  }
  // Beside peers of the core set alone, what answers another question has nobody to be compared with.
  if (Object.keys(got.figures).length === 0) return null;
  for (const [name, value] of Object.entries(expected.figures)) {
    const other = got.figures[name] ?? Number.NaN;
    if (!same(name, value, other)) return `${name} is ${other}, not ${value}`;
  }
  const { months, owners } = expected;
  if (months !== undefined && got.months !== undefined) {
    for (const month of keys(months, got.months)) {
      const [value, other] = [months[month] ?? Number.NaN, got.months[month] ?? Number.NaN];
      if (!same(MONEY, value, other)) return `revenue of ${month} is ${other}, not ${value}`;
    }
  }
  if (owners !== undefined && got.owners !== undefined) {
    for (const owner of keys(owners, got.owners)) {
      const [value, other] = [String(owners[owner]), String(got.owners[owner])];
      if (value !== other) return `won and closed of ${owner} are ${other}, not ${value}`;
    }
  }
  return null;
}

function same(name: string, expected: number, got: number): boolean {
  if (COUNTS.has(name)) return got === expected;
  if (name.startsWith(MONEY)) return Math.round(got * 100) === Math.round(expected * 100);
  return Math.abs(got - expected) <= Math.abs(expected) * RELATIVE_TOLERANCE;
}

function keys(...records: readonly object[]): readonly string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))];
}

function figuresOf(report: Report): Readonly<Record<string, number>> {
  const kpi = (id: string) => report.kpis.find((entry) => entry.id === id);
  const value = (id: string): number => kpi(id)?.value ?? Number.NaN;
  return {
    records: report.partition.records,
    won: value('won_deals'),
    lost: value('lost_deals'),
    open: value('open_deals'),
    winRate: value('win_rate'),
    ...Object.fromEntries(moneyOf(report, 'revenue', kpi('revenue_won'))),
    ...Object.fromEntries(moneyOf(report, 'meanDeal', kpi('avg_deal_size'))),
    meanCycle: value('sales_cycle'),
    medianCycle: kpi('sales_cycle')?.distribution?.median ?? Number.NaN,
    customers: value('customers'),
    repeatRate: value('repeat_purchase_rate'),
  };
}

interface Money {
  readonly value: number | null;
  readonly n: number;
  readonly byCurrency:
    | readonly { readonly currency: string | null; readonly value: number | null; readonly n: number }[]
    | null;
}

/** An amount of money under a name and each currency that it is known in. */
function moneyOf(report: Report, name: string, money: Money | undefined): [string, number][] {
  if (money === undefined) return [];
  const parts = money.byCurrency ?? [{ ...money, currency: report.currency }];
  return parts.flatMap(({ currency, value, n }): [string, number][] =>
    value === null || n === 0 ? [] : [[`${name} ${currency}`, value]],
  );
}

function groupsOf(report: Report, by: string) {
  const breakdown = report.breakdowns.find((entry) => entry.by === by);
  if (breakdown === undefined) throw new Error(`the report has no breakdown by ${by}`);
  return breakdown.groups.map(({ key, kpis }) => ({
    key: key.join(' · '),
    kpi: (id: string) => kpis.find((entry) => entry.id === id),
  }));
}
