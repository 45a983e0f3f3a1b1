/** A list of customers as a page: what was modelled, how many and how much, the customers, and how to see the others. */
import { countText, decimalText, ratioText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { CustomerEntry, CustomerList } from '../../report/customer-list-schema.js';
import {
  type Block,
  type Cell,
  type Column,
  cell,
  code,
  data,
  join,
  type PageOptions,
  type Sentence,
  say,
  type View,
  type Words,
} from '../page.js';
import {
  currencyValuesWords,
  dayWords,
  levelText,
  periodWords,
  proseDayWords,
  rangeWords,
  reasonWords,
  valueWords,
} from './figures.js';
import { orderWords, warningBlocks } from './list-parts.js';
import { filterWords } from './sources.js';

const WORDS = {
  title: { en: 'Customers', fa: 'مشتریان' },
  atRisk: { en: 'at risk', fa: 'در خطر' },
  range: { en: 'Range', fa: 'بازه' },
  none: { en: 'There is no such customer.', fa: 'چنین مشتری‌ای نیست.' },
} as const satisfies Record<string, Text>;

export const customerListView: View<CustomerList> = function* (list, options) {
  const { lang } = options;
  yield { kind: 'title', words: titleWords(list, options) };
  const only = filterWords(list.filter, lang);
  if (only !== null) yield { kind: 'paragraph', words: only };
  if (list.reason !== null) {
    yield {
      kind: 'paragraph',
      words: UNKNOWN[lang]({ why: [reasonWords(list.reason, lang)], atRisk: list.selection.atRisk }),
      tone: 'warn',
    };
  } else if (list.total === 0) {
    yield { kind: 'paragraph', words: [WORDS.none[lang]] };
  } else {
    yield { kind: 'paragraph', words: totalWords(list, options) };
    const why = whyWords(list, lang);
    if (why !== null) yield { kind: 'paragraph', words: why, tone: 'warn' };
    if (list.customers.length > 0) yield tableBlock(list, options);
    const asides = asideWords(list, lang);
    if (asides.length > 0) yield { kind: 'aside', words: join(asides, ' · ') };
    if (list.notes.length > 0)
      yield { kind: 'list', items: list.notes.map(({ message }) => cell([data(message)], 'dim')) };
  }
  yield* warningBlocks(list.warnings, lang);
};

/** `Customers · at risk · 31 Dec 2017`. */
function titleWords({ selection, asOf, period }: CustomerList, options: PageOptions): Words {
  const { lang } = options;
  const when = period !== null ? periodWords(period, options) : asOf === null ? [] : [proseDayWords(asOf, options)];
  const parts: Words[] = [[WORDS.title[lang]], selection.atRisk ? [WORDS.atRisk[lang]] : [], when];
  return join(
    parts.filter((part) => part.length > 0),
    ' · ',
  );
}

const UNKNOWN: Sentence<{ readonly why: Words; readonly atRisk: boolean }> = {
  en: ({ why, atRisk }) => say`${atRisk ? 'Nobody can say who is at risk' : 'No customer can be listed'}: ${why}.`,
  fa: ({ why, atRisk }) => say`${atRisk ? 'نمی‌توان گفت چه کسانی در خطرند' : 'مشتری‌ای برای فهرست نیست'}: ${why}.`,
};

const NO_MODEL: Sentence<Words> = {
  en: (why) => say`What customers will still buy is not computed: ${why}.`,
  fa: (why) => say`خریدهای آینده‌ی مشتریان محاسبه نشد: ${why}.`,
};

const NO_VALUE: Sentence<Words> = {
  en: (why) => say`What they will spend is not computed: ${why}.`,
  fa: (why) => say`ارزش خریدهای آینده‌ی آن‌ها محاسبه نشد: ${why}.`,
};

/** Why columns are empty, in one line; null where none is. */
function whyWords({ modelReason, spendReason }: CustomerList, lang: Lang): Words | null {
  if (modelReason !== null) return NO_MODEL[lang]([reasonWords(modelReason, lang)]);
  return spendReason === null ? null : NO_VALUE[lang]([reasonWords(spendReason, lang)]);
}

const BOUGHT: Sentence<Words> = {
  en: (money) => say`${money} so far`,
  fa: (money) => say`تاکنون ${money}`,
};

const EXPECTED: Sentence<{ readonly money: Words; readonly months: string; readonly one: boolean }> = {
  en: ({ money, months, one }) => say`${money} expected in the next ${one ? 'month' : `${months} months`}`,
  fa: ({ money, months }) => say`مورد انتظار در ${months} ماه آینده ${money}`,
};

/** `1,200 customers · 3.4 M EUR so far · 1.1 M EUR expected in the next 36 months · by Expected value, descending`. */
function totalWords(list: CustomerList, options: PageOptions): Words {
  const { lang } = options;
  const { total, value, totalValue, currency, byCurrency, horizonMonths } = list;
  const n = countText(total, lang);
  const count: Words = [lang === 'fa' ? `${n} مشتری` : total === 1 ? `${n} customer` : `${n} customers`];
  const money = { unit: 'money', currency };
  const bought: Words[] =
    byCurrency !== null
      ? [BOUGHT[lang](currencyValuesWords(byCurrency, 'money', options))]
      : value === null
        ? []
        : [BOUGHT[lang](valueWords(value, money, options))];
  const months = countText(horizonMonths, lang);
  const expected: Words[] =
    totalValue === null
      ? []
      : [EXPECTED[lang]({ money: valueWords(totalValue, money, options), months, one: horizonMonths === 1 })];
  return join([count, ...bought, ...expected, orderWords(list.sort, list.columns, lang)], ' · ');
}

const MORE: Sentence<{ readonly shown: string; readonly all: string }> = {
  en: ({ shown, all }) =>
    say`${shown} of ${all} customers shown; all of them: ${code('--limit 0')} or ${code('--format csv')}`,
  fa: ({ shown, all }) =>
    say`${shown} از ${all} مشتری نشان داده شد؛ همه: ${code('--limit 0')} یا ${code('--format csv')}`,
};

const WITHHELD: Text = {
  en: 'names are withheld, and with them the list (--samples)',
  fa: 'نام‌ها و در نتیجه فهرست نشان داده نمی‌شود (--samples)',
};

const RISK: Sentence<{ readonly n: string; readonly one: boolean }> = {
  en: ({ n, one }) =>
    say`${n} ${one ? 'customer is' : 'customers are'} at risk (spent much, and likely gone): ${code('--at-risk')}`,
  fa: ({ n }) => say`${n} مشتری در خطر است (زیاد خریده و احتمالاً رفته): ${code('--at-risk')}`,
};

/** How many are not shown, and how many are at risk. */
function asideWords({ samples, customers, total, atRiskTotal, selection }: CustomerList, lang: Lang): Words[] {
  const cut: Words[] =
    samples !== 'full'
      ? [[WITHHELD[lang]]]
      : customers.length < total
        ? [MORE[lang]({ shown: countText(customers.length, lang), all: countText(total, lang) })]
        : [];
  if (atRiskTotal === null || atRiskTotal === 0 || selection.atRisk) return cut;
  return [...cut, RISK[lang]({ n: countText(atRiskTotal, lang), one: atRiskTotal === 1 })];
}

/** What goes first where there is no room; who it is, and what is expected of it, stay longest. */
const DROP: Readonly<Record<string, number>> = {
  customer: 0,
  expected_value: 1,
  p_alive: 2,
  value: 2,
  purchases: 3,
  last_purchase: 4,
  at_risk: 5,
  expected_purchases: 6,
  days_since: 7,
  range: 8,
  mean_value: 9,
  first_purchase: 9,
};

/** Narrowest that a name is wrapped to. */
const NAME = 12;

interface Shown {
  readonly column: Column;
  readonly cellOf: (one: CustomerEntry) => Cell;
}

/** Columns that no customer fills are left out: the line above says why. */
function tableBlock(list: CustomerList, options: PageOptions): Block {
  const { customers } = list;
  const columns = list.columns
    .filter(({ key, name }) => name === 'value' || customers.some((one) => isFilled(one[key as keyof CustomerEntry])))
    .filter(({ name }) => name !== 'at_risk' || !list.selection.atRisk)
    .filter(({ name }) => name !== 'value' || list.value !== null || list.byCurrency !== null);
  const shown = columns.flatMap(({ name, key, title, kind }): Shown[] => {
    const isNumber = ['money', 'number', 'ratio'].includes(kind);
    const own: Shown = {
      column: {
        title: [data(title)],
        align: isNumber ? 'right' : 'left',
        // What the list is sorted by is shown as long as anything is.
        drop: name === list.sort.by ? 0 : (DROP[name] ?? 5),
        ...(name === 'customer' ? { min: NAME } : {}),
      },
      cellOf: (one) => cellOf(one, { name, key: key as keyof CustomerEntry, kind }, options),
    };
    return name === 'expected_value' && customers.some(({ interval }) => interval !== null)
      ? [own, rangeColumn(list, options)]
      : [own];
  });
  return {
    kind: 'table',
    columns: shown.map(({ column }) => column),
    rows: customers.map((one) => ({ kind: 'cells', cells: shown.map(({ cellOf }) => cellOf(one)) })),
  };
}

function rangeColumn({ customers }: CustomerList, options: PageOptions): Shown {
  const { lang } = options;
  const level = customers.find(({ interval }) => interval !== null)?.interval?.level;
  const title = level === undefined ? [] : [` ${levelText(level, lang)}`];
  return {
    column: { title: [WORDS.range[lang], ...title], align: 'right', drop: DROP['range'] ?? 8 },
    cellOf: ({ interval }) =>
      cell(
        interval === null ? [] : rangeWords(interval.low, interval.high, { unit: 'money', currency: null }, options),
      ),
  };
}

function isFilled(value: CustomerEntry[keyof CustomerEntry]): boolean {
  return value !== null && value !== false;
}

interface Of {
  readonly name: string;
  readonly key: keyof CustomerEntry;
  readonly kind: string;
}

function cellOf(one: CustomerEntry, { name, key, kind }: Of, options: PageOptions): Cell {
  const { lang } = options;
  const value = one[key];
  if (name === 'value' && one.byCurrency !== null) return cell(currencyValuesWords(one.byCurrency, 'money', options));
  if (value === null || value === false) return cell('');
  if (value === true) return cell([WORDS.atRisk[lang]], 'warn');
  if (typeof value === 'string') return cell(kind === 'day' ? [dayWords(value, options)] : [data(value)]);
  if (typeof value !== 'number') return cell('');
  if (kind === 'money') return cell(valueWords(value, { unit: 'money', currency: null }, options));
  if (kind === 'ratio') return cell([ratioText(value, lang)]);
  return cell([Number.isInteger(value) ? countText(value, lang) : decimalText(value, 1, lang, true)]);
}
