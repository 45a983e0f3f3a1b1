import { isAllTime } from '../../model/period.js';
import { defineKpi } from '../definition.js';
import { leftOut, rate, withoutValue } from '../figures.js';
import { closed, closedIn, endedIn, outcomeExcluded, undatedClosed, won } from '../populations.js';
import { oneSidedFile } from '../survivors.js';

export const winRate = defineKpi({
  id: 'win_rate',
  title: { en: 'Win rate', fa: 'نرخ برد' },
  unit: 'ratio',
  basis: 'closed',
  better: 'higher',
  definition: {
    en: 'Won deals over all deals closed in the period; open deals are left out. Null when the file holds no lost (or no won) deals, because a filtered export would say 100 % (or 0 %). Bounds: if the closed deals of unknown outcome were all lost, or all won.',
    fa: 'معامله‌های برنده تقسیم بر همه‌ی معامله‌های بسته شده در دوره؛ معامله‌های باز در آن نیستند. اگر در فایل هیچ معامله‌ی ازدست‌رفته (یا هیچ برنده‌ای) نباشد مقدار ندارد، زیرا خروجی فیلتر شده ۱۰۰٪ (یا ۰٪) نشان می‌دهد. کران‌ها: اگر همه‌ی معامله‌های بسته شده با نتیجه‌ی نامعلوم ازدست‌رفته یا برنده باشند.',
  },
  formula: {
    en: 'won / (won + lost)',
    fa: 'برنده ÷ (برنده + ازدست‌رفته)',
  },
  source: 'Salesforce Help 000387867: WON:SUM / CLOSED:SUM, "based only on opportunities that have been closed".',
  needs: ['outcome'],
  wants: ['closed_at'],
  variants: ['win_rate_value', 'cohort_conversion'],
  byDay: { form: 'win_rate' },
  measure({ population, period, file, settings }) {
    const decided = closedIn(population, period);
    const unknown = endedIn(outcomeExcluded(population), period);
    const excluded = () =>
      leftOut({
        ...(isAllTime(period) ? {} : { undated_closed: undatedClosed(closed(population)) }),
        outcome_excluded: unknown,
      });
    const oneSided = oneSidedFile(decided, file, settings);
    if (oneSided !== null) return withoutValue(oneSided, { excluded });
    const wins = won(decided);
    const all = decided.size + unknown.size;
    return rate(wins, decided, 'no_closed_deals', {
      excluded,
      ...(unknown.size > 0 ? { bounds: { low: wins.size / all, high: (wins.size + unknown.size) / all } } : {}),
    });
  },
});
