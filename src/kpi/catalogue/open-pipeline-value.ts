import { defineKpi } from '../definition.js';
import { leftOut, total, withoutValue } from '../figures.js';
import { amountsOverwritten } from '../hindsight.js';
import { pricedNote } from '../notes.js';
import { priced, unpriced } from '../populations.js';
import { openAt } from '../snapshot.js';

export const openPipelineValue = defineKpi({
  id: 'open_pipeline_value',
  title: { en: 'Open pipeline', fa: 'ارزش پایپ‌لاین باز' },
  unit: 'money',
  basis: 'snapshot',
  better: 'higher',
  definition: {
    en: 'Sum of the amounts of the deals open at the snapshot, at their present amounts; deals without an amount are left out. Won deals are never in it. Null for a day in the past where closing changes amounts: of the deals open then, those open still, won later and lost later are not each priced (other than 0) to at least 80 %, where a kind has under five deals, it counts only if all deals of that outcome in the file lack amounts, too.',
    fa: 'جمع مبلغ معامله‌هایی که در روز گزارش باز بوده‌اند، با مبلغ کنونی‌شان؛ معامله‌های بدون مبلغ کنار گذاشته می‌شوند. معامله‌ی برنده هرگز در آن نیست. برای روزی در گذشته، اگر بسته شدن مبلغ‌ها را تغییر دهد، مقدار ندارد: از معامله‌های باز آن روز، آنها که هنوز بازند، بعداً برنده یا بعداً ازدست‌رفته‌اند هر کدام دست‌کم تا ۸۰٪ مبلغ غیرصفر ندارند (گروه زیر پنج معامله تنها وقتی سنجیده می‌شود که همه‌ی معامله‌های همان نتیجه در فایل هم بی‌مبلغ باشند).',
  },
  formula: {
    en: 'Σ amount of deals open at t, t = min(last day of the period, asOf)',
    fa: 'جمع مبلغ معامله‌های باز در روز گزارش؛ روز گزارش: آخرین روز دوره یا روز داده‌ها، هر کدام زودتر است',
  },
  source: 'Point-in-time pipeline value, as in a snapshot report.',
  needs: ['outcome', 'amount'],
  wants: ['created_at', 'closed_at'],
  variants: ['weighted_pipeline', 'overdue_pipeline_value'],
  measure(context) {
    const { open, closedSince, undatedClosed, undatedCreated } = openAt(context.population, context);
    const undated = { undated_closed: undatedClosed, undated_created: undatedCreated };
    if (amountsOverwritten(context)) {
      return withoutValue('overwritten_at_closing', {
        excluded: () => leftOut({ ...undated, closed_since: closedSince }),
      });
    }
    return total(priced(open), open.size, {
      excluded: () => leftOut({ ...undated, unpriced: unpriced(open) }),
      notes: pricedNote(priced(open).size, open.size),
    });
  },
});
