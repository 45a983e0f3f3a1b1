/** What customers are expected to buy yet, how the model fits what they did, who is worth most and who may have left. */
import { shareText } from '../../../locale/compact.js';
import { countText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { code, type Sentence, say, type Words } from '../../page.js';
import { reasonWords, valueWords } from '../../pages/figures.js';
import { intervalWords } from '../../pages/interval-words.js';
import { leftOutWords } from '../../pages/left-out.js';
import { notComputed } from '../../pages/not-computed.js';
import { all, type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import { assumedHtml } from './assumed.js';
import type { SectionHtml } from './definition.js';
import { type Fact, factCards } from './fact-card.js';
import { customerTable, hasUnknownChance } from './lifetime/customers.js';
import { calibrationFigure, frequencyFigure } from './lifetime/fit.js';
import { modelHtml } from './lifetime/model.js';

type Lifetime = NonNullable<Report['lifetime']>;

const TITLES = {
  mean: { en: 'Expected value of a customer', fa: 'ارزش مورد انتظار هر مشتری' },
  total: { en: 'Expected value of all customers', fa: 'ارزش مورد انتظار همه‌ی مشتریان' },
  customers: { en: 'Customers', fa: 'مشتریان' },
  ranked: { en: 'Most expected value', fa: 'بیشترین ارزش مورد انتظار' },
  atRisk: { en: 'Worth much, and likely to have left', fa: 'پرارزش، و شاید رفته' },
} as const satisfies Record<string, Text>;
const DEFINITIONS = {
  mean: {
    en: 'What a customer is expected to buy from now on: expected purchases (BG/NBD) times the expected value of one (Gamma-Gamma), discounted to today. What was bought so far is not in it.',
    fa: 'آنچه انتظار می‌رود مشتری از این پس بخرد: خریدهای مورد انتظار (BG/NBD) در ارزش مورد انتظار هر خرید (گاما-گاما)، تنزیل‌شده تا امروز. خریدهای گذشته در آن نیست.',
  },
  total: {
    en: 'The same, summed over the customers of the files. New customers are not in it.',
    fa: 'همان، جمع برای مشتریان فایل‌ها. مشتریان آینده در آن نیستند.',
  },
  customers: {
    en: 'Everyone with a purchase. Repeat customers have bought on two days or more.',
    fa: 'همه‌ی کسانی که خرید دارند. مشتری تکراری دست‌کم در دو روز خریده است.',
  },
} as const satisfies Record<string, Text>;

const HORIZON: { readonly [L in Lang]: (months: string, rate: string, assumed: boolean) => string } = {
  en: (months, rate, assumed) =>
    `in the next ${months} months, discounted by ${rate} a year${assumed ? ' (assumed)' : ''}`,
  fa: (months, rate, assumed) => `در ${months} ماه آینده، با نرخ تنزیل سالانه‌ی ${rate}${assumed ? ' (فرض)' : ''}`,
};
const MARGIN: { readonly [L in Lang]: (margin: string | null) => string } = {
  en: (margin) => (margin === null ? 'revenue: no margin is set' : `at a margin of ${margin}`),
  fa: (margin) => (margin === null ? 'درآمد است: حاشیه‌ی سود گفته نشده' : `با حاشیه‌ی سود ${margin}`),
};
const REPEAT: { readonly [L in Lang]: (repeat: string, purchases: string) => string } = {
  en: (repeat, purchases) => `${repeat} bought again; ${purchases} purchases in all`,
  fa: (repeat, purchases) => `${repeat} مشتری باز خریده‌اند؛ در کل ${purchases} خرید`,
};
const LEAD: Sentence<{ total: Words; months: string; repeat: string }> = {
  en: ({ total, months, repeat }) =>
    say`The customers of these files are expected to buy for ${total} in the next ${months} months; ${repeat} of them have bought more than once.`,
  fa: ({ total, months, repeat }) =>
    say`انتظار می‌رود مشتریان این فایل‌ها در ${months} ماه آینده ${total} بخرند؛ ${repeat} آن‌ها بیش از یک بار خریده‌اند.`,
};
const NO_SPEND: Sentence<Words> = {
  en: (why) => say`What a purchase is worth is not modelled: ${why}.`,
  fa: (why) => say`ارزش هر خرید مدل نشد: ${why}.`,
};
const ORDER: Sentence<{ shown: string; all: string }> = {
  en: ({ shown, all }) => say`the first ${shown} of ${all}, by expected value; ${code('kpi customers')} lists all`,
  fa: ({ shown, all }) =>
    say`${shown} نفر نخست از ${all}، بر پایه‌ی ارزش مورد انتظار؛ ${code('kpi customers')} همه را دارد`,
};
const RISKS: Sentence<{ shown: string; all: string }> = {
  en: ({ shown, all }) =>
    say`the first ${shown} of ${all}, by value so far; ${code('kpi customers --at-risk')} lists all`,
  fa: ({ shown, all }) =>
    say`${shown} نفر نخست از ${all}، بر پایه‌ی ارزش تاکنون؛ ${code('kpi customers --at-risk')} همه را دارد`,
};
const NO_CHANCE: Text = {
  en: '– the chance is not shown for customers with one purchase: the model says 100 % there by construction.',
  fa: '– برای مشتریان با یک خرید این احتمال گفته نمی‌شود: مدل آنجا بنا به ساختار خود ۱۰۰٪ می‌گوید.',
};
const NO_RISK: Text = {
  en: 'No customer of high value seems to have left.',
  fa: 'به نظر نمی‌رسد هیچ مشتری پرارزشی رفته باشد.',
};

export const lifetimeHtml: SectionHtml = ({ lifetime }, page) => {
  if (lifetime === null) return null;
  const { lang } = page;
  const left = leftOutWords(lifetime.excluded, lang);
  const out = left === null ? null : html`<p class="note">${page.words(left)}</p>`;
  if (lifetime.reason !== null)
    return html`<p>${page.words(notComputed(lifetime.reason, page.options))}</p>${
      lifetime.customers === 0 ? null : factCards([customersFact(lifetime, page)], page)
    }${out}`;
  const spend =
    lifetime.spendReason === null
      ? null
      : html`<p class="note">${page.words(NO_SPEND[lang]([reasonWords(lifetime.spendReason, lang)]))}</p>`;
  return all([
    lead(lifetime, page),
    factCards(facts(lifetime, page), page),
    spend,
    out,
    html`<div class="grid ahead">${all([frequencyFigure(lifetime, page), calibrationFigure(lifetime, page)])}</div>`,
    ranked(lifetime, page),
    atRisk(lifetime, page),
    assumedHtml(lifetime.notes, page),
    modelHtml(lifetime, page),
  ]);
};

function lead({ totalValue, currency, horizonMonths, repeatCustomers, customers }: Lifetime, page: Page): Html | null {
  if (totalValue === null || customers === 0) return null;
  const { lang, options } = page;
  const total = valueWords(totalValue, { unit: 'money', currency }, options);
  const repeat = shareText(repeatCustomers / customers, lang);
  return html`<p class="lead">${page.words(LEAD[lang]({ total, months: countText(horizonMonths, lang), repeat }))}</p>`;
}

function facts(lifetime: Lifetime, page: Page): Fact[] {
  const { lang, options } = page;
  const { meanValue, interval, totalValue, currency, margin, spendReason, horizonMonths } = lifetime;
  const measure = { unit: 'money', currency };
  const horizon = HORIZON[lang](
    countText(horizonMonths, lang),
    shareText(lifetime.discountRate, lang),
    lifetime.discountRateAssumed,
  );
  return [
    {
      title: TITLES.mean[lang],
      definition: DEFINITIONS.mean[lang],
      value: meanValue,
      reason: spendReason,
      ...measure,
      lines: [...(interval === null ? [] : [intervalWords(interval, 'money', options)]), [horizon]],
    },
    {
      title: TITLES.total[lang],
      definition: DEFINITIONS.total[lang],
      value: totalValue,
      reason: spendReason,
      ...measure,
      lines: [[MARGIN[lang](margin === null ? null : shareText(margin, lang))]],
    },
    customersFact(lifetime, page),
  ];
}

function customersFact({ customers, repeatCustomers, purchases }: Lifetime, { lang }: Page): Fact {
  return {
    title: TITLES.customers[lang],
    definition: DEFINITIONS.customers[lang],
    value: customers,
    ...{ unit: 'count', currency: null },
    lines: [[REPEAT[lang](countText(repeatCustomers, lang), countText(purchases, lang))]],
  };
}

function ranked({ list, customers, currency }: Lifetime, page: Page): Html | null {
  if (list.length === 0) return null;
  const { lang } = page;
  const cut = { shown: countText(list.length, lang), all: countText(customers, lang) };
  const title = TITLES.ranked[lang];
  return html`<div class="ahead" id="${page.id('customers-ranked')}"><h3>${title}</h3><p class="sub">${page.words(
    ORDER[lang](cut),
  )}</p>${customerTable(list, title, currency, page)}${
    hasUnknownChance(list) ? html`<p class="note">${page.words([NO_CHANCE[lang]])}</p>` : null
  }</div>`;
}

function atRisk({ atRisk: list, atRiskTotal, currency }: Lifetime, page: Page): Html | null {
  if (atRiskTotal === null) return null;
  const { lang } = page;
  const title = TITLES.atRisk[lang];
  const cut = { shown: countText(list.length, lang), all: countText(atRiskTotal, lang) };
  const body =
    list.length === 0
      ? html`<p class="sub">${NO_RISK[lang]}</p>`
      : html`<p class="sub">${page.words(RISKS[lang](cut))}</p>${customerTable(list, title, currency, page)}`;
  return html`<div class="ahead" id="${page.id('customers-at-risk')}"><h3>${title}</h3>${body}</div>`;
}
