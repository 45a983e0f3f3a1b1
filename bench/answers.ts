/** The figures that every contender answers, and whether two contenders say the same. */
import type { Report } from '../src/report/schema.js';

export interface Answers {
  /** Counts, money, rates, days, by name. */
  readonly figures: Readonly<Record<string, number>>;
  /** Won money by the month of closing, `2025-03`. */
  readonly months?: Readonly<Record<string, number>>;
  /** Won and closed deals by owner. */
  readonly owners?: Readonly<Record<string, readonly [won: number, closed: number]>>;
}

const COUNTS: ReadonlySet<string> = new Set(['records', 'won', 'lost', 'open', 'customers']);
const MONEY: ReadonlySet<string> = new Set(['revenue']);
/** Means and rates are quotients: the last bits depend on the order of the sums. */
const RELATIVE_TOLERANCE = 1e-9;

/** What a peer printed. */
export function fromPeer(stdout: string): Answers {
  const { months, owners, ...figures } = JSON.parse(stdout) as Answers & Record<string, number>;
  return { figures, ...(months === undefined ? {} : { months }), ...(owners === undefined ? {} : { owners }) };
}

/** The figures of a report under the peers' names. */
export function fromReport(stdout: string): Answers {
  return { figures: figuresOf(JSON.parse(stdout) as Report) };
}

/** The same, with the breakdowns by owner and by month of closing. @throws Error when the report lacks one */
export function fromCore(stdout: string): Answers {
  const report = JSON.parse(stdout) as Report;
  const wins = groupsOf(report, 'closed_at').filter(({ value }) => value('won_deals') > 0);
  const owners = groupsOf(report, 'owner').filter(({ value }) => value('won_deals') + value('lost_deals') > 0);
  return {
    figures: figuresOf(report),
    months: Object.fromEntries(wins.map(({ key, value }) => [key, value('revenue_won')])),
    owners: Object.fromEntries(
      owners.map(({ key, value }) => [key, [value('won_deals'), value('won_deals') + value('lost_deals')]]),
    ),
  };
}

/** Where the second does not say what the first says, in words; null when they agree: money to the cent, counts exactly. */
export function difference(expected: Answers, got: Answers): string | null {
  for (const [name, value] of Object.entries(expected.figures)) {
    const other = got.figures[name] ?? Number.NaN;
    if (!same(name, value, other)) return `${name} is ${other}, not ${value}`;
  }
  const { months, owners } = expected;
  if (months !== undefined && got.months !== undefined) {
    for (const month of keys(months, got.months)) {
      const [value, other] = [months[month] ?? Number.NaN, got.months[month] ?? Number.NaN];
      if (!same('revenue', value, other)) return `revenue of ${month} is ${other}, not ${value}`;
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
  if (MONEY.has(name)) return Math.round(got * 100) === Math.round(expected * 100);
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
    revenue: value('revenue_won'),
    meanDeal: value('avg_deal_size'),
    meanCycle: value('sales_cycle'),
    medianCycle: kpi('sales_cycle')?.distribution?.median ?? Number.NaN,
    customers: value('customers'),
    repeatRate: value('repeat_purchase_rate'),
  };
}

function groupsOf(report: Report, by: string) {
  const breakdown = report.breakdowns.find((entry) => entry.by === by);
  if (breakdown === undefined) throw new Error(`the report has no breakdown by ${by}`);
  return breakdown.groups.map(({ key, kpis }) => ({
    key: key.join(' · '),
    value: (id: string): number => kpis.find((entry) => entry.id === id)?.value ?? 0,
  }));
}
