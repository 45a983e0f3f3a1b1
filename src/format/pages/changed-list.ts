/** Deals that changed as a page: what was chosen, how many and how much, each deal before and after. */
import { CHANGE_CLASSES, DEAL_MOVES } from '../../locale/deal-changes.js';
import { countText, differenceText, moneyText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { ChangedDeal, ChangedList } from '../../report/changed-list-schema.js';
import { changedValue } from '../changed-value.js';
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
import { comma, currencyWords, dayWords, periodWords, proseDayWords, reasonWords, UNNAMED } from './figures.js';
import { orderWords, warningBlocks } from './list-parts.js';
import { placeWords } from './places.js';
import { filterWords } from './sources.js';

const WORDS = {
  title: { en: 'Deals that changed', fa: 'معامله‌های تغییرکرده' },
  all: { en: 'every change', fa: 'همه‌ی تغییرها' },
  placeBefore: { en: 'Place before', fa: 'جای قبلی' },
  place: { en: 'Place', fa: 'جا' },
  open: { en: 'open', fa: 'باز' },
  won: { en: 'won', fa: 'برنده' },
  lost: { en: 'lost', fa: 'ازدست‌رفته' },
  excluded: { en: 'left out', fa: 'کنارگذاشته' },
  none: { en: 'There is no such deal.', fa: 'چنین معامله‌ای نیست.' },
  withheld: { en: 'deals are withheld (--samples)', fa: 'معامله‌ها نشان داده نمی‌شوند (--samples)' },
} as const satisfies Record<string, Text>;

export const changedListView: View<ChangedList> = function* (list, options) {
  const { lang } = options;
  yield { kind: 'title', words: titleWords(list, options) };
  yield { kind: 'paragraph', words: exportWords(list, options) };
  const only = filterWords(list.filter, lang);
  if (only !== null) yield { kind: 'paragraph', words: only };
  if (list.notes.length > 0) {
    const items = list.notes.map(({ message }) => ({ marker: '!', words: [data(message)], tone: 'warn' }) as const);
    yield { kind: 'list', items };
  }
  yield* untoldBlocks(list, lang);
  if (list.reason === null && list.total === 0) yield { kind: 'paragraph', words: [WORDS.none[lang]] };
  if (list.total > 0) {
    yield { kind: 'paragraph', words: totalWords(list, options) };
    if (list.selection.words.length > 1) yield { kind: 'paragraph', words: countWords(list, lang) };
    if (list.deals.length > 0) yield tableBlock(list, options);
    const said = [moreWords(list, lang), fileWords(list)].filter((words) => words.length > 0);
    if (said.length > 0) yield { kind: 'aside', words: join(said, ' · ') };
  }
  yield* warningBlocks(list.warnings, lang);
};

/** `Deals that changed · Won, Lost · 1 Jan 2025 – 31 Mar 2025`. */
function titleWords({ selection, period }: ChangedList, options: PageOptions): Words {
  const { lang } = options;
  const chosen: Words[] = selection.all
    ? [[WORDS.all[lang]]]
    : selection.words.map(({ title }): Words => [data(title)]);
  const parts: Words[] = [
    [WORDS.title[lang]],
    join(chosen, comma(lang)),
    period === null ? [] : periodWords(period, options),
  ];
  return join(
    parts.filter((part) => part.length > 0),
    ' · ',
  );
}

const FROM_TO: Sentence<{ readonly from: Words; readonly to: Words }> = {
  en: ({ from, to }) => say`From ${from} to ${to}`,
  fa: ({ from, to }) => say`از ${from} تا ${to}`,
};

/** `From old.csv (31 Jan 2025) to new.csv (28 Feb 2025)`. */
function exportWords({ snapshots }: ChangedList, options: PageOptions): Words {
  const named = (one: ChangedList['snapshots'][number] | undefined): Words => {
    if (one === undefined) return [];
    const files = join(
      one.files.map((file): Words => [data(file)]),
      ' + ',
    );
    return one.taken === null ? files : say`${files} (${proseDayWords(one.taken, options)})`;
  };
  return FROM_TO[options.lang]({ from: named(snapshots[0]), to: named(snapshots.at(-1)) });
}

const UNTOLD: Sentence<{ readonly word: Words; readonly why: Words }> = {
  en: ({ word, why }) => say`${word}: nobody can say which deals: ${why}.`,
  fa: ({ word, why }) => say`${word}: نمی‌توان گفت کدام معامله‌ها: ${why}.`,
};

/** Words that nobody can say the deals of, each with its reason. */
function* untoldBlocks({ selection, reason }: ChangedList, lang: Lang): Generator<Block, void, undefined> {
  const untold = selection.words.flatMap(({ title, reason: why }) => (why === null ? [] : [{ title, why }]));
  if (untold.length === 0 && reason !== null) untold.push({ title: WORDS.all[lang], why: reason });
  for (const { title, why } of untold) {
    const words = UNTOLD[lang]({ word: [data(title)], why: [reasonWords(why, lang)] });
    yield { kind: 'paragraph', words, tone: 'warn' };
  }
}

const WORTH: { readonly [S in 'before' | 'after']: Sentence<Words> } = {
  before: { en: (money) => say`${money} before`, fa: (money) => say`پیش‌تر ${money}` },
  after: { en: (money) => say`${money} after`, fa: (money) => say`اکنون ${money}` },
};

/** `3 deals · 1,200 EUR before · 900 EUR after · by Amount, descending`. */
function totalWords({ total, before, after, currency, sort, columns }: ChangedList, options: PageOptions): Words {
  const { lang } = options;
  const deals = countText(total, lang);
  const count: Words = [lang === 'fa' ? `${deals} معامله` : total === 1 ? `${deals} deal` : `${deals} deals`];
  const sums = [
    { sum: before, worth: WORTH.before },
    { sum: after, worth: WORTH.after },
  ].flatMap(({ sum, worth }): Words[] => {
    const words = sumWords(sum, currency, lang);
    return words.length === 0 ? [] : [worth[lang](words)];
  });
  const order: Words[] = sort === null ? [] : [orderWords(sort, columns, lang)];
  return join([count, ...sums, ...order], ' · ');
}

function sumWords({ amount, byCurrency }: ChangedList['before'], currency: string | null, lang: Lang): Words {
  if (byCurrency !== null) {
    const each = byCurrency.map(
      (one): Words => say`${moneyText(one.amount, lang)} ${one.currency === '' ? UNNAMED[lang] : data(one.currency)}`,
    );
    return join(each, ' + ');
  }
  if (amount === null) return [];
  return say`${moneyText(amount, lang)}${currency === null ? [] : [' ', currencyWords(currency, lang)]}`;
}

/** `Won: 2 · Lost: 1`. */
function countWords({ selection }: ChangedList, lang: Lang): Words {
  const told = selection.words.flatMap(({ title, deals }): Words[] =>
    deals === null ? [] : [say`${data(title)}: ${countText(deals, lang)}`],
  );
  return join(told, ' · ');
}

const MORE: Sentence<{ readonly shown: string; readonly all: string }> = {
  en: ({ shown, all }) =>
    say`${shown} of ${all} deals shown; all of them: ${code('--limit 0')} or ${code('--format csv')}`,
  fa: ({ shown, all }) =>
    say`${shown} از ${all} معامله نشان داده شد؛ همه: ${code('--limit 0')} یا ${code('--format csv')}`,
};

function moreWords({ samples, deals, total }: ChangedList, lang: Lang): Words {
  if (samples === 'none') return [WORDS.withheld[lang]];
  if (deals.length >= total) return [];
  return MORE[lang]({ shown: countText(deals.length, lang), all: countText(total, lang) });
}

/** Which files the rows are of, where the table does not say it: `Row before: old.csv · Row: new.csv`. */
function fileWords({ deals, columns }: ChangedList): Words {
  const files = (['before', 'after'] as const).flatMap((side): Words[] => {
    const one = fileOf(deals, side);
    return one === null ? [] : [say`${data(rowTitle(columns, side))}: ${placeWords({ ...one, row: 0 })}`];
  });
  return join(files, ' · ');
}

function rowTitle(columns: ChangedList['columns'], side: 'before' | 'after'): string {
  return columns.find(({ key }) => key === `${side}.row`)?.title ?? '';
}

type State = NonNullable<ChangedDeal['before']>;

/** The one file (and sheet) that all of them stand in on a side; null where they stand in several, or in none. */
function fileOf(deals: ChangedList['deals'], side: 'before' | 'after'): State | null {
  const states = deals.flatMap((deal) => deal[side] ?? []);
  const [first] = states;
  const isOfOne = states.every(({ file, sheet }) => file === first?.file && sheet === first.sheet);
  return isOfOne ? (first ?? null) : null;
}

/** What goes first where there is no room; which deal it is, and the amounts, stay longest. */
const DROP: Readonly<Record<string, number>> = {
  class: 1,
  id: 0,
  name: 2,
  amount_before: 1,
  amount: 1,
  amount_change: 2,
  close_date_before: 4,
  close_date: 3,
  days_moved: 2,
  times_pushed: 3,
  owner: 4,
  stage_before: 5,
  stage: 4,
  account: 6,
  moves: 7,
  outcome: 6,
  outcome_before: 7,
  owner_before: 7,
  currency: 7,
  currency_before: 8,
};

/** Columns that the place of a deal is told by. */
const OF_PLACE: readonly string[] = ['file_before', 'sheet_before', 'row_before', 'file', 'sheet', 'row'];
/** Columns that say what the export before said, and by which column of the newer one. */
const IF_OTHER: Readonly<Record<string, string>> = {
  owner_before: 'owner',
  currency_before: 'currency',
};

/** Classes that do not say what the outcome was, or is. */
const OF_OUTCOME: readonly string[] = [
  ...['reopened', 'set_aside', 'taken_back', 'outcome_changed', 'closed_edited', 'closed_unchanged'],
  ...['closed_vanished', 'excluded'],
];

/** Columns that a deal of the list fills; those that say the same of every deal are left out. */
function shownColumns({ columns, deals, currency }: ChangedList): ChangedList['columns'] {
  const keyOf = new Map(columns.map(({ name, key }) => [name, key]));
  const classes = new Set(deals.map((deal) => deal.class));
  return columns.filter(({ name, key }) => {
    if (OF_PLACE.includes(name)) return false;
    if (name === 'class') return classes.size > 1;
    if (name === 'outcome' || name === 'outcome_before')
      return OF_OUTCOME.some((one) => classes.has(one as ChangedDeal['class']));
    if (name === 'moves') return deals.some((deal) => deal.moves.some((move) => move !== deal.class));
    if (name === 'currency' && currency !== null) return false;
    const other = keyOf.get(IF_OTHER[name] ?? '');
    if (other === undefined) return deals.some((deal) => changedValue(deal, key) !== null);
    return deals.some((deal) => {
      const [was, is] = [changedValue(deal, key), changedValue(deal, other)];
      return was !== null && is !== null && was !== is;
    });
  });
}

const NUMBERS: readonly string[] = ['money', 'number'];

function tableBlock(list: ChangedList, options: PageOptions): Block {
  const { deals } = list;
  const { lang } = options;
  const columns = shownColumns(list);
  const shown = columns.map(
    ({ name, title, kind }): Column => ({
      title: [data(title)],
      align: NUMBERS.includes(kind) ? 'right' : 'left',
      drop: name === list.sort?.by ? 0 : (DROP[name] ?? 5),
      ...(NUMBERS.includes(kind) || kind === 'day' ? {} : { min: 6 }),
    }),
  );
  const places = (['before', 'after'] as const).filter((side) => deals.some((deal) => deal[side] !== null));
  const ofOne = { before: fileOf(deals, 'before') !== null, after: fileOf(deals, 'after') !== null };
  const placeColumn = (side: 'before' | 'after'): Column => {
    const isBefore = side === 'before';
    return ofOne[side]
      ? { title: [data(rowTitle(list.columns, side))], align: 'right', drop: isBefore ? 6 : 5 }
      : { title: [(isBefore ? WORDS.placeBefore : WORDS.place)[lang]], align: 'left', drop: 9, min: 10 };
  };
  const placeCell = (deal: ChangedDeal, side: 'before' | 'after'): Cell => {
    const state = deal[side];
    return cell(state === null ? '' : ofOne[side] ? String(state.row) : placeWords(state));
  };
  return {
    kind: 'table',
    columns: [...shown, ...places.map(placeColumn)],
    rows: deals.map((deal) => ({
      kind: 'cells',
      cells: [
        ...columns.map(({ name, key, kind }) => cell(valueWords(deal, { name, key, kind }, options))),
        ...places.map((side) => placeCell(deal, side)),
      ],
    })),
  };
}

type Of = Pick<ChangedList['columns'][number], 'name' | 'key' | 'kind'>;

function valueWords(deal: ChangedDeal, { name, key, kind }: Of, options: PageOptions): Words {
  const { lang } = options;
  if (name === 'class') return [CHANGE_CLASSES[deal.class][lang]];
  if (name === 'moves') {
    return join(
      deal.moves.map((move): Words => [DEAL_MOVES[move][lang]]),
      comma(lang),
    );
  }
  const value = changedValue(deal, key);
  if (value === null) return [];
  if (typeof value === 'number') {
    if (name === 'days_moved') return [differenceText(value, lang)];
    const sign = name === 'amount_change' && value > 0 ? '+' : '';
    return [kind === 'money' ? sign + moneyText(value, lang) : countText(value, lang)];
  }
  if (kind === 'day') return [dayWords(value, options)];
  if (name === 'outcome' || name === 'outcome_before')
    return [WORDS[value as 'open' | 'won' | 'lost' | 'excluded'][lang]];
  if (name === 'currency' || name === 'currency_before')
    return [lang === 'fa' ? currencyWords(value, lang) : data(value)];
  return [data(value)];
}
