import { sum } from '../../stats/sum.js';
import { defineKpi } from '../definition.js';
import { leftOut, valuesOf, withoutValue } from '../figures.js';
import { english, persian } from '../notes.js';
import { open as openNow, priced, unpriced, withoutProbability, withProbability } from '../populations.js';
import { openAt } from '../snapshot.js';

/**
 * Most of the deals open at a past snapshot may have closed since (a judgement). Closing sets their probability to 0
 * or 1, which is hindsight; beyond this share the rest is no picture of the pipeline of that day.
 */
const MOST_CLOSED_SINCE = 0.2;

export const weightedPipeline = defineKpi({
  id: 'weighted_pipeline',
  title: { en: 'Weighted pipeline', fa: 'ارزش وزنی کاریز' },
  unit: 'money',
  basis: 'snapshot',
  better: 'higher',
  definition: {
    en: 'Sum, over the deals open at the snapshot, of amount times the probability in the file, deal by deal; deals without an amount or without a probability are left out. At a snapshot in the past, deals closed since are left out too, for their probability is now 0 or 1; null when they are over 20 %.',
    fa: 'جمع حاصل‌ضرب مبلغ در احتمال موفقیت ثبت شده در فایل، معامله به معامله، برای معامله‌هایی که در روز گزارش باز بوده‌اند؛ معامله‌های بدون مبلغ یا بدون احتمال کنار گذاشته می‌شوند. برای روزی در گذشته، معامله‌هایی که بعداً بسته شده‌اند نیز کنار می‌روند، زیرا احتمالشان اکنون صفر یا یک است؛ اگر بیش از ۲۰٪ باشند مقدار ندارد.',
  },
  formula: 'Σ amount × probability of deals open at t',
  source:
    'Per-deal weighting: 100 at 99 % and 200 at 0 % are 99 (Odoo pull request 32011, where mean × sum gave 148.5).',
  needs: ['outcome', 'amount', 'probability'],
  wants: ['created_at', 'closed_at'],
  measure(context) {
    const { open, closedSince, undatedClosed, undatedCreated } = openAt(context.population, context);
    const still = openNow(open);
    const known = withProbability(priced(still));
    const account = {
      excluded: leftOut({
        undated_closed: undatedClosed,
        undated_created: undatedCreated,
        closed_since: closedSince,
        unpriced: unpriced(still),
        without_probability: withoutProbability(priced(still)),
      }),
      notes: coverage(known.size, open.size),
    };
    if (closedSince.size > MOST_CLOSED_SINCE * open.size) return withoutValue('probability_overwritten', account);
    if (open.size > 0 && known.size === 0) {
      return withoutValue(withProbability(still).size === 0 ? 'no_probability' : 'no_priced_deals', account);
    }
    const amount = context.population.column('amount');
    const probability = context.population.column('probability');
    const weighted = valuesOf(known.rows, (row) => (amount[row] as number) * (probability[row] as number));
    return { value: sum(weighted), n: known.size, rows: known.rows, ...account };
  },
});

function coverage(weighted: number, deals: number) {
  if (weighted === deals) return [];
  const en = `weighted ${english(weighted)} of ${english(deals)} open deals`;
  const fa = `${persian(weighted)} از ${persian(deals)} معامله‌ی باز وزن داده شد`;
  return [{ code: 'weighted', text: { en, fa } }];
}
