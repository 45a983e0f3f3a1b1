import { said } from '../../locale/said.js';
import { NO_DAY } from '../../model/civil-day.js';
import { defineKpi, type Note, none } from '../definition.js';
import { withoutValue } from '../figures.js';
import { countedOf, LAST_DAY, levelsAt, type Movements, movementsIn, revenueChanges } from '../recurring.js';
import { spanOf } from '../tenures.js';

export const mrr = defineKpi({
  id: 'mrr',
  title: { en: 'Monthly recurring revenue', fa: 'درآمد تکرارشونده‌ی ماهانه' },
  unit: 'money',
  basis: 'all',
  better: 'higher',
  definition: {
    en: 'Price per month of the subscriptions that run at the end of the period (yearly ones over 12, quarterly ones over 3), with the movements since its start: new, expansion, reactivation, contraction and churned. A subscription runs through its last day. One that overlaps, or begins the day after, changes what its customer pays; after a gap the customer has churned and returned. Without a period: the last window up to asOf. Left out: trials, pauses, those that have not begun or ended on an unknown day or before their first day, those without a first day or a price, free ones, and credits. One that names no customer is a customer of its own.',
    fa: 'مبلغ ماهانه‌ی اشتراک‌هایی که در پایان دوره برقرارند (سالانه تقسیم بر ۱۲ و فصلی تقسیم بر ۳)، همراه با تغییرها از آغاز دوره: تازه، افزایش، بازگشت، کاهش و ریزش. اشتراک تا پایان آخرین روزش برقرار است. اشتراکی که هم‌پوشانی دارد یا فردای پایان دیگری آغاز می‌شود پرداخت مشتری را تغییر می‌دهد و پس از وقفه، ریزش و بازگشت است. بدون دوره: آخرین پنجره تا تاریخ گزارش. آزمایشی‌ها، متوقف‌ها، شروع‌نشده‌ها، پایان‌های بی‌تاریخ یا پیش از آغاز، اشتراک‌های بی‌تاریخ شروع یا بی‌مبلغ، رایگان‌ها و مبلغ‌های منفی کنار گذاشته می‌شوند. اشتراک بی‌نام مشتری، خود یک مشتری است.',
  },
  formula: {
    en: 'startMrr + newMrr + expansionMrr + reactivationMrr − contractionMrr − churnedMrr',
    fa: 'درآمد ماهانه‌ی آغاز + جدید + افزایش + بازگشت − کاهش − ریزش',
  },
  source:
    'ChartMogul, Calculating MRR and MRR movements (new business, expansion, contraction, churn, reactivation); SaaS Metrics Standards Board, MRR: normalised to a month, without one-time charges.',
  needs: ['outcome', 'customer', 'amount', 'created_at'],
  wants: ['closed_at'],
  of: 'subscriptions',
  variants: ['arr', 'net_revenue_retention', 'gross_revenue_retention', 'logo_churn'],
  measure({ population, period, asOf, settings }) {
    const { priced, excluded: others, unpriced } = countedOf(population);
    const excluded = [...others, ...unpriced];
    const span = spanOf(period, asOf, settings.retentionWindow);
    if (span === null) return none('period_not_begun', excluded);
    if (priced.size === 0) return withoutValue('no_priced_subscriptions', { excluded });
    const changes = revenueChanges(priced);
    const { endMrr, ...moved } = movementsIn(changes, span);
    const customers = levelsAt(changes, span.end).reduce((sum, level) => sum + Number(level > 0), 0);
    const [from, to] = [priced.column('created_at'), priced.column('closed_at')];
    const running = priced.rows.filter(
      (row) => (from[row] as number) < span.end && (to[row] === NO_DAY || (to[row] as number) >= span.end),
    );
    return {
      value: endMrr,
      n: running.length,
      rows: running,
      details: { ...moved, customers },
      excluded,
      notes: [movementNote(moved), LAST_DAY],
    };
  },
});

/** `1,000 at the start + 200 new + 50 expansion + 0 reactivation − 20 contraction − 100 churned`. */
function movementNote(moved: Omit<Movements, 'endMrr'>): Note {
  return said('mrr_movements', {
    start: moved.startMrr,
    fresh: moved.newMrr,
    expansion: moved.expansionMrr,
    reactivation: moved.reactivationMrr,
    contraction: moved.contractionMrr,
    churned: moved.churnedMrr,
  });
}
