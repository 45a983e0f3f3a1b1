import { foldText } from '../../locale/fold.js';
import { isoDay, NO_DAY } from '../../model/civil-day.js';
import { categoryAt } from '../../model/column.js';
import type { StageHistory } from '../../model/history.js';
import { WON } from '../../model/outcome.js';
import { median } from '../../stats/quantile.js';
import { defineRule } from '../definition.js';
import { quantity, whole } from '../parameters.js';
import { open, violating } from '../populations.js';
import { forEachDeal } from '../stage-order.js';

/** Three public hygiene guides speak of twice the benchmark of won deals. */
const TIMES_MEDIAN = 2;
/** A median of fewer deals is chance. */
const LEAST_DEALS = 20;
/** Where no stage history tells how long is usual. */
const LONG_DAYS = 90;

const NO_ROWS = new Uint32Array(0);

export const dealStageTooLong = defineRule({
  id: 'deal.stage_too_long',
  title: { en: 'Open deals that stay in one stage', fa: 'معامله‌های باز مانده در یک مرحله' },
  dimension: 'timeliness',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all open deals of which the day they entered their stage is known, those that have been in it for more than twice (times) the median of the won deals that passed through the same stage; for more than 90 days (days) where fewer than 20 of them are known. Under a condition, the median is still that of all deals.',
    fa: 'از همه‌ی معامله‌های بازی که روز ورودشان به مرحله دانسته است، آن‌هایی که بیش از دو برابر (times) میانه‌ی معامله‌های برنده‌ی گذشته از همان مرحله در آن مانده‌اند؛ اگر کمتر از ۲۰ معامله دانسته باشد، بیش از ۹۰ روز (days). با شرط نیز، میانه همان میانه‌ی همه‌ی معامله‌هاست.',
  },
  source: 'Hygiene guides of Katalyst, PulseRevOps and toolsmith: twice the benchmark of the stage',
  needs: ['outcome', 'stage'],
  wants: ['stage_changed_at'],
  params: {
    times: quantity('so many times the median of the won deals', 1, 100),
    days: whole('days in a stage of which no median is known', 1, 3660),
  },
  defaults: { times: TIMES_MEDIAN, days: LONG_DAYS },
  affects: ['sales_velocity', 'open_pipeline_value', 'weighted_pipeline'],
  check({ population, whole, beside, asOf, params }) {
    const stage = population.column('stage');
    const changed = population.has('stage_changed_at') ? population.column('stage_changed_at') : null;
    const entered = lastEntries(beside.history);
    const medians = mediansOf(whole.history, whole.population.column('outcome'));
    const usual = stage.values.map((name) => medians.get(foldText(name)) ?? null);
    const since = (row: number): number => {
      const day = changed?.[row] ?? NO_DAY;
      return day === NO_DAY ? (entered.get(row) ?? NO_DAY) : day;
    };
    const limits = usual.map((days) => (days === null ? params.days : Math.max(1, days * params.times)));
    const isUnknown = changed === null && entered.size === 0;
    return violating(
      // Where no deal has such a day, none must be looked at.
      isUnknown
        ? population.select(NO_ROWS)
        : open(population).where((row) => stage.codes[row] !== 0 && since(row) !== NO_DAY),
      (row) => asOf - since(row) > (limits[stage.codes[row] as number] as number),
      (row) => {
        const name = categoryAt(stage, row);
        const days = asOf - since(row);
        const typical = usual[stage.codes[row] as number] ?? null;
        return {
          field: 'stage',
          value: name,
          args: { stage: name, since: isoDay(since(row)), days, usual: typical, limit: params.days },
        };
      },
    );
  },
  message: {
    en: ({ stage, since, days, usual, limit }) =>
      `in "${stage}" since ${since}, ${days} days; ${usual === null ? `more than ${limit} days is long` : `won deals stay ${usual} days (median)`}`,
    fa: ({ stage, since, days, usual, limit }) =>
      `از ${since} در «${stage}» است، ${days} روز؛ ${usual === null ? `بیش از ${limit} روز طولانی است` : `معامله‌های برنده ${usual} روز می‌مانند (میانه)`}`,
  },
  fix: {
    en: 'Find out what holds the deal up; move it on, back, or close it.',
    fa: 'ببینید چه چیزی معامله را نگه داشته است؛ آن را جلو ببرید، برگردانید یا ببندید.',
  },
  examples: {
    accept: 'id outcome stage stage_changed_at\nD1 open Proposal 2024-10-03\nD2 won Proposal 2024-01-01',
    reject: 'id outcome stage stage_changed_at\nD1 open Proposal 2024-10-03\nD2 open Proposal 2024-10-02',
  },
});

/** When each deal entered its last stage. */
function lastEntries(history: StageHistory | null): ReadonlyMap<number, number> {
  const entered = new Map<number, number>();
  if (history === null) return entered;
  forEachDeal(history, (deal, _, to) => {
    entered.set(deal, history.enteredAt[to - 1] as number);
  });
  return entered;
}

/** The median days of the won deals per stage. */
function mediansOf(history: StageHistory | null, outcome: Uint8Array): ReadonlyMap<string, number> {
  const medians = new Map<string, number>();
  if (history === null) return medians;
  const days = new Map<number, number[]>();
  forEachDeal(history, (deal, from, to) => {
    if (outcome[deal] !== WON) return;
    for (let at = from; at + 1 < to; at++) {
      const stage = history.stage[at] as number;
      const stayed = (history.enteredAt[at + 1] as number) - (history.enteredAt[at] as number);
      const known = days.get(stage);
      if (known === undefined) days.set(stage, [stayed]);
      else known.push(stayed);
    }
  });
  for (const [stage, stays] of days) {
    if (stays.length >= LEAST_DEALS) medians.set(foldText(history.stages[stage] ?? ''), median(stays));
  }
  return medians;
}
