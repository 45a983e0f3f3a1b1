/** A list of deals as a page: what was chosen, how many and how much, the deals, and how to see the others. */
import { countText, decimalText, moneyText, ratioText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { DealList } from '../../report/deal-list-schema.js';
import {
  type Block,
  type Column,
  cell,
  code,
  data,
  join,
  type PageOptions,
  say,
  type View,
  type Words,
} from '../page.js';
import {
  comma,
  currencyWords,
  dayWords,
  periodWords,
  proseDayWords,
  reasonWords,
  UNNAMED,
  valueWords,
} from './figures.js';
import { orderWords, warningBlocks } from './list-parts.js';
import { placeWords } from './places.js';
import { filterWords } from './sources.js';

const WORDS = {
  title: { en: 'Deals', fa: 'معامله‌ها' },
  open: { en: 'open', fa: 'باز' },
  won: { en: 'won', fa: 'برنده' },
  lost: { en: 'lost', fa: 'ازدست‌رفته' },
  excluded: { en: 'left out', fa: 'کنارگذاشته' },
  stalled: { en: 'stalled', fa: 'متوقف‌مانده' },
  overdue: { en: 'overdue', fa: 'سررسیدگذشته' },
  place: { en: 'Place', fa: 'جا' },
  row: { en: 'Row', fa: 'سطر' },
  yes: { en: 'yes', fa: 'بله' },
  no: { en: 'no', fa: 'نه' },
  none: { en: 'There is no such deal.', fa: 'چنین معامله‌ای نیست.' },
} as const satisfies Record<string, Text>;

export const dealListView: View<DealList> = function* (list, options) {
  const { lang } = options;
  yield { kind: 'title', words: titleWords(list, options) };
  const only = filterWords(list.filter, lang);
  if (only !== null) yield { kind: 'paragraph', words: only };
  yield* figureBlocks(list, options);
  if (list.reason !== null) {
    yield { kind: 'paragraph', words: unknownWords(list.reason, lang), tone: 'warn' };
  } else if (list.total === 0) {
    yield { kind: 'paragraph', words: noneWords(list, lang) };
  } else {
    yield { kind: 'paragraph', words: totalWords(list, options) };
    if (list.deals.length > 0) yield tableBlock(list, options);
    const notes = [list.deals.length < list.total ? moreWords(list, lang) : [], fileWords(list, lang)];
    const said = notes.filter((words) => words.length > 0);
    if (said.length > 0) yield { kind: 'aside', words: join(said, ' · ') };
  }
  yield* warningBlocks(list.warnings, lang);
};

/** `Deals · open, stalled · 31 Dec 2017`. */
function titleWords({ selection, asOf, period }: DealList, options: PageOptions): Words {
  const { lang } = options;
  const chosen: Words[] = [
    ...selection.states.map((state): Words => [WORDS[state][lang]]),
    ...(['stalled', 'overdue'] as const).flatMap((kind): Words[] => (selection[kind] ? [[WORDS[kind][lang]]] : [])),
    ...(selection.kpi === null ? [] : [[data(selection.kpi.title)]]),
  ];
  const when = period !== null ? periodWords(period, options) : asOf === null ? [] : [proseDayWords(asOf, options)];
  const parts: Words[] = [[WORDS.title[lang]], join(chosen, comma(lang)), when];
  return join(
    parts.filter((part) => part.length > 0),
    ' · ',
  );
}

/** The figure that the deals are behind. */
function* figureBlocks({ selection: { kpi }, currency }: DealList, options: PageOptions): Generator<Block, void> {
  if (kpi === null || kpi.value === null) return;
  const value = valueWords(kpi.value, { unit: kpi.unit, currency }, options);
  const how = code(`kpi explain ${kpi.id}`);
  const { lang } = options;
  yield {
    kind: 'paragraph',
    words:
      lang === 'fa'
        ? say`${data(kpi.title)}: ${value}. آنچه شمرده شده و کنار گذاشته شده: ${how}`
        : say`${data(kpi.title)}: ${value}. What is counted in and left out: ${how}`,
  };
}

function unknownWords(reason: string, lang: Lang): Words {
  return lang === 'fa'
    ? say`نمی‌توان گفت کدام معامله‌ها: ${reasonWords(reason, lang)}.`
    : say`Nobody can say which deals: ${reasonWords(reason, lang)}.`;
}

/** A figure of leads, or one made of other figures, has a value and no deals. */
function noneWords({ selection: { kpi } }: DealList, lang: Lang): Words {
  if (kpi === null || kpi.value === null || kpi.value === 0) return [WORDS.none[lang]];
  const how = code(`kpi explain ${kpi.id}`);
  return lang === 'fa'
    ? say`این شاخص معامله‌ای از خود ندارد: ${how}`
    : say`No deal stands behind this figure by itself: ${how}`;
}

function totalWords(
  { total, priced, amount, currency, byCurrency, sort, columns }: DealList,
  options: PageOptions,
): Words {
  const { lang } = options;
  const deals = countText(total, lang);
  const count: Words = [lang === 'fa' ? `${deals} معامله` : total === 1 ? `${deals} deal` : `${deals} deals`];
  const sums: Words[] =
    byCurrency !== null
      ? byCurrency.map(
          ({ currency: own, amount: sum }): Words =>
            say`${moneyText(sum ?? 0, lang)} ${own === '' ? UNNAMED[lang] : data(own)}`,
        )
      : amount === null
        ? []
        : [say`${moneyText(amount, lang)}${currency === null ? [] : [' ', currencyWords(currency, lang)]}`];
  const of = countText(priced, lang);
  const money: Words[] =
    sums.length === 0
      ? []
      : [
          priced === total
            ? join(sums, ' + ')
            : lang === 'fa'
              ? say`${join(sums, ' + ')} از ${of} معامله‌ی دارای مبلغ`
              : say`${join(sums, ' + ')} from the ${of} with an amount`,
        ];
  const order: Words[] = sort === null ? [] : [orderWords(sort, columns, lang)];
  return join([count, ...money, ...order], ' · ');
}

/** Which file the rows are of, where the table does not say it. */
function fileWords({ deals }: DealList, lang: Lang): Words {
  const of = fileOf(deals);
  if (of === null) return [];
  const name = of.sheet === null ? data(of.file) : data(`${of.file} (${of.sheet})`);
  return lang === 'fa' ? say`سطرهای ${name}` : say`rows of ${name}`;
}

function moreWords({ deals, total }: DealList, lang: Lang): Words {
  const [shown, all] = [countText(deals.length, lang), countText(total, lang)];
  const [every, file] = [code('--limit 0'), code('--format csv')];
  return lang === 'fa'
    ? say`${shown} از ${all} معامله نشان داده شد؛ همه: ${every} یا ${file}`
    : say`${shown} of ${all} deals shown; all of them: ${every} or ${file}`;
}

/** What goes first where there is no room; the id, the amount and the days stay longest. */
const DROP: Readonly<Record<string, number>> = {
  id: 0,
  amount: 1,
  days_open: 1,
  days_overdue: 1,
  owner: 2,
  account: 3,
  stage: 4,
  name: 5,
  outcome: 5,
  product: 6,
  expected_close: 6,
  currency: 7,
  created_at: 7,
  closed_at: 7,
  next_activity: 8,
};

function tableBlock({ columns, deals }: DealList, options: PageOptions): Block {
  const isNumber = (kind: string): boolean => ['money', 'number', 'ratio'].includes(kind);
  const shown = columns.map(
    ({ name, title, kind }): Column => ({
      title: [data(title)],
      align: isNumber(kind) ? 'right' : 'left',
      // What was asked for by name stays as long as there is room for it.
      drop: DROP[name] ?? 3,
      ...(isNumber(kind) || kind === 'day' ? {} : { min: 6 }),
    }),
  );
  const isOfOne = fileOf(deals) !== null;
  const place: Column = isOfOne
    ? { title: [WORDS.row[options.lang]], align: 'right', drop: 4 }
    : { title: [WORDS.place[options.lang]], align: 'left', drop: 9, min: 10 };
  return {
    kind: 'table',
    columns: [...shown, place],
    rows: deals.map((deal) => ({
      kind: 'cells',
      cells: [
        ...columns.map(({ name, kind }, index) => cell(shownWords(deal.values[index] ?? null, name, kind, options))),
        cell(isOfOne ? rowText(deal.row) : placeWords(deal)),
      ],
    })),
  };
}

/** The one file (and sheet) that all of them stand in; null where they stand in several. */
function fileOf(deals: DealList['deals']): DealList['deals'][number] | null {
  const [first] = deals;
  const isOfOne = deals.every(({ file, sheet }) => file === first?.file && sheet === first.sheet);
  return isOfOne ? (first ?? null) : null;
}

/** As a spreadsheet program and an editor write it. */
function rowText(row: number): string {
  return String(row);
}

type Value = DealList['deals'][number]['values'][number];

function shownWords(value: Value, name: string, kind: string, options: PageOptions): Words {
  const { lang } = options;
  if (value === null) return [];
  if (typeof value === 'boolean') return [value ? WORDS.yes[lang] : WORDS.no[lang]];
  if (typeof value === 'number') {
    if (kind === 'money') return [moneyText(value, lang)];
    if (kind === 'ratio') return [ratioText(value, lang)];
    return [Number.isInteger(value) ? countText(value, lang) : decimalText(value, 2, lang, true)];
  }
  if (kind === 'day') return [dayWords(value, options)];
  if (name === 'outcome') return [WORDS[value as 'open' | 'won' | 'lost' | 'excluded'][lang]];
  if (name === 'currency') return [lang === 'fa' ? currencyWords(value, lang) : data(value)];
  return [data(value)];
}
