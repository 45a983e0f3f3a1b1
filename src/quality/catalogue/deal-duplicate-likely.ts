import { type CategoryColumn, categoryAt, type NumberColumn } from '../../model/column.js';
import { nameKey } from '../../model/company-name.js';
import { WON } from '../../model/outcome.js';
import { cellText, type TextColumn } from '../../model/text-column.js';
import { NameMarks, nameLetters } from '../deal-names.js';
import { byCustomer, forEachNear, type Near } from '../deals-near.js';
import { defineRule } from '../definition.js';
import { likenessOf, similarWords, wordsBeside } from '../names.js';
import { share, whole } from '../parameters.js';

/** Two entries of one deal are made within a month of each other. */
const WINDOW_DAYS = 30;
/** Amounts of one deal differ by rounding at most. */
const SAME_AMOUNT = 0.01;
/** A name that deals of so many other accounts have ("Renewal") tells as little as the account’s own. */
const COMMON_NAME = 5;
/** Of the deals that a deal is compared with, those whose unlike name is read for words that both have. */
const MOST_READ = 10;

export const dealDuplicateLikely = defineRule({
  id: 'deal.duplicate_likely',
  title: { en: 'Deals that were probably entered twice', fa: 'معامله‌هایی که احتمالاً دو بار ثبت شده‌اند' },
  dimension: 'uniqueness',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all deals with an account and a creation date, those created within 30 days (days) after another deal of the same account that has the same or nearly the same name, or a similar name and an amount within 1 % (amount), where at most one of the two was won. Case, spaces, punctuation, Arabic letters and digits do not matter; names with different numbers are different. A name that says no more than the account, or that deals of 5 other accounts have, counts only with the same amount; an equal amount alone is no sign. Each is compared with the 200 deals of the account before it. Both are counted: only a person can tell.',
    fa: 'از همه‌ی معامله‌های دارای شرکت و تاریخ ایجاد، آن‌هایی که تا ۳۰ روز (days) پس از معامله‌ی دیگری از همان شرکت ایجاد شده‌اند و نام یکسان یا تقریباً یکسان، یا نام مشابه و مبلغی با تفاوت حداکثر ۱٪ (amount) دارند و حداکثر یکی از آن دو برنده است. حروف بزرگ، فاصله، نیم‌فاصله، نشانه‌ها و حروف و ارقام عربی مهم نیستند؛ نام‌های دارای شماره‌ی متفاوت یکی نیستند. نامی که چیزی بیش از نام شرکت نمی‌گوید، یا معامله‌های ۵ شرکت دیگر هم دارند، تنها با مبلغ یکسان به حساب می‌آید؛ مبلغ یکسان به‌تنهایی نشانه نیست. هر معامله با ۲۰۰ معامله‌ی پیشین همان شرکت سنجیده می‌شود. هر دو شمرده می‌شوند: تنها انسان می‌تواند بگوید.',
  },
  source: 'Duplicate management of HubSpot and Insycle; the days and the per cent are ours',
  needs: ['customer', 'name', 'created_at', 'outcome'],
  wants: ['amount', 'account', 'currency', 'id'],
  params: {
    days: whole('days between the two creation dates', 0, 366),
    amount: share('largest difference of two amounts that count as equal'),
  },
  defaults: { days: WINDOW_DAYS, amount: SAME_AMOUNT },
  thorough: true,
  affects: ['new_deals', 'open_deals', 'lost_deals', 'win_rate', 'open_pipeline_value', 'weighted_pipeline'],
  check({ population, deals, params }) {
    const [customer, created] = [population.column('customer'), population.column('created_at')];
    const name = population.column('name');
    const id = population.column('id');
    const called = (row: number): string => cellText(id, row).trim() || cellText(name, row);
    const marks = new NameMarks(name);
    const amount = population.column('amount');
    const near: Near = { ...byCustomer(population.rows, customer, created), within: params.days };
    const digits = marks.digitsOf(near.order);
    const amounts = inOrder(amount, near.order);
    let common: ReadonlySet<number> | null = null;
    const pair: Compared = {
      marks,
      name,
      account: population.column('account'),
      customer,
      amount,
      currency: population.column('currency'),
      outcome: population.column('outcome'),
      tolerance: params.amount,
      common() {
        common ??= commonNames(near, customer, marks, digits);
        return common;
      },
    };
    // Nearly all pairs end here: other numbers in the name, and another amount.
    const isWorthReading = (at: number, back: number): boolean =>
      digits[at] === digits[back] || isNear(amounts[at] as number, amounts[back] as number, params.amount);
    const twin = new Uint32Array(created.length);
    const rows: number[] = [];
    let [current, similar] = [-1, 0];
    forEachNear(near, isWorthReading, (row, other) => {
      if (row !== current) [current, similar] = [row, 0];
      // Names of equal amounts are read word by word, so only those of the nearest are.
      if (!marks.mayBeAlike(row, other) && (!sameAmount(pair, row, other) || ++similar > MOST_READ)) return false;
      if (why(pair, other, row) === null) return false;
      twin[row] = other;
      rows.push(row);
      return true;
    });
    return {
      checked: near.order.length,
      rows: Uint32Array.from(rows).sort(),
      describe(row) {
        const other = twin[row] as number;
        const place = deals.place(other);
        const kind = why(pair, other, row) ?? 'name';
        const days = (created[row] as number) - (created[other] as number);
        const file = place.file === deals.place(row).file ? null : place.file;
        const value = kind === 'amount' ? String(pair.amount[row]) : cellText(name, row);
        const args = { kind, row: place.row, file, days, value, other: cellText(name, other) };
        const entity = [row, other].map(called).sort().join('\n'); // of two of one day, the order of rows says which is told
        return { field: kind === 'amount' ? 'amount' : 'name', value, entity, args };
      },
    };
  },
  message: {
    en: ({ kind, row, file, days, value, other }) =>
      `probably the deal in row ${row}${file === null ? '' : ` of ${file}`}: the same account, ${kind === 'amount' ? `a similar name ("${other}") and nearly the same amount (${value})` : kind === 'name' ? 'the same name' : `nearly the same name ("${other}")`}, created ${days === 0 ? 'on the same day' : `${days} ${days === 1 ? 'day' : 'days'} later`}`,
    fa: ({ kind, row, file, days, value, other }) =>
      `احتمالاً همان معامله‌ی ردیف ${row}${file === null ? '' : ` فایل ${file}`}: همان شرکت، ${kind === 'amount' ? `نامی مشابه («${other}») و تقریباً همان مبلغ (${value})` : kind === 'name' ? 'همان نام' : `تقریباً همان نام («${other}»)`}، ایجاد شده ${days === 0 ? 'در همان روز' : `${days} روز بعد`}`,
  },
  fix: {
    en: 'Compare the two in the CRM and merge them if they are one; give different orders different names.',
    fa: 'این دو را در CRM بسنجید و اگر یکی‌اند ادغام کنید؛ به سفارش‌های متفاوت نام متفاوت بدهید.',
  },
  examples: {
    accept:
      'id customer name created_at outcome amount\nD1 Alpha Pump_1 2024-01-05 open 100\nD2 Alpha Pump_2 2024-01-06 open 900\nD3 Beta Pump_1 2024-01-05 open 100\nD4 Alpha Pump_1 2024-02-05 open 500',
    reject:
      'id customer name created_at outcome amount\nD1 Alpha Pump_1 2024-01-05 open 100\nD2 Alpha PUMP-1 2024-01-20 open 900',
  },
});

interface Compared {
  readonly marks: NameMarks;
  readonly name: TextColumn;
  readonly account: CategoryColumn;
  readonly customer: CategoryColumn;
  readonly amount: NumberColumn;
  readonly currency: CategoryColumn;
  readonly outcome: Uint8Array;
  readonly tolerance: number;
  /** Hashes of names that many accounts' deals have; found when they are first asked for. */
  readonly common: () => ReadonlySet<number>;
}

/** Why two deals of one account are taken for one, or null. */
function why(compared: Compared, a: number, b: number): 'name' | 'near' | 'amount' | null {
  const { marks, name, outcome } = compared;
  if (outcome[a] === WON && outcome[b] === WON) return null;
  const same = sameAmount(compared, a, b);
  const alike = marks.mayBeAlike(a, b);
  if (!alike && !same) return null;
  const [one, other] = [cellText(name, a), cellText(name, b)];
  if (alike && nameLetters(one) === nameLetters(other)) return same || tellsMore(compared, a) ? 'name' : null;
  const keys = [nameKey(one), nameKey(other)] as const;
  if (alike && likenessOf(...keys) !== null) return same || tellsMore(compared, a) ? 'near' : null;
  if (!same || one.trim() === '' || other.trim() === '') return null;
  const own = nameKey(accountOf(compared, a)).words;
  return similarWords(wordsBeside(keys[0], own), wordsBeside(keys[1], own)) ? 'amount' : null;
}

function sameAmount({ amount, currency, tolerance }: Compared, a: number, b: number): boolean {
  const [x, y] = [amount[a] as number, amount[b] as number];
  return isNear(x, y, tolerance) && currency.codes[a] === currency.codes[b];
}

/** Not so for a missing amount: every comparison with it is false. */
function isNear(x: number, y: number, tolerance: number): boolean {
  return x > 0 && y > 0 && Math.abs(x - y) <= tolerance * Math.max(x, y);
}

function accountOf({ account, customer }: Compared, row: number): string {
  return categoryAt(account, row) || categoryAt(customer, row);
}

/** Whether a deal's name says more than its account does, and is not what many accounts' deals are called. */
function tellsMore(compared: Compared, row: number): boolean {
  const { name, marks, common } = compared;
  if (common().has(marks.hashOf(row))) return false;
  return wordsBeside(nameKey(cellText(name, row)), nameKey(accountOf(compared, row)).words).length > 0;
}

/** Of the names that two deals of one account share, those that deals of so many other accounts have, too. */
function commonNames(
  near: Near,
  { codes }: CategoryColumn,
  marks: NameMarks,
  digits: Uint32Array,
): ReadonlySet<number> {
  const accounts = new Map<number, number>();
  const sameNumbers = new Set<number>();
  const hasSame = (at: number, back: number): boolean => digits[at] === digits[back];
  forEachNear(near, hasSame, (row, other, at) => {
    if (!marks.mayBeAlike(row, other)) return false;
    accounts.set(marks.hashOf(row), 0);
    sameNumbers.add(digits[at] as number);
    return true;
  });
  if (accounts.size === 0) return new Set();
  // The order is by customer: an account is counted when it changes.
  const last = new Map<number, number>();
  for (let at = 0; at < near.order.length; at++) {
    if (!sameNumbers.has(digits[at] as number)) continue;
    const row = near.order[at] as number;
    const hash = marks.hashOf(row);
    const n = accounts.get(hash);
    if (n === undefined || last.get(hash) === codes[row]) continue;
    last.set(hash, codes[row] as number);
    accounts.set(hash, n + 1);
  }
  return new Set([...accounts].flatMap(([hash, n]) => (n > COMMON_NAME ? [hash] : [])));
}

function inOrder(amount: NumberColumn, order: Uint32Array): Float64Array {
  const amounts = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) amounts[at] = amount[order[at] as number] as number;
  return amounts;
}
