import { foldText } from '../../locale/fold.js';
import { isoDay, NO_DAY } from '../../model/civil-day.js';
import { categoryAt } from '../../model/column.js';
import { HISTORY_SOURCES } from '../../model/history.js';
import { LOST, WON } from '../../model/outcome.js';
import { defineRule } from '../definition.js';
import { closingStages, forEachDeal } from '../stage-order.js';

/** An instant near midnight may fall on the day before in another zone. */
const ALLOWED_DAYS = 1;

export const historyInconsistent = defineRule({
  id: 'history.inconsistent',
  title: { en: 'Stage histories that cannot be true', fa: 'تاریخچه‌های ناممکن مراحل' },
  dimension: 'integrity',
  severity: 'error',
  scope: 'deal',
  condition: {
    en: 'Of all deals with a stage history, those that entered a stage more than a day before they were created; of closed ones, those that entered an open stage more than a day after they were closed; and, where a log tells every change, those whose last stage is not the one they are in, or that left a stage they were not in.',
    fa: 'از همه‌ی معامله‌های دارای تاریخچه‌ی مراحل، آن‌هایی که بیش از یک روز پیش از ایجاد وارد مرحله‌ای شده‌اند؛ از بسته‌شده‌ها، آن‌هایی که بیش از یک روز پس از بسته شدن وارد مرحله‌ی بازی شده‌اند؛ و اگر گزارش تغییرات همه‌ی جابه‌جایی‌ها را دارد، آن‌هایی که آخرین مرحله‌شان با مرحله‌ی کنونی یکی نیست یا از مرحله‌ای خارج شده‌اند که در آن نبوده‌اند.',
  },
  source: 'dbt_utils, mutually_exclusive_ranges',
  needs: ['outcome'],
  wants: ['stage', 'created_at', 'closed_at'],
  affects: ['cohort_conversion', 'sales_cycle'],
  check({ population, beside }) {
    const outcome = population.column('outcome');
    const stage = population.column('stage');
    const [created, closed] = [population.column('created_at'), population.column('closed_at')];
    const { history, sources } = beside;
    if (history === null || population.size === 0) return { checked: 0, rows: NONE, describe: () => NOTHING };
    const closing = closingStages(history, sources);
    const folded = history.stages.map(foldText);
    const current = stage.values.map(foldText);
    const faults = new Map<number, Fault>();
    let checked = 0;
    forEachDeal(history, (deal, from, to) => {
      checked++;
      const isClosed = outcome[deal] === WON || outcome[deal] === LOST;
      const [made, ended] = [created[deal] as number, closed[deal] as number];
      const isLog = HISTORY_SOURCES[history.source[from] as number] === 'log';
      const found = (kind: Fault['kind'], at: number): void => {
        if (!faults.has(deal)) faults.set(deal, { kind, at });
      };
      for (let at = from; at < to; at++) {
        const day = history.enteredAt[at] as number;
        if (made !== NO_DAY && made - day > ALLOWED_DAYS) found('before_create', at);
        const opens = !closing.has(history.stage[at] as number);
        if (isClosed && opens && ended !== NO_DAY && day - ended > ALLOWED_DAYS) found('after_close', at);
        const left = history.from[at] as number;
        if (isLog && at > from && left !== 0 && left !== history.stage[at - 1]) found('chain', at);
      }
      const last = folded[history.stage[to - 1] as number] ?? '';
      const now = current[stage.codes[deal] as number] ?? '';
      if (isLog && now !== '' && now !== last) found('current', to - 1);
    });
    return {
      checked,
      rows: Uint32Array.from(faults.keys()).sort(),
      describe(row) {
        const { kind, at } = faults.get(row) ?? { kind: 'chain', at: 0 };
        const nameOf = (code: number | undefined): string => history.stages[code ?? 0] ?? '';
        const entered = nameOf(history.stage[at]);
        const day = isoDay(history.enteredAt[at] as number);
        const limit = kind === 'before_create' ? created[row] : kind === 'after_close' ? closed[row] : undefined;
        return {
          field: 'stage',
          value: entered,
          args: {
            kind,
            entered,
            day,
            left: nameOf(history.from[at]),
            before: kind === 'chain' ? nameOf(history.stage[at - 1]) : '',
            now: categoryAt(stage, row),
            limit: limit === undefined || limit === NO_DAY ? '' : isoDay(limit),
          },
        };
      },
    };
  },
  message: {
    en: ({ kind, entered, day, left, before, now, limit }) =>
      ({
        before_create: `entered "${entered}" on ${day}, before it was created (${limit})`,
        after_close: `entered "${entered}" on ${day}, after it was closed (${limit})`,
        chain: `left "${left}" on ${day}, but was in "${before}"`,
        current: `is in "${now}", but its history ends in "${entered}" (${day})`,
      })[kind],
    fa: ({ kind, entered, day, left, before, now, limit }) =>
      ({
        before_create: `در ${day} وارد «${entered}» شده، پیش از ایجاد (${limit})`,
        after_close: `در ${day} وارد «${entered}» شده، پس از بسته شدن (${limit})`,
        chain: `در ${day} از «${left}» خارج شده، ولی در «${before}» بوده است`,
        current: `در «${now}» است، ولی تاریخچه‌اش به «${entered}» (${day}) ختم می‌شود`,
      })[kind],
  },
  fix: {
    en: 'Export the log and the deals at the same time and in full; entries of an import carry the day of the import.',
    fa: 'گزارش تغییرات و معامله‌ها را هم‌زمان و کامل خروجی بگیرید؛ ورودهای گروهی تاریخ روز ورود را دارند.',
  },
  examples: {
    accept:
      'id outcome stage created_at\nD1 open Demo 2024-01-02\n# history log\ndeal stage day from\nD1 Lead 2024-01-01 .\nD1 Demo 2024-01-02 Lead',
    reject:
      'id outcome stage created_at\nD1 open Offer 2024-01-02\n# history log\ndeal stage day from\nD1 Lead 2024-01-01 .\nD1 Demo 2024-01-02 Lead',
  },
});

interface Fault {
  readonly kind: 'before_create' | 'after_close' | 'chain' | 'current';
  /** Index of the entry. */
  readonly at: number;
}

const NONE = new Uint32Array(0);
const NOTHING = {
  args: { kind: 'chain' as const, entered: '', day: '', left: '', before: '', now: '', limit: '' },
};
