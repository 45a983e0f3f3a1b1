import { civilDate, civilDay, NO_DAY } from '../../model/civil-day.js';
import type { DayColumn, NumberColumn } from '../../model/column.js';
import type { Codes } from '../../model/text-column.js';
import { dayExtent } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { manyRecords } from '../example.js';
import { share, whole } from '../parameters.js';
import { dated, won } from '../populations.js';

/** Judgements of ours: no source gives a number. */
const LAST_DAYS = 7;
const LEAST_WINS = 10;
const MOST_SHARE = 0.4;
const MONTHS_PER_QUARTER = 3;

export const ownerQuarterEndHero = defineRule({
  id: 'owner.quarter_end_hero',
  title: { en: 'Owners who sell at the end of the quarter', fa: 'مسئولانی که آخر فصل می‌فروشند' },
  dimension: 'timeliness',
  severity: 'info',
  scope: 'column',
  condition: {
    en: 'Of all owners with at least 10 wins (wins) whose dates are known, those of whose won amount more than 40 % (share) was both created and closed within the last 7 days (days) of a calendar quarter. A pattern, not a proof: deals may have been held back, or entered late.',
    fa: 'از همه‌ی مسئولان با دست‌کم ۱۰ برد (wins) دارای تاریخ، آن‌هایی که بیش از ۴۰٪ (share) مبلغ بردشان در ۷ روز پایانی (days) یک فصل میلادی هم ایجاد و هم بسته شده است. یک الگوست نه یک اثبات: شاید معامله‌ها نگه داشته یا دیر ثبت شده‌اند.',
  },
  source: 'G. Smith, "Sandbagging in sales"; People.ai; the limits are ours',
  needs: ['outcome', 'owner', 'amount', 'created_at', 'closed_at'],
  params: {
    days: whole('last days of a quarter', 1, 45),
    wins: whole('wins an owner must have to be judged', 1),
    share: share('share of the won amount that is allowed'),
  },
  defaults: { days: LAST_DAYS, wins: LEAST_WINS, share: MOST_SHARE },
  affects: ['sales_cycle', 'revenue_won', 'sales_velocity'],
  check({ population, deals, params }) {
    const owner = population.column('owner');
    const [created, closed] = [population.column('created_at'), population.column('closed_at')];
    const member = dated(won(population), 'created_at', 'closed_at').membership();
    const facts = { owner: owner.codes, amount: population.column('amount'), created, closed };
    const { wins, first, all, late } = winsOf(member, facts, owner.values.length, quarterEnds(closed), params.days);
    const judged = owner.values.flatMap((name, code) =>
      code > 0 && (wins[code] as number) >= params.wins ? [{ name, code }] : [],
    );
    return {
      checked: judged.length,
      places: judged
        .filter(({ code }) => (late[code] as number) > params.share * (all[code] as number))
        .map(({ name, code }) => ({
          place: deals.place(first[code] as number),
          field: 'owner' as const,
          value: name,
          entity: name,
          args: {
            name,
            wins: wins[code] as number,
            percent: Math.round((100 * (late[code] as number)) / (all[code] as number)),
            days: params.days,
          },
        })),
    };
  },
  message: {
    en: ({ name, wins, percent, days }) =>
      `${percent} % of what ${name} won (${wins} deals) was created and closed in the last ${days} days of a quarter: a pattern, not a proof`,
    fa: ({ name, wins, percent, days }) =>
      `${percent}٪ از بردهای ${name} (${wins} معامله) در ${days} روز پایانی فصل ایجاد و بسته شده است: یک الگو، نه اثبات`,
  },
  fix: {
    en: 'Talk to the owner: enter deals when they begin, and do not hold closed ones back.',
    fa: 'با مسئول گفتگو کنید: معامله‌ها هنگام آغاز ثبت شوند و بسته‌شده‌ها نگه داشته نشوند.',
  },
  examples: {
    accept: manyRecords('id outcome owner amount created_at closed_at', 10, 'D{n} won Sara 100 2024-03-01 2024-03-30'),
    reject: manyRecords('id outcome owner amount created_at closed_at', 10, 'D{n} won Sara 100 2024-03-25 2024-03-30'),
  },
});

interface Facts {
  readonly owner: Codes;
  readonly amount: NumberColumn;
  readonly created: DayColumn;
  readonly closed: DayColumn;
}

/** By owner: wins, the row of the first that was created and closed late in a quarter, the amount of all, of late ones. */
function winsOf(
  { codes, own }: { readonly codes: ArrayLike<number>; readonly own: ArrayLike<number> },
  { owner, amount, created, closed }: Facts,
  owners: number,
  ends: { readonly first: number; readonly of: Int32Array },
  days: number,
) {
  const [wins, first] = [new Uint32Array(owners), new Int32Array(owners).fill(-1)];
  const [all, late] = [new Float64Array(owners), new Float64Array(owners)];
  for (let row = 0; row < codes.length; row++) {
    if (own[codes[row] as number] === 0) continue;
    const code = owner[row] as number;
    const money = amount[row] as number;
    if (code === 0 || Number.isNaN(money)) continue;
    wins[code] = (wins[code] as number) + 1;
    all[code] = (all[code] as number) + money;
    const end = ends.of[(closed[row] as number) - ends.first] as number;
    if (end - (created[row] as number) >= days || created[row] === NO_DAY) continue;
    if (end - (closed[row] as number) >= days) continue;
    late[code] = (late[code] as number) + money;
    if (first[code] === -1) first[code] = row;
  }
  return { wins, first, all, late };
}

/** By day that any deal was closed on, from the first one on: the last day of its quarter. */
function quarterEnds(closed: DayColumn): { readonly first: number; readonly of: Int32Array } {
  const { first, last } = dayExtent(closed);
  const of = new Int32Array(Math.max(0, last - first + 1));
  for (let day = first; day <= last; ) {
    const end = quarterEnd(day);
    of.fill(end, day - first, end - first + 1);
    day = end + 1;
  }
  return { first, of };
}

/** The last day of the calendar quarter of a day. */
function quarterEnd(day: number): number {
  const { year, month } = civilDate(day);
  const next = Math.ceil(month / MONTHS_PER_QUARTER) * MONTHS_PER_QUARTER + 1;
  return next > 12 ? civilDay(year + 1, 1, 1) - 1 : civilDay(year, next, 1) - 1;
}
