/** What customers are expected to buy: of all, the first of the list, who is at risk, and how well the model fits. */

import { countText, decimalText, NOT_AVAILABLE, ratioText, roundedText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import {
  type Block,
  type Cell,
  cell,
  DROP,
  data,
  join,
  type PageOptions,
  type Sentence,
  say,
  type Words,
} from '../../page.js';
import { comma, dayWords, levelText, proseDayWords, rangeWords, reasonWords, valueWords } from '../figures.js';
import { leftOutWords } from '../left-out.js';
import { notComputed } from '../not-computed.js';
import type { SectionView } from './definition.js';

type Lifetime = NonNullable<Report['lifetime']>;
type Customer = Lifetime['list'][number];
type Model = NonNullable<Lifetime['model'] | Lifetime['spend']>;

/** Customers shown of each kind; the full detail shows all that the document holds. */
const MOST_CUSTOMERS = { brief: 5, standard: 5, full: Number.POSITIVE_INFINITY } as const;

const WORDS = {
  customer: { en: 'Customer', fa: 'مشتری' },
  purchases: { en: 'Purchases', fa: 'خرید' },
  last: { en: 'Last', fa: 'آخرین' },
  soFar: { en: 'So far', fa: 'تاکنون' },
  alive: { en: 'P(alive)', fa: 'احتمال ماندن' },
  coming: { en: 'Expected purchases', fa: 'خرید مورد انتظار' },
  value: { en: 'Expected value', fa: 'ارزش مورد انتظار' },
  repeats: { en: 'Repeat purchases', fa: 'خرید مجدد' },
  customers: { en: 'Customers', fa: 'مشتریان' },
  expected: { en: 'Expected', fa: 'مورد انتظار' },
  actual: { en: 'Actual', fa: 'واقعی' },
} as const satisfies Record<string, Text>;

const AS_OF: Sentence<Words> = { en: (day) => say`as of ${day}`, fa: (day) => say`در ${day}` };
const COUNTS: Sentence<{ customers: string; repeat: string; purchases: string }> = {
  en: ({ customers, repeat, purchases }) => [
    `${customers} customers, ${repeat} of whom bought again; ${purchases} purchases.`,
  ],
  fa: ({ customers, repeat, purchases }) => [
    `${customers} مشتری که ${repeat} نفرشان دوباره خریده‌اند؛ ${purchases} خرید.`,
  ],
};
const EXPECTED: Sentence<{ months: string; mean: Words; range: Words; total: Words }> = {
  en: ({ months, mean, range, total }) =>
    say`Expected of a customer in the next ${months} months: ${mean}${range}, of all ${total}.`,
  fa: ({ months, mean, range, total }) =>
    say`مورد انتظار از هر مشتری در ${months} ماه آینده: ${mean}${range}، از همه ${total}.`,
};
const RANGE: Sentence<{ range: Words; level: string }> = {
  en: ({ range, level }) => say` (${level}: ${range})`,
  fa: ({ range, level }) => say` (${level}: ${range})`,
};
const NO_VALUE: Sentence<Words> = {
  en: (why) => say`What a purchase is worth is not modelled: ${why}.`,
  fa: (why) => say`برای ارزش هر خرید مدلی نیست: ${why}.`,
};
const FIRST: Sentence<string> = {
  en: (n) => [`The first ${n} by what is expected of them`],
  fa: (n) => [`${n} مشتری نخست از نظر مقدار مورد انتظار`],
};
const AT_RISK: Sentence<{ shown: string; all: string }> = {
  en: ({ shown, all }) => [`At risk: ${all} customers of value${shown === all ? '' : `; ${shown} who spent most`}`],
  fa: ({ shown, all }) => [
    `در آستانه‌ی رفتن: ${all} مشتری ارزشمند${shown === all ? '' : `؛ ${shown} مشتری با بیشترین خرید`}`,
  ],
};
const FREQUENCY: Text = {
  en: 'Fit: customers by repeat purchases, as they are and as the model expects them',
  fa: 'برازش: مشتریان به تفکیک خرید مجدد، آن‌گونه که هستند و آن‌گونه که مدل انتظار دارد',
};
const HELD_OUT: Text = {
  en: 'Held out: fitted on the first two thirds of the days, purchases per customer in the last third',
  fa: 'آزمون: برازش بر دوسوم نخست روزها، و خرید هر مشتری در یک‌سوم آخر',
};
const NOT_HELD_OUT: Text = {
  en: 'The first two thirds of the days do not carry a model of their own, so nothing is held against the last third.',
  fa: 'دوسوم نخست روزها مدلی از خود ندارد، پس چیزی با یک‌سوم آخر سنجیده نشد.',
};
const MODEL: Sentence<{ title: string; parameters: Words; logLikelihood: string }> = {
  en: ({ title, parameters, logLikelihood }) => say`${title}: ${parameters}; log likelihood ${logLikelihood}.`,
  fa: ({ title, parameters, logLikelihood }) => say`${title}: ${parameters}؛ لگاریتم درست‌نمایی ${logLikelihood}.`,
};
const TITLES = {
  bg_nbd: { en: 'BG/NBD, in weeks', fa: 'BG/NBD، به هفته' },
  gamma_gamma: { en: 'Gamma-Gamma', fa: 'Gamma-Gamma' },
} as const satisfies Record<Model['name'], Text>;

export const lifetimeView: SectionView = function* ({ lifetime }, options, title) {
  if (lifetime === null) return;
  const { lang, detail } = options;
  const { asOf, reason, spendReason, list, atRisk, atRiskTotal, fit, notes } = lifetime;
  const day = asOf === null ? [] : AS_OF[lang]([proseDayWords(asOf, options)]);
  yield { kind: 'heading', words: title, right: day, id: 'lifetime' };
  if (lifetime.customers > 0) yield { kind: 'paragraph', words: countWords(lifetime, lang) };
  if (reason !== null) {
    yield { kind: 'paragraph', words: notComputed(reason, options) };
    return;
  }
  const value = valueOfAll(lifetime, options);
  if (value !== null) yield { kind: 'paragraph', words: value, tone: 'strong' };
  else if (spendReason !== null) yield { kind: 'paragraph', words: NO_VALUE[lang]([reasonWords(spendReason, lang)]) };
  const first = list.slice(0, MOST_CUSTOMERS[detail]);
  if (first.length > 0) {
    yield { kind: 'paragraph', words: FIRST[lang](countText(first.length, lang)) };
    yield customerTable(first, lifetime, options);
  }
  const risky = atRisk.slice(0, MOST_CUSTOMERS[detail]);
  if (atRiskTotal !== null && atRiskTotal > 0) {
    const all = countText(atRiskTotal, lang);
    const shown = risky.length === 0 ? all : countText(risky.length, lang);
    yield { kind: 'paragraph', words: AT_RISK[lang]({ shown, all }), tone: 'warn' };
    if (risky.length > 0) yield customerTable(risky, lifetime, options);
  }
  if (fit !== null) yield* fitBlocks(fit, lang);
  yield* modelBlocks(lifetime, options);
  for (const { message } of notes) yield { kind: 'aside', words: [data(message)] };
};

function countWords({ customers, repeatCustomers, purchases }: Lifetime, lang: Lang): Words {
  return COUNTS[lang]({
    customers: countText(customers, lang),
    repeat: countText(repeatCustomers, lang),
    purchases: countText(purchases, lang),
  });
}

/** What is expected of a customer and of all; null where no value is known. */
function valueOfAll(lifetime: Lifetime, options: PageOptions): Words | null {
  const { meanValue, totalValue, interval, currency, horizonMonths } = lifetime;
  if (meanValue === null || totalValue === null) return null;
  const { lang } = options;
  const measure = { unit: 'money', currency };
  const range =
    interval === null
      ? []
      : RANGE[lang]({
          range: rangeWords(interval.low, interval.high, measure, options),
          level: levelText(interval.level, lang),
        });
  return EXPECTED[lang]({
    months: countText(horizonMonths, lang),
    mean: valueWords(meanValue, measure, options),
    range,
    total: valueWords(totalValue, measure, options),
  });
}

function customerTable(customers: readonly Customer[], { currency, spend }: Lifetime, options: PageOptions): Block {
  const { lang } = options;
  const money = (value: number | null): Cell => cell(valueWords(value, { unit: 'money', currency }, options));
  const valued = spend !== null;
  const column = (title: Text, drop: number) => ({ title: [title[lang]], align: 'right', drop }) as const;
  return {
    kind: 'table',
    columns: [
      { title: [WORDS.customer[lang]], align: 'left', drop: DROP.never, min: 10 },
      column(WORDS.purchases, DROP.detail),
      column(WORDS.last, DROP.date),
      column(WORDS.soFar, DROP.figure),
      column(WORDS.alive, DROP.never),
      column(WORDS.coming, valued ? DROP.bar : DROP.never),
      ...(valued ? [column(WORDS.value, DROP.never)] : []),
    ],
    rows: customers.map((one) => ({
      kind: 'cells',
      cells: [
        cell([data(one.customer)]),
        cell(countText(one.purchases, lang)),
        cell([dayWords(one.lastPurchase, options)]),
        money(one.value),
        cell(one.pAlive === null ? NOT_AVAILABLE[lang] : ratioText(one.pAlive, lang)),
        cell(one.expectedPurchases === null ? NOT_AVAILABLE[lang] : decimalText(one.expectedPurchases, 1, lang)),
        ...(valued ? [money(one.expectedValue)] : []),
      ],
    })),
  };
}

function* fitBlocks(
  { frequency, calibration }: NonNullable<Lifetime['fit']>,
  lang: Lang,
): Generator<Block, void, undefined> {
  const table = (titles: readonly Text[], rows: readonly (readonly string[])[]): Block => ({
    kind: 'table',
    columns: titles.map((title) => ({ title: [title[lang]], align: 'right', drop: DROP.never })),
    rows: rows.map((texts) => ({ kind: 'cells', cells: texts.map((text) => cell(text)) })),
  });
  yield { kind: 'paragraph', words: [FREQUENCY[lang]] };
  yield table(
    [WORDS.repeats, WORDS.customers, WORDS.expected],
    frequency.map(({ purchases, observed, expected }) => [
      groupText(purchases, lang),
      countText(observed, lang),
      decimalText(expected, 1, lang),
    ]),
  );
  if (calibration === null) {
    yield { kind: 'aside', words: [NOT_HELD_OUT[lang]] };
    return;
  }
  yield { kind: 'paragraph', words: [HELD_OUT[lang]] };
  yield table(
    [WORDS.repeats, WORDS.customers, WORDS.expected, WORDS.actual],
    calibration.map(({ purchases, customers, expected, actual }) => [
      groupText(purchases, lang),
      countText(customers, lang),
      decimalText(expected, 2, lang),
      decimalText(actual, 2, lang),
    ]),
  );
}

/** `3`, `7+`. */
function groupText(purchases: string, lang: Lang): string {
  const least = countText(Number.parseInt(purchases, 10), lang);
  return purchases.endsWith('+') ? { en: `${least}+`, fa: `${least} و بیشتر` }[lang] : least;
}

function* modelBlocks({ model, spend, excluded }: Lifetime, { lang }: PageOptions): Generator<Block, void, undefined> {
  for (const one of [model, spend]) {
    if (one === null) continue;
    const parameters = one.parameters.map(({ name, value, standardError }) => {
      const error = standardError === null ? '' : ` ± ${parameterText(standardError, lang)}`;
      return say`${name} ${parameterText(value, lang)}${error}`;
    });
    yield {
      kind: 'aside',
      words: MODEL[lang]({
        title: TITLES[one.name][lang],
        parameters: join(parameters, comma(lang)),
        logLikelihood: decimalText(one.logLikelihood, 2, lang),
      }),
    };
  }
  const left = leftOutWords(excluded, lang);
  if (left !== null) yield { kind: 'aside', words: left };
}

/** Three decimals, or none of a large number. */
function parameterText(value: number, lang: Lang): string {
  return roundedText(value, value < 1_000 ? 3 : 0, lang);
}
