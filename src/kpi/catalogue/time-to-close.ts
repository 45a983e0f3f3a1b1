import { said } from '../../locale/said.js';
import type { Interval } from '../../stats/interval.js';
import { quantile } from '../../stats/quantile.js';
import { curveQuantile, type OpenInterval } from '../../stats/survival/quantile.js';
import { restrictedMean } from '../../stats/survival/restricted-mean.js';
import { closingCurves } from '../closing-curves.js';
import { defineKpi } from '../definition.js';
import { STILL_OPEN } from '../durations.js';
import { withoutValue } from '../figures.js';

export const timeToClose = defineKpi({
  id: 'time_to_close',
  title: { en: 'Time to close', fa: 'زمان تا بسته شدن' },
  unit: 'days',
  basis: 'snapshot',
  atSnapshot: true,
  better: 'lower',
  onDemand: true,
  cumulative: true,
  definition: {
    en: 'Days after which half of all deals have closed, won or lost, as known at the snapshot (with a period, at its end): open deals count as not closed up to their age, so that slow deals are not forgotten. `eventsOnlyMedian` is the median of the closed deals alone, which is too short while deals are open; `restrictedMean` the mean days until closing of which no more than `reach` count. Null where fewer than half close by any age that the data shows, under twenty closed deals with both dates, where the file holds no lost (or no won) deals, and where every deal closed on the day it was created.',
    fa: 'روزهایی که پس از آن نیمی از همه‌ی معامله‌ها بسته شده‌اند، برنده یا ازدست‌رفته، چنان‌که در روز گزارش (با دوره: در پایان آن) معلوم است: معامله‌های باز تا سن خود بسته‌نشده به شمار می‌آیند، تا معامله‌های کند فراموش نشوند. eventsOnlyMedian میانه‌ی معامله‌های بسته شده به‌تنهایی است که تا معامله‌ی بازی هست کوتاه‌تر از واقع است؛ restrictedMean میانگین روزها تا بسته شدن است که بیش از reach روز آن حساب نمی‌شود. اگر تا هیچ سنی که داده‌ها نشان می‌دهند نیمی بسته نشوند، با کمتر از بیست معامله‌ی بسته شده‌ی دارای هر دو تاریخ، اگر فایل هیچ معامله‌ی ازدست‌رفته (یا هیچ برنده‌ای) نداشته باشد، و اگر همه در روز ایجاد بسته شده باشند، مقدار ندارد.',
  },
  formula: {
    en: 'smallest age t with S(t) ≤ ½, S(t) = Π over ages ≤ t of (1 − closed at that age / open at that age)',
    fa: 'کوچک‌ترین سنی که سهم هنوز باز به نیم می‌رسد؛ آن سهم حاصل‌ضرب (۱ − بسته شده در هر سن ÷ باز در آن سن) است',
  },
  source:
    'E. L. Kaplan and P. Meier, JASA 53 (1958); interval: R. Brookmeyer and J. Crowley, Biometrics 38 (1982), on log(−log).',
  needs: ['outcome', 'created_at', 'closed_at'],
  variants: ['sales_cycle', 'sales_cycle_lost', 'eventual_win_rate'],
  measure(context) {
    const found = closingCurves(context, { wins: false });
    const { rows, days, causes, excluded } = found.durations;
    if ('reason' in found) return withoutValue(found.reason, { excluded });
    const { curves, reach, notes } = found;
    const ended = days.filter((_, at) => causes[at] !== STILL_OPEN);
    if (ended.every((taken) => taken === 0)) return withoutValue('zero_cycle', { excluded });
    const { value, interval } = curveQuantile(curves);
    const details = {
      reach,
      eventsOnlyMedian: quantile(ended, 0.5),
      restrictedMean: restrictedMean(curves, reach)?.value ?? null,
    };
    if (value === null || value > reach) return withoutValue('median_not_reached', { excluded, details, notes });
    const low = interval !== null && interval.high === null ? interval.low : null;
    return {
      value,
      n: rows.length,
      rows,
      interval: closedInterval(interval),
      details,
      notes: low === null ? notes : [...notes, said('median_open_end', { low })],
      excluded,
    };
  },
});

/** An interval with both ends; one that is open on a side is told in a note. */
function closedInterval(interval: OpenInterval | null): Interval | null {
  if (interval === null || interval.low === null || interval.high === null) return null;
  return { ...interval, low: interval.low, high: interval.high };
}
