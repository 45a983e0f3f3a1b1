/** Whether a target of a period, and the quotas of owners in it, will be reached. */
import { foldText } from '../../locale/fold.js';
import type { CivilDay } from '../../model/civil-day.js';
import type { CategoryColumn } from '../../model/column.js';
import type { Period } from '../../model/period.js';
import type { Interval } from '../../stats/interval.js';
import type { Forecast } from './forecast.js';
import { groupForecasts } from './groups.js';
import { chanceOf, spreadOf } from './intervals.js';

/** What a period is to bring. */
export interface Asked {
  /** The whole of it. */
  readonly period: Period;
  readonly target: number | null;
  /** Owner → won value. */
  readonly quotas: Readonly<Record<string, number>>;
}

/** How a target stands. */
export interface Pace {
  /** Null: the target of all deals. */
  readonly owner: string | null;
  readonly target: number;
  readonly wonSoFar: number;
  /** Null where the period cannot be forecast, and then there is a reason. */
  readonly outlook: {
    readonly expected: number;
    readonly interval: Interval;
    /** P(target reached); 1 where it is already. */
    readonly probability: number;
  } | null;
}

/** Months of a forecast that a period is made of; null where it does not consist of whole months, or lies beyond. */
export function monthsIn({ months, t }: Forecast, { start, end }: Period): readonly [number, number] | null {
  const from = start <= t + 1 ? 0 : months.findIndex(({ period }) => period.start === start);
  const last = months.findIndex(({ period }) => period.end === end);
  return from < 0 || last < from ? null : [from, last + 1];
}

/** The targets of a period that is not over. Owners by the file's spelling, folded as quotas are. */
export function pacingOf(forecast: Forecast, { period, target, quotas }: Asked, owners: CategoryColumn | null): Pace[] {
  if (period.end <= forecast.t + 1) return [];
  const range = monthsIn(forecast, period);
  const paces: Pace[] = [];
  if (target !== null) {
    const wonSoFar = wonFrom(forecast, period.start, () => true);
    paces.push({
      owner: null,
      target,
      wonSoFar,
      outlook: range === null ? null : outlookOf(forecast, range, wonSoFar, target),
    });
  }
  const asked = Object.entries(quotas).filter(([, quota]) => quota > 0);
  if (asked.length === 0 || owners === null) return paces;
  // Spellings of one name are one owner.
  const names = asked.map(([name]) => foldText(name));
  const codes = owners.values.map((value) => names.indexOf(foldText(value)) + 1);
  const groups =
    range === null
      ? []
      : groupForecasts(
          forecast,
          (row) => codes[owners.codes[row] as number] as number,
          names.length + 1,
          range,
          period.start,
        );
  for (const [at, [owner, quota]] of asked.entries()) {
    const isOwn = (row: number): boolean => codes[owners.codes[row] as number] === at + 1;
    const group = groups.find(({ code }) => code === at + 1);
    const won = wonFrom(forecast, period.start, isOwn);
    const none: Interval = { low: won, high: won, level: 0.95, method: 'simulation' };
    paces.push({
      owner,
      target: quota,
      wonSoFar: won,
      outlook:
        range === null
          ? null
          : {
              expected: group?.expected ?? won,
              interval: group?.interval ?? none,
              probability: group === undefined ? Number(won >= quota) : shareOf(group.draws, quota - won),
            },
    });
  }
  return paces;
}

function outlookOf(
  forecast: Forecast,
  [from, to]: readonly [number, number],
  wonSoFar: number,
  target: number,
): NonNullable<Pace['outlook']> {
  const coming = forecast.expected.subarray(from, to).reduce((sum, value) => sum + value, 0);
  return {
    expected: wonSoFar + coming,
    interval: spreadOf(forecast, from, to, wonSoFar).interval,
    probability: chanceOf(forecast, from, to, target - wonSoFar),
  };
}

function shareOf(draws: Float64Array, least: number): number {
  let reached = 0;
  for (let s = 0; s < draws.length; s++) if ((draws[s] as number) >= least) reached++;
  return reached / draws.length;
}

/** Won from a day up to the last one known. */
function wonFrom({ facts, t }: Forecast, from: CivilDay, isAsked: (row: number) => boolean): number {
  let value = 0;
  for (let at = 0; at < facts.size; at++) {
    const day = facts.closed[at] as number;
    const amount = facts.amount[at] as number;
    if (facts.won[at] === 1 && day >= from && day <= t && !Number.isNaN(amount) && isAsked(facts.row[at] as number)) {
      value += amount;
    }
  }
  return value;
}
