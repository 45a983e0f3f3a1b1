import type { DateStyle } from './calendar.js';
import { compactMoney, shareText } from './compact.js';
import { currencyName } from './currencies.js';
import { dayInProse, rangeText } from './days.js';
import {
  countText,
  daysText,
  decimalText,
  moneyText,
  pointsText,
  ratioText,
  relativeText,
  roundedText,
} from './numbers.js';
import { periodText } from './periods.js';
import type { AnySaid } from './said.js';
import type { Lang } from './text.js';

/** How a language writes what sentences are about. Every sentence is given one beside its arguments. */
export interface Wording {
  readonly lang: Lang;
  /** `8,800` */
  count(n: number): string;
  /** With at most so many decimals: `35.5`, `2`. */
  rounded(n: number, decimals: number): string;
  /** With a fixed number of decimals: `0.040`. */
  decimal(n: number, decimals: number): string;
  /** A ratio 0…1: `63.2 %` */
  ratio(value: number): string;
  /** The same without decimals, where a person compares: `63 %` */
  share(value: number): string;
  /** The difference of two ratios: `+3.1 pp` */
  points(difference: number): string;
  /** A relative change: `+5.0 %` */
  relative(change: number): string;
  /** `12,000 USD`; the number alone where no currency is known. */
  money(value: number, currency: string | null): string;
  /** With three significant figures, where a person compares: `2.98 M USD`. */
  compact(value: number, currency: string | null): string;
  /** A difference of money, its sign before it: `+12,000`. */
  signedMoney(value: number, currency: string | null): string;
  /** A duration: `51.8 days` */
  days(n: number): string;
  /** A calendar day, given as ISO 8601: `30 Sep 2017`, `۲۷ بهمن ۱۴۰۳`. */
  day(iso: string): string;
  /** Days from one to another, both included: `1 Jul – 30 Sep 2017`. */
  range(start: string, end: string): string;
  /** A period by its label: `2017-Q3`, `زمستان ۱۴۰۳`; without its year beside another of the same: `Q3`, `زمستان`. */
  period(label: string, beside?: string): string;
  /** Names one after the other. */
  list(names: readonly string[]): string;
  /** A sentence within a sentence. */
  say(said: AnySaid): string;
}

/** The wording of a language, with days in a calendar; `say` makes the sentences within sentences. */
export function wordingOf(style: DateStyle, say: Wording['say']): Wording {
  const { lang } = style;
  const money: Wording['money'] = (value, currency) =>
    currency === null || currency === ''
      ? moneyText(value, lang)
      : `${moneyText(value, lang)} ${currencyName(currency, lang)}`;
  return {
    lang,
    count: (n) => countText(n, lang),
    rounded: (n, decimals) => roundedText(n, decimals, lang),
    decimal: (n, decimals) => decimalText(n, decimals, lang),
    ratio: (value) => ratioText(value, lang),
    share: (value) => shareText(value, lang),
    compact: (value, currency) => compactMoney(value, currency, lang),
    points: (difference) => pointsText(difference, lang),
    relative: (change) => relativeText(change, lang),
    money,
    signedMoney: (value, currency) => (value > 0 ? '+' : '') + money(value, currency),
    days: (n) => daysText(n, lang),
    day: (iso) => dayInProse(iso, style),
    range: (start, end) => rangeText(start, end, style),
    period: (label, beside) => periodText(label, style, beside),
    list: (names) => names.join(lang === 'fa' ? '، ' : ', '),
    say,
  };
}
