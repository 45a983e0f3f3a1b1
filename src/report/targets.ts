/** What was asked of figures for each quarter, month …, as it holds for the period that a report is about. */
import { UserError } from '../errors/user-error.js';
import { kpis } from '../kpi/catalogue/index.js';
import type { KpiSettings } from '../kpi/definition.js';
import { foldText } from '../locale/fold.js';
import { suggest } from '../locale/suggest.js';
import { type Cadence, cadencesIn } from '../model/cadence.js';
import type { Deals } from '../model/deals.js';
import { isAllTime, type Period } from '../model/period.js';
import type { KpiEntry } from './schema.js';

/** What a KPI should be: at least `min`, at most `max`, in its own unit (ratios 0…1). */
export interface Target {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Of each week, month, quarter or year, for KPIs that add up over time; left out: of the period asked about. */
  readonly per?: Cadence | undefined;
}

/** KPI id → target. */
export type Targets = Readonly<Record<string, Target>>;

/** Won value that an owner is to bring in each week, month, quarter or year. */
export interface Quota {
  readonly amount: number;
  readonly per: Cadence;
}

/** Owner → quota; a number is of the period asked about. */
export type Quotas = Readonly<Record<string, number | Quota>>;

const flows: ReadonlySet<string> = new Set(kpis.filter(({ adds }) => adds === true).map(({ id }) => id));

const ratios: ReadonlySet<string> = new Set(kpis.filter(({ unit }) => unit === 'ratio').map(({ id }) => id));
/** Nobody asks for ten times the quota: a ratio above this was meant as per cent. */
const MOST_RATIO = 10;

/** Targets in the units of their KPIs: 65 for a ratio is 65 %, never 6,500 %. */
export function inTheirUnits(targets: Targets): Targets {
  const share = (limit: number | undefined): number | undefined =>
    limit !== undefined && limit > MOST_RATIO ? Number((limit / 100).toPrecision(15)) : limit;
  return Object.fromEntries(
    Object.entries(targets).map(([id, target]) => [
      id,
      ratios.has(id) ? { ...target, min: share(target.min), max: share(target.max) } : target,
    ]),
  );
}

/** An amount of each `per`, for a whole period. Undefined for all data, which is no period to bring anything in. */
function prorated(amount: number, per: Cadence | undefined, period: Period): number | undefined {
  if (per === undefined) return amount;
  return isAllTime(period) ? undefined : rounded(amount * cadencesIn(wholeOf(period), per));
}

/** Where the snapshot cuts a period, the whole of it. */
function wholeOf(period: Period): Period {
  return { ...period, end: period.fullEnd ?? period.end };
}

/** Without the last digits of a binary product: a third of 3.2 million and three thirds of it agree. */
function rounded(value: number): number {
  return Number(value.toPrecision(13));
}

/** What the pipeline has to cover, and what owners are to bring, in a period. */
export function settingsFor(targets: Targets, quotas: Quotas | undefined, period: Period): Partial<KpiSettings> {
  const { revenue_won: revenue } = targets as Targets & { readonly revenue_won?: Target };
  const revenueTarget = revenue?.min === undefined ? undefined : prorated(revenue.min, revenue.per, period);
  const held = Object.entries(quotas ?? {}).flatMap(([owner, quota]): [string, number][] => {
    const amount = typeof quota === 'number' ? quota : prorated(quota.amount, quota.per, period);
    return amount === undefined ? [] : [[owner, amount]];
  });
  return {
    ...(revenueTarget === undefined ? {} : { revenueTarget }),
    ...(quotas === undefined ? {} : { quotas: Object.fromEntries(held) }),
  };
}

/** Names of what is asked of each quarter, month …: of all data nobody knows how many these are. */
export function withoutPeriod(targets: Targets, quotas: Quotas | undefined, period: Period): string[] {
  if (!isAllTime(period)) return [];
  return [
    ...Object.entries(targets).flatMap(([id, { per }]) => (per === undefined ? [] : [id])),
    ...Object.entries(quotas ?? {}).flatMap(([owner, quota]) => (typeof quota === 'number' ? [] : [owner])),
  ];
}

/**
 * A target as it holds for the period that was measured, limits included. A value that is not there neither meets nor
 * misses; what adds up over time and has time left is not missed before the period ends.
 *
 * @param period as measured: cut where it runs beyond the snapshot
 */
export function targetEntry(
  id: string,
  { min, max, per }: Target,
  value: number | null,
  period: Period,
): NonNullable<KpiEntry['target']> {
  const limit = (asked: number | undefined): number | null =>
    asked === undefined ? null : (prorated(asked, per, period) ?? null);
  const [least, most] = [limit(min), limit(max)];
  const elapsed = flows.has(id) ? elapsedShare(period, per ?? 'month') : null;
  const whole = least ?? most;
  return {
    min: least,
    max: most,
    met: whole === null || value === null ? null : isMet(value, least, most, elapsed !== null),
    asked: { min: min ?? null, max: max ?? null },
    per: per ?? null,
    pacing:
      elapsed === null || whole === null
        ? null
        : {
            elapsed,
            expected: rounded(whole * elapsed),
            reached: value === null || whole === 0 ? null : value / whole,
          },
  };
}

function isMet(value: number, least: number | null, most: number | null, running: boolean): boolean | null {
  const exceeded = most !== null && value > most;
  const reached = least === null || value >= least;
  if (!running) return reached && !exceeded;
  if (exceeded) return false;
  return reached && most === null ? true : null;
}

/** How much of a running period has passed, by the days of its months (or weeks); null where it does not run. */
function elapsedShare(period: Period, per: Cadence): number | null {
  if (period.fullEnd === undefined || isAllTime(period)) return null;
  return rounded(cadencesIn(period, per) / cadencesIn(wholeOf(period), per));
}

/**
 * Refuses a quota of an owner whom no deal names, where the name looks like that of an owner without a quota: it would
 * stand against nothing. Of an owner who has no deal yet the figure's own note speaks.
 *
 * @throws UserError `unknown_quota_owner` (exit 2)
 */
export function requireOwners(deals: Deals, quotas: KpiSettings['quotas'] = {}): void {
  const asked = Object.keys(quotas);
  if (asked.length === 0 || deals.size === 0 || !deals.has('owner')) return;
  const owners = deals.column('owner').values.filter((owner) => owner !== '');
  const folded = new Set(owners.map(foldText));
  const said = new Set(asked.map(foldText));
  const open = owners.filter((owner) => !said.has(foldText(owner)));
  for (const owner of asked) {
    if (folded.has(foldText(owner))) continue;
    const near = suggest(foldText(owner), open.map(foldText));
    const suggestion = open.find((one) => foldText(one) === near);
    if (suggestion !== undefined) throw new UserError('unknown_quota_owner', { owner, suggestion });
  }
}
