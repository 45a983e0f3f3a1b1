import { isoDay } from '../../model/civil-day.js';
import { categoryAt } from '../../model/column.js';
import { dayCounts } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { manyRecords } from '../example.js';
import { share, whole } from '../parameters.js';
import { dated, lost } from '../populations.js';

/** So many lost deals on one day are a clean-up rather than decisions of customers. */
const LEAST_DEALS = 10;
const MOST_SHARE = 0.05;

const NO_ROWS = new Uint32Array(0);

export const dealBulkClose = defineRule({
  id: 'deal.bulk_close',
  title: { en: 'Deals lost by the dozen on one day', fa: 'معامله‌هایی که دسته‌جمعی بسته شده‌اند' },
  dimension: 'timeliness',
  severity: 'info',
  scope: 'column',
  condition: {
    en: 'Of all days on which an owner closed lost deals, those with more than 10 of them (deals) and more than 5 % (share) of all lost deals: a clean-up, whose date is not the day on which the customers decided.',
    fa: 'از همه‌ی روزهایی که مسئولی معامله‌ای را ازدست‌رفته اعلام کرده، آن‌هایی که بیش از ۱۰ معامله (deals) و بیش از ۵٪ (share) همه‌ی ازدست‌رفته‌ها را دارند: پاک‌سازی است و تاریخش روز تصمیم مشتری نیست.',
  },
  source: 'Our own; pipeline clean-ups before a quarter ends are usual advice',
  needs: ['outcome', 'closed_at'],
  wants: ['owner'],
  params: {
    deals: whole('lost deals of one owner on one day that are allowed', 1),
    share: share('share of all lost deals that is allowed'),
  },
  defaults: { deals: LEAST_DEALS, share: MOST_SHARE },
  affects: ['lost_deals', 'win_rate', 'sales_cycle', 'eventual_win_rate', 'time_to_close'],
  check({ population, deals, params }) {
    const closed = population.column('closed_at');
    const owner = population.column('owner');
    const closedLost = dated(lost(population), 'closed_at');
    const most = Math.max(params.deals, closedLost.size * params.share);
    // Days are counted first: only a day with many lost deals can have many of one owner.
    const days = dayCounts(closed, closedLost);
    const many = days.counts.some((n) => n > most);
    const rows = many ? closedLost.rows : NO_ROWS;
    const counts = new Map<number, { n: number; readonly first: number }>();
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const day = closed[row] as number;
      if ((days.counts[day - days.first] as number) <= most) continue;
      const key = day * owner.values.length + (owner.codes[row] as number);
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { n: 1, first: row });
      else known.n++;
    }
    const bulky = [...counts.values()].filter(({ n }) => n > most).sort((a, b) => a.first - b.first);
    return {
      checked: days.counts.reduce((sum, n) => (n > 0 ? sum + 1 : sum), 0),
      places: bulky.map(({ n, first }) => {
        const day = isoDay(closed[first] as number);
        const args = { day, n, owner: categoryAt(owner, first) };
        return { place: deals.place(first), field: 'closed_at', value: day, entity: `${day} ${args.owner}`, args };
      }),
    };
  },
  message: {
    en: ({ day, n, owner }) =>
      `${n} deals ${owner === '' ? '' : `of ${owner} `}were closed as lost on ${day}: the day of a clean-up, not of decisions`,
    fa: ({ day, n, owner }) =>
      `${n} معامله${owner === '' ? '' : `ی ${owner}`} در ${day} ازدست‌رفته اعلام شده است: روز پاک‌سازی است نه تصمیم مشتری`,
  },
  fix: {
    en: 'Nothing can be repaired; leave the day out of trends of the win rate, and close deals when they are decided.',
    fa: 'اصلاح‌شدنی نیست؛ این روز را در روند نرخ برد نیاورید و معامله‌ها را هنگام تصمیم ببندید.',
  },
  examples: {
    accept: manyRecords('id outcome owner closed_at', 10, 'D{n} lost Sara 2024-03-29', 'E1 lost Omid 2024-03-29'),
    reject: `id outcome owner closed_at\n${Array.from({ length: 11 }, (_, n) => `D${n} lost Sara 2024-03-29`).join('\n')}`,
  },
});
