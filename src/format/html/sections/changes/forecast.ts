/** What the earlier export let expect beside what came: the deals that were due by their fate, what was promised, what came. */
import { DUE_FATES, FATES } from '../../../../locale/due-fates.js';
import { countText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import { join, say, type Words } from '../../../page.js';
import { comma, pointWords, rangeOfDaysWords, semicolon } from '../../../pages/figures.js';
import { amountWords, type Changes } from '../../../pages/sections/changes-cells.js';
import { forecastBlocks } from '../../../pages/sections/changes-forecast.js';
import { blocks } from '../../blocks.js';
import { type Bar, bars } from '../../charts/bars.js';
import { figure } from '../../charts/figure.js';
import { type LaneRow, lanes } from '../../charts/lanes.js';
import { drawnText } from '../../drawn-text.js';
import { type Html, html, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { dealsWords } from './cells.js';

type Held = NonNullable<Changes['forecast']>;
type Due = NonNullable<Held['due']>;

const TEXTS = {
  title: { en: 'Forecast against actual', fa: 'پیش‌بینی در برابر آنچه آمد' },
  due: { en: 'What became of the deals that were due', fa: 'سرانجام معامله‌هایی که موعدشان بود' },
  held: { en: 'What was expected, and what came', fa: 'آنچه انتظار می‌رفت و آنچه آمد' },
  of: { en: 'of all that was due', fa: 'از همه‌ی آنچه موعدش بود' },
  crm: { en: 'Probabilities', fa: 'احتمال‌ها' },
  model: { en: 'Forecast', fa: 'پیش‌بینی' },
  actual: { en: 'came', fa: 'آمد' },
  expected: { en: 'expected', fa: 'مورد انتظار' },
  interval: { en: 'interval', fa: 'بازه' },
} as const satisfies Record<string, Text>;

const FILLS: { readonly [Fate in (typeof DUE_FATES)[number]]?: string } = { won: 'good', lost: 'bad' };

/** Null where no forecast was held against anything. Tables and sentences are those of the other formats. */
export function forecastAgainstHtml(changes: Changes, page: Page): Html | null {
  const { forecast } = changes;
  if (forecast === null) return null;
  const { due } = forecast;
  const drawn = [due === null || due.deals === 0 ? null : dueFigure(due, page), heldFigure(forecast, page)];
  const figures = drawn.filter((one) => one !== null);
  return html`<div class="kind"><h3>${TEXTS.title[page.lang]}</h3>${
    figures.length === 0 ? null : html`<div class="grid ahead">${figures}</div>`
  }${blocks(forecastBlocks(changes, page.options), page)}</div>`;
}

function dueFigure(due: Due, page: Page): Html {
  const { lang, options } = page;
  const fates = DUE_FATES.filter((fate) => due[fate].deals > 0);
  const priced = due.amount !== null;
  const rows = fates.map((fate): LaneRow => {
    const { deals, amount } = due[fate];
    const text = priced ? say`${amountWords(amount, options)}  (${countText(deals, lang)})` : dealsWords(deals, page);
    const [value, of] = priced ? [amount ?? 0, due.amount ?? 0] : [deals, due.deals];
    return {
      name: FATES[fate][lang],
      lanes: [{ value, of, fill: FILLS[fate] ?? 'mark-2', text: drawnText(text, page) }],
    };
  });
  const title = TEXTS.due[lang];
  return figure(
    {
      title: html`${title}`,
      sub: html`<span class="key grid"></span>${TEXTS.of[lang]}`,
      label: `${title}: ${rows.map(({ name, lanes: [lane] }) => `${name} ${lane?.text ?? ''}`).join(semicolon(lang))}`,
      draw: lanes(rows, page),
      // They stand open beneath.
      figures: null,
    },
    page,
  );
}

interface Side {
  readonly name: Words;
  readonly expected: number | null;
  readonly actual: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** Null where nothing was expected, or in nothing that is alike. */
function heldFigure({ crm, model }: Held, page: Page): Html | null {
  const { lang, options } = page;
  const isMoney = model === null || model.expected === null || model.unit === 'money';
  const sides: Side[] = [
    ...(crm === null || crm.expected === null || !isMoney
      ? []
      : [{ name: [TEXTS.crm[lang]], expected: crm.expected, actual: crm.actual, interval: null }]),
    ...(model === null || model.expected === null
      ? []
      : model.months.length > 1
        ? model.months.map(({ partial, label, start, end, expected, actual, interval }): Side => {
            const name = partial ? rangeOfDaysWords({ start, end }, options) : pointWords({ label, start }, options);
            return { name: [name], expected, actual, interval };
          })
        : [{ name: [TEXTS.model[lang]], expected: model.expected, actual: model.actual, interval: model.interval }]),
  ];
  if (sides.length === 0) return null;
  const said = (value: number | null): Words =>
    value === null ? ['–'] : isMoney ? amountWords(Math.round(value), options) : [countText(Math.round(value), lang)];
  const rows = sides.map(({ name, expected, actual, interval }): Bar => {
    const both = [say`${said(actual)} ${TEXTS.actual[lang]}`, say`${said(expected)} ${TEXTS.expected[lang]}`];
    return {
      name: drawnText(name, page),
      value: actual,
      previous: expected,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      text: drawnText(said(actual), page),
      title: plainText(say`${name}: ${join(both, comma(lang))}`),
    };
  });
  return figure(
    {
      title: html`${TEXTS.held[lang]}`,
      sub: html`<span class="key"></span>${TEXTS.actual[lang]} <span class="key tick"></span>${TEXTS.expected[lang]} ${
        rows.some(({ low }) => low !== null) ? html`<span class="key span"></span>${TEXTS.interval[lang]}` : null
      }`,
      label: `${TEXTS.held[lang]}: ${rows.map((row) => row.title).join(semicolon(lang))}`,
      draw: bars(rows, isMoney ? 'money' : 'count', page),
      figures: null,
    },
    page,
  );
}
