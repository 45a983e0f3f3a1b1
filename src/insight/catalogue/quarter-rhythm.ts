import { closedTally } from '../../analysis/day-tally.js';
import type { QuarterCalendar } from '../../analysis/part-of-quarter.js';
import { mayHaveRhythm, type QuarterRhythm, quarterRhythm, type WholeQuarter } from '../../analysis/rhythm.js';
import { type ArgsOf, said } from '../../locale/said.js';
import type { CivilDay } from '../../model/civil-day.js';
import { ALL_TIME, isAllTime, type Period, periodContaining } from '../../model/period.js';
import { type Interval, newcombe, welch } from '../../stats/interval.js';
import { defineInsight, type Finding, type InsightContext, rangeOf, type Valued } from '../definition.js';

/** Figures of closed deals that may depend on the month of the quarter; the first that does gives the title. */
const FIGURES = ['win_rate', 'avg_deal_size', 'sales_cycle'] as const;
const PLACES = ['beginning', 'middle', 'end'] as const;

interface Told {
  readonly kpi: (typeof FIGURES)[number];
  readonly rhythm: QuarterRhythm;
  readonly all: Valued;
}

export const quarterRhythmInsight = defineInsight({
  id: 'quarter_rhythm',
  title: { en: 'The month of the quarter decides', fa: 'ماه فصل تعیین‌کننده است' },
  definition: {
    en: 'Over all quarters of the files up to the snapshot, the win rate, the deal size or the sales cycle differs between first, second and third months of quarters by more than chance (1 %, two quarters of at least five deals in each month, and 5 points or a tenth of the mean apart). Told with the figures of the last quarter of the period and of the one before it; months and quarters of the calendar and fiscal year of the report.',
    fa: 'در همه‌ی فصل‌های فایل‌ها تا روز گزارش، نرخ برد، مبلغ معامله یا چرخه‌ی فروش در ماه‌های اول، دوم و سوم فصل بیش از تصادف فرق دارد (۱٪، دو فصل با دست‌کم پنج معامله در هر ماه، و ۵ واحد درصد یا یک‌دهم میانگین فاصله). با عددهای آخرین فصل دوره و فصل پیش از آن گفته می‌شود؛ ماه‌ها و فصل‌ها به تقویم و سال مالی گزارش است.',
  },
  source:
    'Mean score statistic within quarters (Landis, Heyman & Koch 1978); Newcombe 1998, Welch 1947 for the interval.',
  needs: ['outcome', 'closed_at'],
  find(context) {
    const { question, currency, calendar: by } = context;
    const [first, ...also] = FIGURES.flatMap((kpi) => toldOf(kpi, context));
    if (first === undefined) return [];
    const pair = pairOf(first.rhythm, question.period);
    if (pair === null) return [];
    const { kpi, rhythm } = first;
    const [now, before] = pair;
    const labelOf = ({ start }: WholeQuarter): string =>
      periodContaining(start, 'quarter', by.calendar, by.fiscalYearStart).label;
    const best = highest(rhythm.scores.map(meanOf));
    const interval = apart(rhythm);
    if (interval === null) return [];
    const valuesOf = (quarter: WholeQuarter): number[] => quarter.months.map(({ mean }) => mean);
    return [
      {
        severity: 'info',
        title: said('quarter_rhythm', {
          kpi,
          place: placeOf(best),
          months: now.months.map(({ start, mean }) => ({ month: monthLabel(start, by), value: mean })),
          currency,
        }),
        detail: said('quarter_rhythm_detail', {
          kpi,
          quarter: labelOf(now),
          before: labelOf(before),
          values: valuesOf(before),
          alike: highest(valuesOf(now)) === best && highest(valuesOf(before)) === best,
          also: also.map((one) => ({ kpi: one.kpi, place: placeOf(highest(one.rhythm.scores.map(meanOf))) })),
          quarters: rhythm.quarters.length,
          interval: rangeOf(interval),
          currency,
        }),
        impact: null,
        n: rhythm.scores.reduce((sum, { length }) => sum + length, 0),
        interval,
        evidence: {
          kpi,
          place: placeOf(best),
          pValue: rhythm.pValue,
          quarters: rhythm.quarters.map((quarter) => ({
            quarter: labelOf(quarter),
            months: quarter.months.map(({ start, n, mean }) => ({ month: monthLabel(start, by), n, mean })),
          })),
          also: also.map((one) => one.kpi),
          ...judged(pair, question.period, by),
        },
        rows: () => first.all.denominator?.rows ?? first.all.rows ?? new Uint32Array(0),
        of: 'deals',
      },
    ];
  },
});

function toldOf(id: Told['kpi'], { question, kpi, kpiIn, calendar }: InsightContext): Told[] {
  const { population, asOf, period } = question;
  const tally = id === 'win_rate' && isAllTime(period) ? closedTally(population).tally : null;
  if (tally !== null && !mayHaveRhythm(tally, asOf, calendar)) return [];
  const all = isAllTime(period) ? kpi(id) : kpiIn(id, { ...ALL_TIME, calendar: calendar.calendar });
  const rhythm = all === null ? null : quarterRhythm(all, population.column('closed_at'), asOf, calendar);
  return all === null || rhythm === null ? [] : [{ kpi: id, rhythm, all }];
}

/** The last quarter that ends with the period or before it, and the one before that; else the last two there are. */
function pairOf({ quarters }: QuarterRhythm, { end }: Period): readonly [WholeQuarter, WholeQuarter] | null {
  const upTo = quarters.filter(({ start }) => start < end);
  const [before, now] = (upTo.length < 2 ? quarters : upTo).slice(-2);
  return now === undefined || before === undefined ? null : [now, before];
}

/** Which month is to be judged by which: the asked one, else the first of the quarter; and the month before it, not to be. */
function judged(
  [now, before]: readonly [WholeQuarter, WholeQuarter],
  period: Period,
  by: QuarterCalendar,
): Finding['evidence'] {
  const at = now.months.findIndex(({ start }) => period.grain === 'month' && start === period.start);
  const place = Math.max(0, at);
  const [month, alike] = [now.months[place], before.months[place]];
  if (month === undefined || alike === undefined) return {};
  return {
    judge: monthLabel(month.start, by),
    against: monthLabel(alike.start, by),
    notAgainst: monthLabel(month.start - 1, by),
  };
}

function monthLabel(day: CivilDay, { calendar }: QuarterCalendar): string {
  return periodContaining(day, 'month', calendar).label;
}

/** The highest month less the lowest, over all quarters. */
function apart({ scores, isRate }: QuarterRhythm): Interval | null {
  const means = scores.map(meanOf);
  const [most, least] = [scores[highest(means)], scores[highest(means.map((mean) => -mean))]];
  if (most === undefined || least === undefined) return null;
  if (!isRate) return welch(most, least)?.interval ?? null;
  return newcombe(sum(most), most.length, sum(least), least.length);
}

function highest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

function placeOf(index: number): ArgsOf<'quarter_rhythm'>['place'] {
  return PLACES[index] ?? 'end';
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function meanOf(values: Float64Array): number {
  return sum(values) / values.length;
}
