import { defineKpi, none } from '../definition.js';
import { mergeExclusions } from '../figures.js';

export const salesVelocity = defineKpi({
  id: 'sales_velocity',
  title: { en: 'Sales velocity', fa: 'سرعت فروش' },
  unit: 'money_per_day',
  basis: 'snapshot',
  better: 'higher',
  definition: {
    en: 'Open deals at the snapshot, times the win rate, times the average deal size, over the mean sales cycle: what the pipeline is worth per day of selling. All open deals count, priced or not. Without a part, no value. `closedVariant` takes the deals closed in the period instead of the open ones, as some do: it is won deals times their mean size over the cycle.',
    fa: 'تعداد معامله‌های باز در روز گزارش ضرب در نرخ برد ضرب در میانگین مبلغ معامله تقسیم بر میانگین طول چرخه‌ی فروش: ارزش هر روز فروش پایپ‌لاین. همه‌ی معامله‌های باز، با مبلغ یا بی‌مبلغ، شمرده می‌شوند. اگر یکی از اجزا نباشد مقدار ندارد. closedVariant، چنان‌که برخی حساب می‌کنند، به جای معامله‌های باز، معامله‌های بسته‌شده‌ی دوره را می‌گیرد.',
  },
  formula: {
    en: 'open_deals × win_rate × avg_deal_size / sales_cycle',
    fa: 'معامله‌های باز × نرخ برد × میانگین مبلغ معامله ÷ طول چرخه‌ی فروش',
  },
  source: 'Sales velocity equation with open opportunities: maven (40 × 0.25 × 25,000 / 90 = 2,777.78 a day).',
  needs: [],
  uses: ['open_deals', 'win_rate', 'avg_deal_size', 'sales_cycle'],
  measure({ kpi }) {
    const open = kpi('open_deals');
    const rate = kpi('win_rate');
    const size = kpi('avg_deal_size');
    const cycle = kpi('sales_cycle');
    const excluded = mergeExclusions([open, rate, size, cycle].map((part) => part.excluded));
    if (open.value === null) return none(open.reason, excluded);
    if (rate.value === null) return none(rate.reason, excluded);
    if (size.value === null) return none(size.reason, excluded);
    if (cycle.value === null) return none(cycle.reason, excluded);
    if (cycle.value === 0) return none('zero_cycle', excluded);
    return {
      value: (open.value * rate.value * size.value) / cycle.value,
      n: open.n,
      ...(open.rows === undefined ? {} : { rows: open.rows }),
      excluded,
      details: {
        openDeals: open.value,
        winRate: rate.value,
        avgDealSize: size.value,
        salesCycle: cycle.value,
        closedDeals: rate.n,
        closedVariant: (rate.n * rate.value * size.value) / cycle.value,
      },
    };
  },
});
