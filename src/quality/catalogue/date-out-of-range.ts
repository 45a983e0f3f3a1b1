import { civilDate, civilDay, isoDay, NO_DAY } from '../../model/civil-day.js';
import { RowList } from '../../model/row-list.js';
import { dayExtent } from '../column-facts.js';
import { DATE_FIELDS } from '../dates.js';
import { defineRule } from '../definition.js';
import { whole } from '../parameters.js';

/** No CRM holds older deals; 1899-12-30, 1900-01-00 and 1970-01-01 stand for "no date" in spreadsheets and databases. */
const EARLIEST_YEAR = 1990;
/** Past the horizon of any deal: a slip of the keyboard (2204 for 2024). */
const YEARS_AHEAD = 10;

export const dateOutOfRange = defineRule({
  id: 'date.out_of_range',
  title: { en: 'Impossibly early or late dates', fa: 'تاریخ‌های نامعقول' },
  dimension: 'validity',
  severity: 'error',
  scope: 'deal',
  condition: {
    en: 'Of all deals with at least one date, those with a date before the year 1990 (earliestYear) or more than 10 years (yearsAhead) after the snapshot date.',
    fa: 'از همه‌ی معامله‌های دارای تاریخ، آن‌هایی که تاریخی پیش از سال ۱۹۹۰ (earliestYear) یا بیش از ۱۰ سال (yearsAhead) پس از تاریخ مبنا دارند.',
  },
  source: 'Great Expectations, expect_column_values_to_be_between; the limits are ours',
  needs: [],
  needsAny: DATE_FIELDS,
  params: {
    earliestYear: whole('an earlier year is no date of a deal', 1, 9999),
    yearsAhead: whole('years after the snapshot in which a date is still possible', 0, 1000),
  },
  defaults: { earliestYear: EARLIEST_YEAR, yearsAhead: YEARS_AHEAD },
  affects: [
    'new_deals',
    'won_deals',
    'lost_deals',
    'win_rate',
    'revenue_won',
    'sales_cycle',
    'cohort_conversion',
    'eventual_win_rate',
    'time_to_close',
  ],
  check({ population, asOf, params }) {
    const first = civilDay(params.earliestYear, 1, 1);
    const { year, month, day } = civilDate(asOf);
    const last = civilDay(year + params.yearsAhead, month, day);
    const { size } = population;
    const fields = DATE_FIELDS.filter((field) => population.has(field));
    const columns = fields.map((field) => population.column(field));
    const extents = columns.map(dayExtent);
    const allIn = extents.every((extent) => extent.filled === 0 || (extent.first >= first && extent.last <= last));
    const allDated = allIn && extents.some(({ filled }) => filled === size);
    let checked = size;
    const found = new RowList();
    // Where every deal has a date and no date is out of range, no deal must be looked at.
    if (!allDated) {
      checked = 0;
      for (const row of population.rows) {
        let [any, bad] = [false, false];
        for (let i = 0; i < columns.length; i++) {
          const day = columns[i]?.[row] as number;
          if (day === NO_DAY) continue;
          any = true;
          if (day < first || day > last) bad = true;
        }
        if (any) checked++;
        if (bad) found.push(row);
      }
    }
    return {
      checked,
      rows: found.taken(),
      describe(row) {
        const at = columns.findIndex((days) => {
          const day = days[row] as number;
          return day !== NO_DAY && (day < first || day > last);
        });
        const [field, day] = [fields[at], columns[at]?.[row] as number];
        return {
          ...(field === undefined ? {} : { field }),
          value: isoDay(day),
          args: {
            day: isoDay(day),
            year: civilDate(day).year,
            first: isoDay(first),
            last: isoDay(last),
            early: day < first,
          },
        };
      },
    };
  },
  message: {
    en: ({ day, year, first, last, early }) =>
      early
        ? `the date ${day} lies before ${first}${isJalali(year) ? ` (${year} may be a Jalali year)` : ''}`
        : `the date ${day} lies after ${last}`,
    fa: ({ day, year, first, last, early }) =>
      early
        ? `تاریخ ${day} پیش از ${first} است${isJalali(year) ? ` (شاید ${year} سال شمسی باشد)` : ''}`
        : `تاریخ ${day} پس از ${last} است`,
  },
  fix: {
    en: 'Correct the date in the CRM; leave the cell empty where there is none.',
    fa: 'تاریخ را در CRM اصلاح کنید؛ اگر تاریخی نیست خانه را خالی بگذارید.',
  },
  examples: {
    accept: 'id created_at\nD1 1990-01-01\nD2 2035-01-01',
    reject: 'id created_at\nD1 1990-01-01\nD2 1899-12-30',
  },
});

/** Years that a living person's records have in the Jalali calendar (1921 to 2071). */
function isJalali(year: number): boolean {
  return year >= 1300 && year <= 1450;
}
