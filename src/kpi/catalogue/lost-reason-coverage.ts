import { said } from '../../locale/said.js';
import { isAllTime } from '../../model/period.js';
import { defineKpi, type Note } from '../definition.js';
import { leftOut, rate } from '../figures.js';
import { split } from '../parts.js';
import { closedIn, lost, undatedClosed } from '../populations.js';
import { byDeals, inOneCurrency, totalsBy } from '../ranking.js';

/** Under this coverage the reasons given do not stand for the others (a rule of thumb in use). */
const REPRESENTATIVE_FROM = 0.6;

export const lostReasonCoverage = defineKpi({
  id: 'lost_reason_coverage',
  title: { en: 'Lost deals with a reason', fa: 'معامله‌های ازدست‌رفته‌ی دارای دلیل' },
  unit: 'ratio',
  basis: 'closed',
  better: 'higher',
  definition: {
    en: 'Lost deals that name a reason over all deals lost in the period. The ranking gives each reason with its deals and their value (null where currencies are mixed), as a share of the deals with a reason; spellings that differ in case, spacing or Arabic and Persian letters are one reason. Under 60 % coverage the ranking does not speak for all losses.',
    fa: 'معامله‌های ازدست‌رفته‌ای که دلیلی دارند تقسیم بر همه‌ی معامله‌های ازدست‌رفته در دوره. رتبه‌بندی، شمار و ارزش هر دلیل را به شکل سهمی از معامله‌های دارای دلیل می‌دهد (با چند ارز، بی‌ارزش)؛ املاهایی که تنها در بزرگی حروف، فاصله یا ی و ک عربی فرق دارند یکی‌اند. زیر ۶۰٪ پوشش، رتبه‌بندی نماینده‌ی همه‌ی معامله‌های ازدست‌رفته نیست.',
  },
  formula: {
    en: 'lost deals with a reason / lost deals',
    fa: 'معامله‌های ازدست‌رفته‌ی دارای دلیل ÷ معامله‌های ازدست‌رفته',
  },
  source: 'Reason coverage, as in pipeline-hygiene reviews; reasons by count and by value, since they may differ.',
  needs: ['outcome', 'lost_reason'],
  wants: ['closed_at', 'amount', 'currency'],
  amounts: 'beside',
  measure({ population, period }) {
    const losses = lost(closedIn(population, period));
    const reasons = population.column('lost_reason');
    const [told, silent] = split(losses, 2, (row) => (reasons.codes[row] === 0 ? 1 : 0)) as [
      typeof losses,
      typeof losses,
    ];
    const addable = inOneCurrency(losses);
    const ranking = totalsBy(told, reasons)
      .map(({ key, n, amount }) => ({ key, n, amount: addable ? amount : null, share: n / told.size }))
      .sort(byDeals);
    return rate(told, losses, 'no_lost_deals', {
      excluded: () => leftOut(isAllTime(period) ? {} : { undated_closed: undatedClosed(lost(population)) }),
      details: { reasons: ranking.length, withoutReason: silent.size },
      ranking,
      notes: told.size > 0 && told.size < REPRESENTATIVE_FROM * losses.size ? [NOT_REPRESENTATIVE] : [],
    });
  },
});

const NOT_REPRESENTATIVE: Note = said('not_representative');
