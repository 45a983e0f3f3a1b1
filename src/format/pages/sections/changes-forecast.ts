/** What the earlier export let expect of the days up to the later one, beside what came. */
import { FATES } from '../../../locale/due-fates.js';
import type { Text } from '../../../locale/text.js';
import {
  type Block,
  cell,
  DROP,
  data,
  type PageOptions,
  type Row,
  type Sentence,
  say,
  type Words,
} from '../../page.js';
import { addingUp } from '../adding-up.js';
import { pointWords, rangeOfDaysWords, reasonWords, valueWords } from '../figures.js';
import {
  amountWords,
  type Changes,
  countWords,
  left,
  right,
  sumWords,
  takenWords,
  CHANGES_WORDS as WORDS,
} from './changes-cells.js';
import { intervalWords, measureOf, plainCell } from './forecast-cells.js';
import { FORECAST_WORDS } from './forecast-words.js';

type Held = NonNullable<Changes['forecast']>;
type Due = NonNullable<Held['due']>;

const DUE: Sentence<Words> = {
  en: (days) => say`Due ${days}`,
  fa: (days) => say`با موعد ${days}`,
};
const ALL: Text = { en: 'All that was due', fa: 'همه‌ی آنچه موعدش بود' };
const NO_DUE: Sentence<Words> = {
  en: (why) => say`What became of the deals that were due cannot be told: ${why}.`,
  fa: (why) => say`سرانجام معامله‌هایی که موعدشان بود را نمی‌توان گفت: ${why}.`,
};
const NO_CRM: Sentence<Words> = {
  en: (why) => say`What the probabilities of the earlier export promised cannot be told: ${why}.`,
  fa: (why) => say`آنچه احتمال‌های خروجی قبلی وعده می‌داد را نمی‌توان گفت: ${why}.`,
};
const NO_MODEL: Sentence<Words> = {
  en: (why) => say`No forecast of the earlier export can be held against what came: ${why}.`,
  fa: (why) => say`هیچ پیش‌بینی از خروجی قبلی را نمی‌توان با آنچه آمد سنجید: ${why}.`,
};
const NOTHING: Sentence<Words> = {
  en: (why) => say`No forecast can be held against what came: ${why}.`,
  fa: (why) => say`هیچ پیش‌بینی را نمی‌توان با آنچه آمد سنجید: ${why}.`,
};
const UNTIL: Text = { en: 'Until', fa: 'تا' };
const DUE_DEALS: Text = { en: 'Due', fa: 'با موعد' };
const DUE_WON: Text = { en: 'of them won', fa: 'از آن‌ها برنده' };
const PROMISED: Text = { en: 'By probability', fa: 'بنا بر احتمال' };
const WON_OPEN: Text = { en: 'Won of open', fa: 'برنده از بازها' };
const OUTSIDE: Text = { en: 'outside', fa: 'بیرون از بازه' };

export function* forecastBlocks(changes: Changes, options: PageOptions): Generator<Block, void, undefined> {
  const { forecast } = changes;
  if (forecast === null) return;
  const { lang } = options;
  const why = (reason: string): Words => [reasonWords(reason, lang)];
  if (forecast.reason !== null) {
    yield { kind: 'aside', words: NOTHING[lang](why(forecast.reason)) };
    return;
  }
  const { due, dueReason, crm, model } = forecast;
  if (due !== null && due.deals > 0) yield dueTable(due, forecast, options);
  if (model !== null && model.months.length > 1) yield monthTable(model, changes.currency, options);
  if (forecast.each.length > 0) yield eachTable(forecast.each, changes.currency, options);
  // The first one stands in the headline of the section.
  const items = forecast.messages.filter(({ code }) => code !== 'due_came');
  if (items.length > 0) yield { kind: 'list', items: items.map(({ message }) => ({ words: [data(message)] })) };
  if (dueReason !== null) yield { kind: 'aside', words: NO_DUE[lang](why(dueReason)) };
  if (crm !== null && crm.reason !== null && crm.reason !== dueReason) {
    yield { kind: 'aside', words: NO_CRM[lang](why(crm.reason)) };
  }
  if (model !== null && model.reason !== null) yield { kind: 'aside', words: NO_MODEL[lang](why(model.reason)) };
}

/** The deals that were due by what became of them, in amounts that add up as they are printed. */
function dueTable(due: Due, { from, until }: Held, options: PageOptions): Block {
  const { lang } = options;
  const fates = (Object.keys(FATES) as (keyof typeof FATES)[]).filter((fate) => due[fate].deals > 0);
  const amounts = fates.map((fate) => due[fate].amount);
  const known = amounts.every((amount) => amount !== null);
  const added = known
    ? addingUp(
        0,
        amounts.map((amount) => amount ?? 0),
        options,
      )
    : null;
  const priced = due.amount !== null || due.byCurrency !== null;
  const days = from === null || until === null ? [] : [rangeOfDaysWords({ start: from, end: until }, options)];
  return {
    kind: 'table',
    columns: [
      { title: DUE[lang](days), align: 'left', drop: DROP.never, min: 12 },
      right(WORDS.deals, DROP.never, options),
      ...(priced ? [right(WORDS.amount, DROP.never, options)] : []),
    ],
    rows: [
      ...fates.map((fate, at): Row => {
        const amount = added === null ? sumWords(due[fate], options) : [unsigned(added.steps[at] ?? '')];
        return {
          kind: 'cells',
          cells: [
            cell([FATES[fate][lang]]),
            cell(countWords(due[fate].deals, options)),
            ...(priced ? [cell(amount)] : []),
          ],
        };
      }),
      {
        kind: 'cells',
        cells: [
          { words: [ALL[lang]], tone: 'strong' },
          { words: countWords(due.deals, options), tone: 'strong' },
          ...(priced
            ? [{ words: added === null ? sumWords(due, options) : [added.end], tone: 'strong' as const }]
            : []),
        ],
      },
    ],
  };
}

/** Amounts are no steps up or down. */
function unsigned(text: string): string {
  return text.replace(/^\+/, '');
}

function monthTable(
  { months, unit }: NonNullable<Held['model']>,
  currency: string | null,
  options: PageOptions,
): Block {
  const measure = measureOf({ unit, currency });
  const { lang } = options;
  return {
    kind: 'table',
    columns: [
      left(FORECAST_WORDS.month, DROP.never, options),
      right(FORECAST_WORDS.forecast, DROP.never, options),
      right(FORECAST_WORDS.interval, DROP.figure, options),
      right(FORECAST_WORDS.actual, DROP.never, options),
      { title: [], align: 'left', drop: DROP.figure + 1 },
    ],
    rows: months.map((month) => ({
      kind: 'cells',
      cells: [
        cell([
          month.partial
            ? rangeOfDaysWords({ start: month.start, end: month.end }, options)
            : pointWords(month, options),
        ]),
        cell(valueWords(Math.round(month.expected), measure, options)),
        cell(intervalWords(month.interval, measure, options)),
        plainCell(month.actual, measure, options),
        cell(month.within ? '' : [OUTSIDE[lang]]),
      ],
    })),
  };
}

/** A line for each export against the next one. */
function eachTable(each: Held['each'], currency: string | null, options: PageOptions): Block {
  // What no pair of exports tells has no column.
  const promised = each.some(({ crm }) => typeof crm?.expected === 'number');
  const modelled = each.some(({ model }) => typeof model?.expected === 'number');
  return {
    kind: 'table',
    columns: [
      left(UNTIL, DROP.never, options),
      right(DUE_DEALS, DROP.never, options),
      right(DUE_WON, DROP.never, options),
      ...(promised ? [right(PROMISED, DROP.figure + 1, options), right(WON_OPEN, DROP.figure + 1, options)] : []),
      ...(modelled
        ? [
            right(FORECAST_WORDS.forecast, DROP.figure, options),
            right(FORECAST_WORDS.interval, DROP.figure + 2, options),
            right(FORECAST_WORDS.actual, DROP.figure, options),
          ]
        : []),
    ],
    rows: each.map(({ until, due, crm, model }) => {
      const measure = measureOf({ unit: model?.unit ?? 'money', currency: null });
      const rounded = (amount: number | null | undefined): Words =>
        amountWords(amount === null || amount === undefined ? null : Math.round(amount), options);
      return {
        kind: 'cells',
        cells: [
          cell([takenWords(until, 'later', options)]),
          cell(due === null ? '' : countWords(due.deals, options)),
          cell(due === null ? '' : countWords(due.won.deals, options)),
          ...(promised ? [cell(rounded(crm?.expected)), cell(rounded(crm?.actual))] : []),
          ...(modelled
            ? [
                cell(rounded(model?.expected)),
                cell(intervalWords(model?.interval ?? null, { ...measure, currency }, options)),
                cell(rounded(model?.actual)),
              ]
            : []),
        ],
      };
    }),
  };
}
