/** From which stage deals went to which: a table as deep as the numbers in it, and the moves one by one beneath. */
import { countText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import { data as dataWords, type Sentence, say, type Words } from '../../../page.js';
import { reasonWords } from '../../../pages/figures.js';
import { type Pair, stageWords, CHANGES_WORDS as WORDS } from '../../../pages/sections/changes-cells.js';
import { type Html, html, plainText, shortWords } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';
import { heatOf } from '../heat.js';
import { anyPriced, countCell, MOST_ROWS, numberHead, sumCell, textHead } from './cells.js';
import { stagesInOrder } from './stage-order.js';

type Move = Pair['stages']['moves'][number];

/** More stages than this make no table that can be read. */
const MOST_STAGES = 10;
const MOST_PIPELINES = 4;

const TEXTS = {
  title: { en: 'From stage to stage', fa: 'از مرحله به مرحله' },
  from: { en: 'From ↓ to →', fa: 'از ↓ به ←' },
  reads: {
    en: 'deals that were in the stage of the row and are in that of the column; right of · is forward',
    fa: 'معامله‌هایی که در مرحله‌ی سطر بودند و اکنون در مرحله‌ی ستون‌اند؛ سمت چپ · رو به جلو است',
  },
  moves: { en: 'The moves with their amounts', fa: 'جابه‌جایی‌ها با مبلغ' },
  stageFrom: { en: 'From', fa: 'از' },
  stageTo: { en: 'To', fa: 'به' },
  way: { en: 'Way', fa: 'جهت' },
} as const satisfies Record<string, Text>;
const WAYS: { readonly [Way in Move['direction']]: Text } = {
  advanced: { en: 'forward', fa: 'رو به جلو' },
  moved_back: { en: 'back', fa: 'بازگشت' },
  stage_changed: { en: 'order unknown', fa: 'ترتیب نامعلوم' },
};
const NOT_TOLD: Sentence<Words> = {
  en: (why) => say`Which stages changed cannot be told: ${why}.`,
  fa: (why) => say`تغییر مرحله‌ها را نمی‌توان گفت: ${why}.`,
};
const CUT: Sentence<{ shown: string; all: string }> = {
  en: ({ shown, all }) => [`The ${shown} most frequent moves of ${all}.`],
  fa: ({ shown, all }) => [`${shown} جابه‌جایی پرشمارتر از ${all}.`],
};

/** Null where no deal changed its stage. */
export function stagesHtml({ stages: { reason, moves } }: Pair, page: Page): Html | null {
  const { lang } = page;
  if (reason !== null) return html`<p class="note">${page.words(NOT_TOLD[lang]([reasonWords(reason, lang)]))}</p>`;
  if (moves.length === 0) return null;
  const pipelines = [...new Set(moves.map(({ pipeline }) => pipeline))];
  const heats =
    pipelines.length > MOST_PIPELINES
      ? []
      : pipelines.flatMap((pipeline) => {
          const own = moves.filter((move) => move.pipeline === pipeline);
          if (new Set(own.flatMap(({ from, to }) => [from, to])).size > MOST_STAGES) return [];
          return [heatHtml(own, stagesInOrder(own), pipelines.length > 1 ? pipeline : null, page)];
        });
  const complete = heats.length === pipelines.length;
  const list = listHtml(moves, pipelines.length > 1, page);
  return html`<div class="kind"><h3>${TEXTS.title[lang]}</h3>${
    heats.length === 0 ? null : html`<p class="sub">${TEXTS.reads[lang]}</p><div class="grid">${heats}</div>`
  }${complete ? html`<details class="print"><summary>${TEXTS.moves[lang]}</summary>${list}</details>` : list}</div>`;
}

function heatHtml(moves: readonly Move[], order: readonly string[], pipeline: string | null, page: Page): Html {
  const { lang, options } = page;
  const count = new Map(moves.map(({ from, to, deals }) => [JSON.stringify([from, to]), deals]));
  const most = Math.max(...moves.map(({ deals }) => deals));
  const name = (stage: string): Html => page.words(shortWords([stageWords(stage, options)]));
  const rows = order.map((from): TableCell[] => [
    { html: name(from) },
    ...order.map((to): TableCell => {
      if (from === to) return { html: html`·`, tone: 'dim' };
      const deals = count.get(JSON.stringify([from, to])) ?? 0;
      return deals === 0 ? { html: html`` } : { html: html`${countText(deals, lang)}`, heat: heatOf(deals / most) };
    }),
  ]);
  const columns = [
    textHead(TEXTS.from, page),
    ...order.map((stage) => ({ title: name(stage), kind: 'number' as const })),
  ];
  const title = pipeline === null ? null : html`<p class="sub">${page.words(shortWords([dataWords(pipeline)]))}</p>`;
  const caption = pipeline === null ? TEXTS.title[lang] : plainText(say`${TEXTS.title[lang]}: ${dataWords(pipeline)}`);
  return html`<div>${title}${table({ caption, columns, rows, heated: true }, page)}</div>`;
}

function listHtml(moves: readonly Move[], several: boolean, page: Page): Html {
  const { lang, options } = page;
  const shown = moves.slice(0, MOST_ROWS);
  const priced = anyPriced(shown);
  const rows = shown.map((one) => {
    const from: Words = [
      ...(several && one.pipeline !== null ? [dataWords(one.pipeline), ' · '] : []),
      stageWords(one.from, options),
    ];
    return [
      { html: page.words(shortWords(from)) },
      { html: page.words(shortWords([stageWords(one.to, options)])) },
      countCell(one.deals, page),
      ...(priced ? [sumCell(one, page)] : []),
      { html: html`${WAYS[one.direction][lang]}` },
    ];
  });
  const cut = { shown: countText(shown.length, lang), all: countText(moves.length, lang) };
  return html`${table(
    {
      caption: TEXTS.moves[lang],
      columns: [
        textHead(TEXTS.stageFrom, page),
        textHead(TEXTS.stageTo, page),
        numberHead(WORDS.deals, page),
        ...(priced ? [numberHead(WORDS.amount, page)] : []),
        textHead(TEXTS.way, page, true),
      ],
      rows,
      sortable: true,
    },
    page,
  )}${shown.length < moves.length ? html`<p class="note">${page.words(CUT[lang](cut))}</p>` : null}`;
}
