import { said } from '../../locale/said.js';
import { NO_DAY } from '../../model/civil-day.js';
import { isAllTime } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { defineKpi, type Note, none } from '../definition.js';
import { leftOut, rate } from '../figures.js';
import type { Some } from '../parts.js';
import { won as allWon, closed, counted, createdIn, outcomeExcluded, undatedCreated } from '../populations.js';

/** Under this share of decided deals a cohort's conversion is still growing (bbecht, pipeline-leak-finder). */
const MATURE_FROM = 0.8;

export const cohortConversion = defineKpi({
  id: 'cohort_conversion',
  title: { en: 'Cohort conversion', fa: 'نرخ تبدیل معامله‌های ایجادشده در دوره' },
  unit: 'ratio',
  basis: 'created',
  better: 'higher',
  definition: {
    en: 'Deals won so far, up to the snapshot, over all deals created in the period; open deals stay in the denominator, so a young cohort is still growing. `resolved` is the share already won or lost; under 0.8 the figure is provisional. Null when the file holds nothing but won deals, because it would say 100 % by construction. Bounds: if the deals of unknown outcome were all not won, or all won.',
    fa: 'معامله‌های برنده تا روز گزارش تقسیم بر همه‌ی معامله‌های ایجاد شده در دوره؛ معامله‌های باز در مخرج می‌مانند، پس گروه جوان هنوز در حال رشد است. resolved سهم معامله‌هایی است که برنده یا ازدست‌رفته‌اند؛ زیر ۰٫۸ این عدد موقت است. اگر فایل فقط معامله‌های برنده را داشته باشد مقداری ندارد، چون ناگزیر ۱۰۰٪ می‌شد. کران‌ها: اگر هیچ‌یک یا همه‌ی معامله‌های با نتیجه‌ی نامعلوم برده باشند.',
  },
  formula: {
    en: 'won so far / created in the period',
    fa: 'برنده‌شده تا کنون ÷ ایجادشده در دوره',
  },
  source: 'Salesforce: "Win Rate % of All Created Opps" = WON:SUM / RowCount.',
  needs: ['outcome'],
  wants: ['created_at', 'closed_at'],
  variants: ['win_rate', 'win_rate_value'],
  measure({ population, period, asOf, dataEnd, file, settings }) {
    const deals = counted(population);
    const cohort = createdIn(deals, period);
    const closedAt = population.column('closed_at');
    // At a snapshot in the past, what closed after it was still open.
    const past = asOf < dataEnd && !isAllTime(period);
    const then = <P extends Population<'closed_at'>>(closings: P): P =>
      past
        ? (closings.where((row) => closedAt[row] === NO_DAY || (closedAt[row] as number) <= asOf) as Some as P)
        : closings;
    const won = then(allWon(cohort));
    const onlyWon = cohort.size > 0 && won.size === cohort.size;
    if (onlyWon && !file.hasLost && !settings.assumeComplete) return none('no_lost_deals_in_file', [], cohort.size);
    const decided = then(closed(cohort)).size;
    const resolved = decided / cohort.size;
    const unknown = createdIn(outcomeExcluded(population), period);
    const all = cohort.size + unknown.size;
    const wins = won.size;
    return rate(won, cohort, 'no_created_deals', {
      excluded: () =>
        leftOut({
          outcome_excluded: unknown,
          ...(isAllTime(period) ? {} : { undated_created: undatedCreated(deals) }),
        }),
      ...(cohort.size === 0 ? {} : { details: { resolved, stillOpen: cohort.size - decided } }),
      ...(unknown.size > 0 ? { bounds: { low: wins / all, high: (wins + unknown.size) / all } } : {}),
      notes: resolved < MATURE_FROM ? [PROVISIONAL] : [],
    });
  },
});

const PROVISIONAL: Note = said('provisional');
