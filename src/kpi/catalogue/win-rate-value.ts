import { said } from '../../locale/said.js';
import { isAllTime } from '../../model/period.js';
import { amountTotal } from '../amounts.js';
import { defineKpi, type Note } from '../definition.js';
import { leftOut, PartOf, RatioOf, withoutValue } from '../figures.js';
import {
  closed,
  closedIn,
  endedIn,
  lost,
  negative,
  nonNegative,
  nonZero,
  outcomeExcluded,
  priced,
  undatedClosed,
  unpriced,
  won,
} from '../populations.js';
import { oneSidedFile } from '../survivors.js';

/**
 * Least share of the lost deals that must carry an amount other than 0. Many CRMs blank or zero the amount on loss:
 * below this the formula measures that habit and says nearly 100 %. A judgement, stated in the definition.
 */
const LEAST_LOST_PRICED = 0.2;

export const winRateValue = defineKpi({
  id: 'win_rate_value',
  title: { en: 'Win rate by value', fa: 'نرخ برد مبلغی' },
  unit: 'ratio',
  basis: 'closed',
  better: 'higher',
  definition: {
    en: 'Won amount over won and lost amount of the deals closed in the period; deals without an amount and credits are left out. Null when under 20 % of the lost deals carry an amount other than 0. Bounds: if the closed deals of unknown outcome were all lost, or all won.',
    fa: 'مبلغ معامله‌های برنده تقسیم بر مجموع مبلغ معامله‌های برنده و ازدست‌رفته‌ی بسته‌شده در دوره؛ معامله‌های بدون مبلغ و مبلغ‌های منفی در آن نیستند. اگر کمتر از ۲۰٪ معامله‌های ازدست‌رفته مبلغ غیرصفر داشته باشند مقدار ندارد. کران‌ها: اگر همه‌ی معامله‌های بسته شده با نتیجه‌ی نامعلوم ازدست‌رفته یا برنده باشند.',
  },
  formula: {
    en: 'Σ amount won / (Σ amount won + Σ amount lost)',
    fa: 'جمع مبلغ برنده ÷ (جمع مبلغ برنده + جمع مبلغ ازدست‌رفته)',
  },
  source: 'Salesforce: EXP_AMOUNT:SUM / AMOUNT:SUM over closed opportunities.',
  needs: ['outcome', 'amount'],
  wants: ['closed_at'],
  variants: ['win_rate', 'cohort_conversion'],
  measure({ population, period, file, settings }) {
    const decided = closedIn(population, period);
    const valued = nonNegative(priced(decided));
    const unknown = endedIn(outcomeExcluded(population), period);
    const excluded = () =>
      leftOut({
        outcome_excluded: unknown,
        ...(isAllTime(period) ? {} : { undated_closed: undatedClosed(closed(population)) }),
        unpriced: unpriced(decided),
        negative_amount: negative(priced(decided)),
      });
    if (decided.size === 0) return withoutValue('no_closed_deals', { excluded });
    const oneSided = oneSidedFile(decided, file, settings);
    if (oneSided !== null) return withoutValue(oneSided, { excluded });
    const [wins, losses] = [won(decided), lost(decided)];
    const notes = coverage(won(valued).size, wins.size, lost(valued).size, losses.size);
    if (losses.size > 0 && nonZero(priced(losses)).size < LEAST_LOST_PRICED * losses.size) {
      return withoutValue('lost_deals_unpriced', { excluded, notes });
    }
    if (valued.size === 0) return withoutValue('no_priced_deals', { excluded, notes });
    const value = amountTotal(valued);
    const wonValue = amountTotal(won(valued));
    if (value === 0) return withoutValue('zero_amounts', { excluded, notes });
    const doubt = amountTotal(nonNegative(priced(unknown)));
    const bounds = { low: wonValue / (value + doubt), high: (wonValue + doubt) / (value + doubt) };
    const parts = [new PartOf(wonValue, won(valued)), new PartOf(value, valued)] as const;
    return new RatioOf(wonValue / value, valued.size, ...parts, undefined, {
      excluded,
      notes,
      ...(doubt > 0 ? { bounds } : {}),
    });
  },
});

function coverage(wonPriced: number, wonDeals: number, lostPriced: number, lostDeals: number): Note[] {
  if (wonPriced === wonDeals && lostPriced === lostDeals) return [];
  const [won, lost] = [
    { priced: wonPriced, of: wonDeals },
    { priced: lostPriced, of: lostDeals },
  ];
  return [said('priced_won_lost', { won, lost })];
}
