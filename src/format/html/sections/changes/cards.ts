/** What a manager repeats, large: the open pipeline, what came, what was won and lost, what slipped, what changed in worth. */
import { daysText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import { join, type Sentence, say, type Words } from '../../../page.js';
import { comma, movedText, proseDayWords } from '../../../pages/figures.js';
import {
  amountWords,
  type Changes,
  currencyPiece,
  type Pair,
  sumWords,
} from '../../../pages/sections/changes-cells.js';
import type { Html } from '../../markup.js';
import type { Page } from '../../page.js';
import { type Fact, factCards } from '../fact-card.js';
import { dealsWords } from './cells.js';

type Class = Pair['classes'][number];
type Move = Pair['moves'][number];

const TITLES = {
  open: { en: 'Open pipeline', fa: 'پایپ‌لاین باز' },
  new: { en: 'New', fa: 'تازه' },
  won: { en: 'Won', fa: 'برنده' },
  lost: { en: 'Lost', fa: 'ازدست‌رفته' },
  slipped: { en: 'Slipped', fa: 'عقب‌افتاده' },
  worth: { en: 'Grown and shrunk', fa: 'بزرگ‌تر و کوچک‌ترشده' },
} as const satisfies Record<string, Text>;
const DEFINITIONS: { readonly [Key in keyof typeof TITLES]: Text } = {
  open: {
    en: 'The amounts of the deals that are open in the later export, and what they were in the earlier one.',
    fa: 'مبلغ معامله‌هایی که در خروجی تازه باز است، و آنچه در خروجی قبلی بود.',
  },
  new: {
    en: 'Open deals that the earlier export does not have, with their amounts.',
    fa: 'معامله‌های بازی که در خروجی قبلی نیست، با مبلغ آن‌ها.',
  },
  won: {
    en: 'Deals that were open in the earlier export and are won in the later one, with the amounts they were closed for.',
    fa: 'معامله‌هایی که در خروجی قبلی باز بود و در خروجی تازه برنده است، با مبلغی که با آن بسته شدند.',
  },
  lost: {
    en: 'Deals that were open in the earlier export and are lost in the later one, with the amounts they had.',
    fa: 'معامله‌هایی که در خروجی قبلی باز بود و در خروجی تازه ازدست‌رفته است، با مبلغی که داشتند.',
  },
  slipped: {
    en: 'Deals open in both exports whose expected close date is later in the later one, with their amounts now.',
    fa: 'معامله‌های باز در هر دو خروجی که تاریخ احتمالی بستن آن‌ها در خروجی تازه دیرتر است، با مبلغ کنونی.',
  },
  worth: {
    en: 'By how much the amounts of deals that are open in both exports rose and fell, together.',
    fa: 'مبلغ معامله‌هایی که در هر دو خروجی باز است روی هم چه‌قدر بالا و پایین رفت.',
  },
};
const FROM: Sentence<{ change: string | null; before: Words; day: Words | null }> = {
  en: ({ change, before, day }) =>
    say`${change === null ? '' : `${change}, `}from ${before}${day === null ? '' : say` on ${day}`}`,
  fa: ({ change, before, day }) =>
    say`${change === null ? '' : `${change}، `}از ${before}${day === null ? '' : say` در ${day}`}`,
};
const LEFT_AS: Sentence<Words> = {
  en: (amount) => say`left the pipeline as ${amount}`,
  fa: (amount) => say`با ${amount} از پایپ‌لاین رفت`,
};
const ALREADY: { readonly [Key in 'won' | 'lost']: Sentence<Words> } = {
  won: {
    en: (deals) => say`and ${deals} that came new and won already`,
    fa: (deals) => say`و ${deals} که تازه و برنده‌شده آمد`,
  },
  lost: {
    en: (deals) => say`and ${deals} that came new and lost already`,
    fa: (deals) => say`و ${deals} که تازه و ازدست‌رفته آمد`,
  },
};
const MEDIAN: Sentence<string> = {
  en: (days) => [`half of them by ${days} or more`],
  fa: (days) => [`نیمی از آن‌ها ${days} یا بیشتر`],
};
const GREW: Sentence<{ deals: Words; by: Words }> = {
  en: ({ deals, by }) => say`${deals} grew${by.length === 0 ? '' : say` by ${by}`}`,
  fa: ({ deals, by }) => say`${deals} بزرگ‌تر${by.length === 0 ? '' : say`، ${by}`}`,
};
const SHRANK: Sentence<{ deals: Words; by: Words }> = {
  en: ({ deals, by }) => say`${deals} shrank${by.length === 0 ? '' : say` by ${by}`}`,
  fa: ({ deals, by }) => say`${deals} کوچک‌تر${by.length === 0 ? '' : say`، ${by}`}`,
};

interface Sum {
  readonly deals: number | null;
  readonly amount: number | null;
  readonly byCurrency: Move['byCurrency'];
  readonly reason?: string | null;
}

/** Amounts are large where all of them are of one currency; else the numbers of deals are. */
export function cardsHtml(changes: Changes, pair: Pair, page: Page): Html {
  const priced =
    pair.waterfall.length < 2 && pair.classes.some(({ before, after }) => before !== null || after !== null);
  const card = (key: keyof typeof TITLES, sum: Sum, lines: readonly Words[]): Fact => ({
    title: TITLES[key][page.lang],
    definition: DEFINITIONS[key][page.lang],
    ...figureOf(sum, priced, changes.currency),
    lines: [...besideOf(sum, priced, page), ...lines],
  });
  const move = (name: Move['move']): Sum => pair.moves.find((one) => one.move === name) ?? NONE;
  const [won, lost, slipped] = [classOf(pair, 'won'), classOf(pair, 'lost'), move('slipped')];
  const facts = [
    pipelineCard(changes, pair, priced, page),
    card('new', sideOf(classOf(pair, 'new'), 'after'), []),
    card('won', sideOf(won, 'after'), [...leftAs(won, page), ...already(pair, 'won', page)]),
    card('lost', sideOf(lost, 'before'), already(pair, 'lost', page)),
    card('slipped', slipped, medianOf(pair, page)),
    worthCard([move('grown'), move('shrunk')], priced, changes.currency, page),
  ];
  return factCards(facts, page);
}

const NONE: Sum = { deals: 0, amount: null, byCurrency: null };

function classOf({ classes }: Pair, name: Class['class']): Class | undefined {
  return classes.find((one) => one.class === name);
}

/** The amounts of a class as one of the exports has them. */
function sideOf(given: Class | undefined, side: 'before' | 'after'): Sum {
  if (given === undefined) return NONE;
  const byCurrency = given.byCurrency?.map((one) => ({ currency: one.currency, amount: one[side] })) ?? null;
  return { deals: given.deals, amount: given[side], byCurrency };
}

function figureOf({ deals, amount, reason = null }: Sum, priced: boolean, currency: string | null) {
  if (!priced) return { value: deals, reason, unit: 'count', currency: null };
  return { value: deals === 0 ? 0 : amount, reason, unit: 'money', currency };
}

/** What the large figure does not say. */
function besideOf(sum: Sum, priced: boolean, page: Page): Words[] {
  if (priced) return sum.deals === null ? [] : [dealsWords(sum.deals, page)];
  const amounts = sumText(sum, page);
  return amounts.length === 0 ? [] : [amounts];
}

function sumText({ amount, byCurrency }: Sum, { options }: Page): Words {
  return sumWords({ amount, byCurrency }, options);
}

function pipelineCard({ currency, snapshots }: Changes, pair: Pair, priced: boolean, page: Page): Fact {
  const { lang, options } = page;
  const [one] = pair.waterfall;
  const [first, last] = [snapshots[0], snapshots.at(-1)];
  const [startDeals, endDeals] = [
    sumOf(pair.waterfall.map((each) => each.startDeals)) ?? first?.open ?? null,
    sumOf(pair.waterfall.map((each) => each.endDeals)) ?? last?.open ?? null,
  ];
  const [start, end] = [one?.start ?? null, one?.end ?? null];
  const isMoney = priced && start !== null && end !== null;
  const [before, after] = isMoney ? [start, end] : [startDeals, endDeals];
  const change =
    before === null || after === null || before === after || !(before > 0)
      ? null
      : movedText({ absolute: after - before, relative: after / before - 1 }, isMoney ? 'money' : 'count', lang);
  const day = pair.from === null ? null : [proseDayWords(pair.from, options)];
  const was = before === null ? [] : isMoney ? amountWords(before, options) : dealsWords(before, page);
  const amounts = isMoney
    ? []
    : pair.waterfall.flatMap((each): Words[] =>
        each.end === null
          ? []
          : [say`${amountWords(each.end, options)} ${currencyPiece(each.currency ?? '', options)}`],
      );
  return {
    title: TITLES.open[lang],
    definition: DEFINITIONS.open[lang],
    value: after,
    reason: pair.waterfallReason,
    unit: isMoney ? 'money' : 'count',
    currency: isMoney ? currency : null,
    lines: [
      ...(amounts.length === 0 ? [] : [join(amounts, comma(lang))]),
      ...(was.length === 0 ? [] : [FROM[lang]({ change, before: was, day })]),
      ...(isMoney && startDeals !== null && endDeals !== null
        ? [FROM_DEALS[lang]({ now: dealsWords(endDeals, page), before: dealsWords(startDeals, page) })]
        : []),
    ],
  };
}

const FROM_DEALS: Sentence<{ now: Words; before: Words }> = {
  en: ({ now, before }) => say`${now}, ${before} before`,
  fa: ({ now, before }) => say`${now}، پیش‌تر ${before}`,
};

function sumOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0);
}

/** What won deals were worth in the pipeline, where they were closed for something else. */
function leftAs(won: Class | undefined, page: Page): Words[] {
  if (won === undefined || won.deals === 0 || won.before === null || won.before === won.after) return [];
  return [LEFT_AS[page.lang](amountWords(won.before, page.options))];
}

function already(pair: Pair, name: 'won' | 'lost', page: Page): Words[] {
  const sum = sideOf(classOf(pair, `new_${name}`), 'after');
  if (sum.deals === null || sum.deals === 0) return [];
  const amounts = sumText(sum, page);
  const deals = dealsWords(sum.deals, page);
  return [ALREADY[name][page.lang](amounts.length === 0 ? deals : say`${deals} (${amounts})`)];
}

function medianOf({ moves }: Pair, { lang }: Page): Words[] {
  const slipped = moves.find(({ move }) => move === 'slipped');
  const days = slipped?.medianDays ?? null;
  return days === null ? [] : [MEDIAN[lang](daysText(days, lang))];
}

function worthCard([grown, shrunk]: readonly [Sum, Sum], priced: boolean, currency: string | null, page: Page): Fact {
  const { lang } = page;
  const known = grown.deals !== null && shrunk.deals !== null;
  const net = (grown.amount ?? 0) + (shrunk.amount ?? 0);
  const lines = known
    ? [
        GREW[lang]({ deals: dealsWords(grown.deals ?? 0, page), by: sumText(grown, page) }),
        SHRANK[lang]({ deals: dealsWords(shrunk.deals ?? 0, page), by: sumText(without(shrunk), page) }),
      ]
    : [];
  return {
    title: TITLES.worth[lang],
    definition: DEFINITIONS.worth[lang],
    value: !known ? null : priced ? net : (grown.deals ?? 0) + (shrunk.deals ?? 0),
    reason: grown.reason ?? shrunk.reason ?? null,
    unit: priced ? 'money' : 'count',
    currency: priced ? currency : null,
    lines,
  };
}

/** By how much: the words say that it is less. */
function without({ amount, byCurrency, ...rest }: Sum): Sum {
  return {
    ...rest,
    amount: amount === null ? null : Math.abs(amount),
    byCurrency: byCurrency?.map((one) => ({ ...one, amount: Math.abs(one.amount) })) ?? null,
  };
}
