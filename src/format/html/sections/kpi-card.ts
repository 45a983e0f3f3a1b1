/** One figure large: its change with a verdict in words, its interval, its target, its shape over time. */
import { countText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';
import type { KpiEntry, Report } from '../../../report/schema.js';
import { join, type Sentence, say, type Words } from '../../page.js';
import {
  chanceText,
  changedText,
  changeTone,
  comma,
  levelText,
  type Measure,
  SMALL_SAMPLE,
  valueWords,
  verdictText,
} from '../../pages/figures.js';
import { intervalWords } from '../../pages/interval-words.js';
import { type Line, linesOf } from '../../pages/kpi-lines.js';
import { besideWords } from '../../pages/short-label.js';
import { spark } from '../charts/spark.js';
import { type Html, html, joined } from '../markup.js';
import type { Page } from '../page.js';
import { term } from '../term.js';
import { addsUp, shapeOf } from './kpi-shape.js';
import { targetLine } from './kpi-target.js';
import { largeNumber } from './large-number.js';

/** Under so many records a share is told by its counts, the per cent behind them. */
const SHARE_BY_COUNTS = 10;
/** A card has room for so many currencies; the table has all. */
const CURRENCIES = 3;

const FROM: Sentence<Words> = { en: (before) => say`from ${before}`, fa: (before) => say`از ${before}` };
const RECORDS: { readonly [L in Lang]: (n: number, text: string) => string } = {
  en: (n, text) => `from ${text} ${n === 1 ? 'record' : 'records'}`,
  fa: (_, text) => `از ${text} رکورد`,
};
const OF: Sentence<string> = { en: (all) => say` of ${all}`, fa: (all) => say` از ${all}` };
const MORE: { readonly [L in Lang]: (n: number, text: string) => string } = {
  en: (n, text) => `${text} more ${n === 1 ? 'currency' : 'currencies'} in the table`,
  fa: (_, text) => `${text} ارز دیگر در جدول`,
};
const DAYS: Text = { en: ' days', fa: ' روز' };
/** Why a change is not judged; a reason that is not here is told in the notes of the page. */
const UNTESTED: Readonly<Record<string, Text>> = {
  few_records: { en: 'too few records to tell', fa: 'رکوردها برای داوری کم است' },
  cumulative: { en: 'a figure to date', fa: 'رقمی تجمعی' },
  shared_records: {
    en: 'not tested: the same records stand on both sides',
    fa: 'بدون آزمون: همان رکوردها در هر دو سو هستند',
  },
};
const NO_TEST: Readonly<Record<string, Text>> = {
  count: { en: 'a count, not tested', fa: 'شمار است، آزمونی ندارد' },
  money: { en: 'a sum, not tested', fa: 'جمع است، آزمونی ندارد' },
};
const NO_TEST_ELSE: Text = { en: 'not tested', fa: 'آزمونی ندارد' };

/** The compared value of figures that are alike, where those of the periods are not. */
type LikeForLike = NonNullable<NonNullable<KpiEntry['change']>['likeForLike']>;
interface Alike {
  readonly now: Words;
  readonly before: Words;
  readonly days: string;
  readonly when: Words;
}
const ALIKE: Readonly<Record<string, Sentence<Alike>>> = {
  share_of_open_deals: {
    en: ({ now, before, when }) => say`${now} of the open deals, ${before} in ${when}`,
    fa: ({ now, before, when }) => say`${now} از معامله‌های باز، ${before} در ${when}`,
  },
  age: {
    en: ({ now, before, when, days }) => say`within ${days} of creation ${now}, ${before} in ${when}`,
    fa: ({ now, before, when, days }) => say`تا ${days} پس از ایجاد ${now}، ${before} در ${when}`,
  },
  part_of_quarter: {
    en: ({ before, when }) => say`the same part of a quarter, ${when}: ${before}`,
    fa: ({ before, when }) => say`همین بخش از فصل، ${when}: ${before}`,
  },
};

/** A figure, or what it is in each of several currencies: a total of them there is none. */
export function card(entry: KpiEntry, report: Report, page: Page): Html {
  const { title, definition, formula } = entry;
  const lines = linesOf(entry).filter(({ value }) => value !== null);
  const head = html`<h3>${term({ title, definition, formula }, page)}</h3>`;
  const [only] = lines;
  if (lines.length !== 1 || only === undefined || only.currency !== null) {
    const rest = lines.length - CURRENCIES;
    const more = rest > 0 ? html`<p class="ch dim">${MORE[page.lang](rest, countText(rest, page.lang))}</p>` : null;
    const parts = lines
      .slice(0, CURRENCIES)
      .map((line) => html`${number(line, report, page)}${said(line, report, page)}`);
    return html`<div class="card several">${head}${parts}${more}</div>`;
  }
  const shape = shapeOf(entry, report);
  const drawn = shape === null ? null : spark(shape, { fromZero: addsUp(entry), rtl: page.rtl });
  return html`<div class="card">${head}${number(only, report, page)}${
    drawn === null ? null : html`<div class="spark">${drawn}</div>`
  }${said(only, report, page)}</div>`;
}

/** Its counts, where a share is of so few records that a per cent says too much. */
function countsOf({ unit, n, numerator, denominator }: Line): { readonly part: number; readonly all: number } | null {
  if (unit !== 'ratio' || n >= SHARE_BY_COUNTS || numerator === null || denominator !== n) return null;
  return { part: numerator, all: denominator };
}

/** The digits large, what they are counted in small. */
function number(line: Line, report: Report, page: Page): Html {
  const { lang } = page;
  const { value, unit } = line;
  if (value === null) return html``;
  const counts = countsOf(line);
  if (counts !== null) {
    return html`<div class="num">${countText(counts.part, lang)}<small>${page.words(OF[lang](countText(counts.all, lang)))}</small></div>`;
  }
  return largeNumber(value, { unit, currency: line.currency ?? report.currency }, page);
}

/** What is said under a figure, a line each, the most important first. */
function said(line: Line, report: Report, page: Page): Html {
  const pale = (words: Words): Html => html`<span class="dim">${page.words(words)}</span>`;
  const lines = [
    changeLine(line, page),
    ...untestedWords(line, report, page).map(pale),
    ...sureness(line, page).map(pale),
    targetLine(line, page),
  ].filter((one) => one !== null);
  if (lines.length === 0) return html``;
  return html`<p class="ch">${joined(lines, html`<br>`)}</p>`;
}

/** `▼ −3.4 % from 3.09 M, could be chance`. */
function changeLine({ change, previous, unit, value, better }: Line, page: Page): Html | null {
  const { lang, options } = page;
  if (change === null || change.reason === 'cumulative') return null;
  const before = previous?.value ?? null;
  // What was judged by something else is judged where that stands.
  const verdict = change.likeForLike === null ? verdictText(change, better, lang) : null;
  const tone = changeTone(change, better);
  const rest = [
    ...(before === null ? [] : [FROM[lang](valueWords(before, { unit, currency: null }, options))]),
    ...(verdict === null ? [] : [[verdict]]),
  ];
  const moved = changedText({ change, unit, value, previous: before }, lang);
  return html`<b${tone === 'good' || tone === 'bad' ? html` class="${tone}"` : null}>${page.words([moved])}</b> ${page.words(join(rest, comma(lang)))}`;
}

function untestedWords({ change, unit, better }: Line, { comparedTo, period }: Report, page: Page): readonly Words[] {
  const { lang, options } = page;
  if (change === null) return [];
  const { likeForLike, reason, significant } = change;
  if (likeForLike !== null) {
    const measure = { unit: likeForLike.by === 'part_of_quarter' ? unit : 'ratio', currency: null };
    const other = (likeForLike.period ?? comparedTo)?.label ?? null;
    const told = ALIKE[likeForLike.by]?.[lang]({
      now: alikeValue(likeForLike.value, measure, page),
      before: alikeValue(likeForLike.previous, measure, page),
      days: `${countText(likeForLike.days ?? 0, lang)}${likeForLike.days === 1 && lang === 'en' ? ' day' : DAYS[lang]}`,
      when: other === null ? [] : [besideWords(other, period?.label ?? null, options)],
    });
    if (told === undefined) return [];
    return [likeForLike.significant === null ? told : say`${told}${comma(lang)}${judged(likeForLike, better, lang)}`];
  }
  if (significant !== null || reason === null) return [];
  if (reason === 'no_test') return [[(NO_TEST[unit] ?? NO_TEST_ELSE)[lang]]];
  const words = UNTESTED[reason]?.[lang];
  return words === undefined ? [] : [[words]];
}

/** `better`, `worse` or `could be chance`, of the figures that are alike. */
function judged({ absolute, significant }: LikeForLike, better: KpiEntry['better'], lang: Lang): string {
  return (
    verdictText({ absolute, significant, reason: null, likeForLike: null }, better, lang) ?? chanceText(false, lang)
  );
}

function alikeValue(value: number, measure: Measure, { lang, options }: Page): Words {
  return measure.unit === 'ratio'
    ? [levelText(Math.round(value * 100) / 100, lang)]
    : valueWords(value, measure, options);
}

/** The per cent of a share that is told by its counts, the interval, and how few records a figure rests on. */
function sureness(line: Line, page: Page): readonly Words[] {
  const { lang, options } = page;
  const { interval, unit, value, n } = line;
  const counted = countsOf(line) !== null;
  const range = interval === null ? null : intervalWords(interval, unit, options);
  const share = counted && value !== null ? [valueWords(value, { unit, currency: null }, options)] : [];
  const few = !counted && unit !== 'count' && n > 0 && n < SMALL_SAMPLE ? [[RECORDS[lang](n, countText(n, lang))]] : [];
  const first = join([...share, ...(range === null ? [] : [range])], comma(lang));
  return [...(first.length === 0 ? [] : [first]), ...few];
}
