/** The waterfall: from the old open pipeline by what came and went to the new one; a drawing for each currency. */
import { WATERFALL_STEPS, type WaterfallStep } from '../../../../locale/deal-changes.js';
import { countText, differenceText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import { join, type Sentence, say, type Words } from '../../../page.js';
import { addingUp } from '../../../pages/adding-up.js';
import { comma, labelWords, reasonWords, semicolon } from '../../../pages/figures.js';
import {
  amountWords,
  type Changes,
  currencyPiece,
  type Pair,
  takenWords,
  type Waterfall,
  CHANGES_WORDS as WORDS,
} from '../../../pages/sections/changes-cells.js';
import { figure } from '../../charts/figure.js';
import { type WaterfallRow, waterfall } from '../../charts/waterfall.js';
import { drawnText } from '../../drawn-text.js';
import { all, type Html, html, NOTHING, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { table } from '../../table.js';
import { countCell, numberHead, textHead } from './cells.js';

/** Currencies that are drawn; the rest stand in a table. */
const MOST_DRAWN = 4;

const TITLE: Sentence<{ from: Words; to: Words; due: Words; currency: Words }> = {
  en: ({ from, to, due, currency }) => say`Open pipeline${due}, ${from} to ${to}${currency}`,
  fa: ({ from, to, due, currency }) => say`پایپ‌لاین باز${due}، از ${from} تا ${to}${currency}`,
};
const DUE: Sentence<Words> = {
  en: (period) => say` due in ${period}`,
  fa: (period) => say` با موعد ${period}`,
};
const KEYS = {
  good: { en: 'good news', fa: 'خبر خوب' },
  bad: { en: 'bad news', fa: 'خبر بد' },
  neither: { en: 'neither', fa: 'هیچ‌کدام' },
} as const satisfies Record<string, Text>;
const STEP_BY_STEP: Text = { en: 'Step by step', fa: 'گام به گام' };
const IN_DEALS: Text = {
  en: 'in numbers of deals: not every export has amounts',
  fa: 'به شمار معامله‌ها: همه‌ی خروجی‌ها مبلغ ندارند',
};
const NOT_TOLD: Sentence<Words> = {
  en: (why) => say`The steps of the pipeline cannot be told: ${why}.`,
  fa: (why) => say`گام‌های پایپ‌لاین را نمی‌توان گفت: ${why}.`,
};
const WON: Sentence<{ left: Words; closed: Words }> = {
  en: ({ left, closed }) => say`The won deals left the pipeline as ${left} and were closed for ${closed}.`,
  fa: ({ left, closed }) => say`معامله‌های برنده با ${left} از پایپ‌لاین رفتند و با ${closed} بسته شدند.`,
};
const REST: Sentence<{ drawn: string; all: string }> = {
  en: ({ drawn, all: every }) => [`${drawn} of ${every} currencies are drawn; the rest:`],
  fa: ({ drawn, all: every }) => [`${drawn} ارز از ${every} رسم شده؛ بقیه:`],
};

/** Whether a step is good news, whichever way it leads; the others are neither. */
const GOOD: { readonly [Step in WaterfallStep]?: boolean } = {
  new: true,
  reopened: true,
  grown: true,
  won: true,
  lost: false,
  shrunk: false,
  moved_out: false,
};

export function stepsHtml(changes: Changes, pair: Pair, page: Page): Html {
  const { lang } = page;
  const { waterfall: falls, waterfallReason } = pair;
  if (waterfallReason !== null) {
    return html`<p class="note">${page.words(NOT_TOLD[lang]([reasonWords(waterfallReason, lang)]))}</p>`;
  }
  // Where nothing led from one to the other, the cards have said it.
  const moved = falls.filter(({ steps }) => steps.some(({ deals }) => deals > 0));
  const drawn = moved.slice(0, MOST_DRAWN);
  const rest = moved.slice(MOST_DRAWN);
  const [only] = drawn;
  if (only === undefined) return NOTHING;
  if (moved.length === 1) {
    return html`<div class="grid ahead">${[stepsFigure(only, { changes, pair, isOnly: true }, page), besideHtml(only, changes, pair, page)]}</div>`;
  }
  const figures = drawn.map((one) => stepsFigure(one, { changes, pair, isOnly: false }, page));
  const cut = { drawn: countText(drawn.length, lang), all: countText(moved.length, lang) };
  return all([
    html`<div class="grid ahead">${figures}</div>`,
    rest.length === 0
      ? null
      : html`<p class="note">${page.words(REST[lang](cut))}</p>${all(
          rest.map(
            (one) =>
              html`<details><summary>${page.words([currencyPiece(one.currency ?? '', page.options)])}</summary>${stepsTable(one, changes, pair, page)}</details>`,
          ),
        )}`,
  ]);
}

/** The figures of the only drawing stand open beside it. */
function besideHtml(one: Waterfall, changes: Changes, pair: Pair, page: Page): Html {
  return html`<div><h3>${STEP_BY_STEP[page.lang]}</h3>${stepsTable(one, changes, pair, page)}</div>`;
}

function stepsFigure(
  one: Waterfall,
  { changes, pair, isOnly }: { readonly changes: Changes; readonly pair: Pair; readonly isOnly: boolean },
  page: Page,
): Html {
  const { lang } = page;
  const title = plainText(titleWords(one, changes, pair, page));
  const priced = one.start !== null && one.end !== null;
  const rows = rowsOf(one, pair, page);
  const note = wonWords(one, page);
  return figure(
    {
      title: html`<bdi>${title}</bdi>`,
      sub: keysHtml(rows, priced, page),
      label: `${title}: ${rows.map((row) => row.title).join(semicolon(lang))}`,
      draw: waterfall(rows, priced ? 'money' : 'count', page),
      figures: isOnly ? null : stepsTable(one, changes, pair, page),
      note: note === null ? null : page.words(note),
    },
    page,
  );
}

function titleWords({ currency }: Waterfall, { period }: Changes, pair: Pair, { lang, options }: Page): Words {
  const several = pair.waterfall.length > 1;
  return TITLE[lang]({
    from: [takenWords(pair.from, 'earlier', options)],
    to: [takenWords(pair.to, 'later', options)],
    due: period === null ? [] : DUE[lang]([labelWords(period.label, options)]),
    currency: several || (currency ?? '') !== '' ? say`${comma(lang)}${currencyPiece(currency ?? '', options)}` : [],
  });
}

function keysHtml(rows: readonly WaterfallRow[], priced: boolean, { lang }: Page): Html {
  const has = (good: boolean | null): boolean => rows.some((row) => row.kind === 'step' && (row.good ?? null) === good);
  return html`${
    has(true) ? html`<span class="key good"></span>${KEYS.good[lang]} ` : null
  }${has(false) ? html`<span class="key bad"></span>${KEYS.bad[lang]} ` : null}${
    has(null) ? html`<span class="key grey"></span>${KEYS.neither[lang]}` : null
  }${priced ? null : html`<br>${IN_DEALS[lang]}`}`;
}

interface Line {
  readonly name: Words;
  readonly kind: WaterfallRow['kind'];
  readonly value: number;
  readonly deals: number;
  readonly text: string;
  readonly good: boolean | null;
}

/** What is drawn and tabled, in amounts or where there are none in deals, in texts that add up. */
function linesOf(one: Waterfall, { from, to }: Pair, { lang, options }: Page): Line[] {
  const steps = one.steps.filter(({ deals }) => deals > 0);
  const priced = one.start !== null && one.end !== null;
  const [start, end] = priced ? [one.start ?? 0, one.end ?? 0] : [one.startDeals, one.endDeals];
  const values = steps.map(({ amount, dealsChange }) => (priced ? (amount ?? 0) : dealsChange));
  const texts = priced
    ? addingUp(start, values, options)
    : {
        start: countText(start, lang),
        steps: values.map((value) => differenceText(value, lang)),
        end: countText(end, lang),
      };
  const level = (day: string | null, which: 'earlier' | 'later', value: number, deals: number, text: string): Line => ({
    name: [takenWords(day, which, options)],
    ...{ kind: 'total', value, deals, text, good: null },
  });
  return [
    level(from, 'earlier', start, one.startDeals, texts.start),
    ...steps.map(
      ({ step, deals }, at): Line => ({
        name: [WATERFALL_STEPS[step][lang]],
        kind: 'step',
        value: values[at] ?? 0,
        deals,
        text: texts.steps[at] ?? '',
        good: GOOD[step] ?? null,
      }),
    ),
    level(to, 'later', end, one.endDeals, texts.end),
  ];
}

function rowsOf(one: Waterfall, pair: Pair, page: Page): WaterfallRow[] {
  return linesOf(one, pair, page).map(({ name, kind, value, text, good }) => ({
    name: drawnText(name, page),
    kind,
    value,
    good,
    text: drawnText([text], page),
    title: plainText(say`${name}: ${text}`),
  }));
}

function stepsTable(one: Waterfall, changes: Changes, pair: Pair, page: Page): Html {
  const priced = one.start !== null && one.end !== null;
  const rows = linesOf(one, pair, page).map(({ name, kind, deals, text }) => {
    const tone = kind === 'total' ? ('strong' as const) : undefined;
    return [
      { html: page.words(name), tone },
      { ...countCell(deals, page), tone },
      ...(priced ? [{ html: page.words([text]), tone }] : []),
    ];
  });
  return table(
    {
      caption: plainText(titleWords(one, changes, pair, page)),
      columns: [
        textHead(WORDS.step, page),
        numberHead(WORDS.deals, page),
        ...(priced ? [numberHead(WORDS.amount, page)] : []),
      ],
      rows,
    },
    page,
  );
}

/** What won deals brought, where that is not what they were worth in the pipeline. */
function wonWords({ steps, wonAmount, currency }: Waterfall, { lang, options }: Page): Words | null {
  const left = steps.find(({ step }) => step === 'won')?.amount ?? null;
  if (left === null || wonAmount === null || left === -wonAmount) return null;
  const money = (amount: number): Words =>
    join(
      [
        amountWords(amount, options),
        ...(currency === null || currency === '' ? [] : [[currencyPiece(currency, options)]]),
      ],
      ' ',
    );
  return WON[lang]({ left: money(-left), closed: money(wonAmount) });
}
