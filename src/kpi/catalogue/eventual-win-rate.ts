import { incidenceAt, incidenceInterval } from '../../stats/survival/aalen-johansen.js';
import { closingCurves } from '../closing-curves.js';
import { defineKpi } from '../definition.js';
import { withoutValue } from '../figures.js';

export const eventualWinRate = defineKpi({
  id: 'eventual_win_rate',
  title: { en: 'Eventual win rate', fa: 'نرخ برد نهایی' },
  unit: 'ratio',
  basis: 'snapshot',
  atSnapshot: true,
  better: 'higher',
  onDemand: true,
  cumulative: true,
  definition: {
    en: 'Share of deals that are won in the end, as known at the snapshot (with a period, at its end): open deals count as not closed up to their age instead of being left out, and a lost deal can no longer be won. Read up to the age `reach` (days) from which single deals would decide by more than 5 points; `stillOpen` is the share not closed by then, `lost` the share lost. Bounds: if all of those still open were lost, or all won. Null under ten won or twenty closed deals with both dates, and where the file holds no lost (or no won) deals.',
    fa: 'سهم معامله‌هایی که سرانجام برنده می‌شوند، چنان‌که در روز گزارش (با دوره: در پایان آن) معلوم است: معامله‌های باز کنار گذاشته نمی‌شوند و تا سن خود بسته‌نشده به شمار می‌آیند، و معامله‌ی ازدست‌رفته دیگر برنده نمی‌شود. تا سن reach (روز) خوانده می‌شود که پس از آن تک‌معامله‌ها بیش از ۵ واحد درصد تعیین‌کننده‌اند؛ stillOpen سهم بسته‌نشده تا آن سن است و lost سهم ازدست‌رفته. کران‌ها: اگر همه‌ی آن‌هایی که هنوز بازند ازدست‌رفته یا برنده شوند. با کمتر از ده معامله‌ی برنده یا بیست معامله‌ی بسته شده‌ی دارای هر دو تاریخ، و اگر فایل هیچ معامله‌ی ازدست‌رفته (یا هیچ برنده‌ای) نداشته باشد، مقدار ندارد.',
  },
  formula: {
    en: 'Aalen–Johansen incidence of winning: Σ over ages up to reach of (share still open before) × (won at that age / open at that age)',
    fa: 'بروز تجمعی بردن: جمع روی سن‌ها (تا آنجا که خوانده می‌شود) از (سهم هنوز باز پیش از آن) × (برنده در آن سن ÷ باز در آن سن)',
  },
  source:
    'O. O. Aalen and S. Johansen, Scand. J. Statist. 5 (1978); variance by the delta method, interval on log(−log), as SAS PROC LIFETEST.',
  needs: ['outcome', 'created_at', 'closed_at'],
  variants: ['win_rate', 'cohort_conversion', 'time_to_close'],
  measure(context) {
    const found = closingCurves(context);
    const { rows, excluded } = found.durations;
    if ('reason' in found) return withoutValue(found.reason, { excluded });
    const { curves, reach, open, notes } = found;
    const value = incidenceAt(curves, 1, reach);
    return {
      value,
      n: rows.length,
      rows,
      interval: incidenceInterval(curves, 1, reach),
      ...(open > 0 ? { bounds: { low: value, high: Math.min(1, value + open) } } : {}),
      details: { reach, stillOpen: open, lost: incidenceAt(curves, 2, reach) },
      notes,
      excluded,
    };
  },
});
