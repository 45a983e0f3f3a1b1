/** How many deals became what, and which moves those made that are open in both exports: two tables beside each other. */
import { CHANGE_CLASSES, DEAL_MOVES } from '../../../../locale/deal-changes.js';
import { daysText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import { type Pair, CHANGES_WORDS as WORDS } from '../../../pages/sections/changes-cells.js';
import { lackingWords, MOVES_SAY } from '../../../pages/sections/untold-moves.js';
import { type Html, html } from '../../markup.js';
import type { Page } from '../../page.js';
import { table } from '../../table.js';
import { anyPriced, countCell, numberHead, sumCell, textHead } from './cells.js';

const CLASSES = {
  title: { en: 'What became of every deal', fa: 'سرنوشت هر معامله' },
  sub: {
    en: 'Each deal of either export is in one row; sums of their amounts before and after.',
    fa: 'هر معامله‌ی دو خروجی در یک سطر است؛ جمع مبلغ‌ها پیش و پس.',
  },
  head: { en: 'Deals that are', fa: 'سرنوشت' },
} as const satisfies Record<string, Text>;
const MOVES = {
  title: { en: 'What moved of the open deals', fa: 'چه چیز معامله‌های باز جابه‌جا شد' },
  none: { en: 'Nothing moved.', fa: 'چیزی جابه‌جا نشد.' },
} as const satisfies Record<string, Text>;

export function kindsHtml(pair: Pair, page: Page): Html {
  return html`<div class="grid ahead">${[classesHtml(pair, page), movesHtml(pair, page)]}</div>`;
}

function classesHtml({ classes }: Pair, page: Page): Html {
  const { lang } = page;
  const shown = classes.filter(({ deals }) => deals > 0);
  const priced = shown.some(
    ({ before, after, byCurrency }) => byCurrency !== null || before !== null || after !== null,
  );
  const rows = shown.map((one) => {
    const side = (which: 'before' | 'after') =>
      sumCell(
        {
          amount: one[which],
          byCurrency: one.byCurrency?.map((each) => ({ currency: each.currency, amount: each[which] })) ?? null,
        },
        page,
      );
    return [
      { html: html`${CHANGE_CLASSES[one.class][lang]}` },
      countCell(one.deals, page),
      ...(priced ? [side('before'), side('after')] : []),
    ];
  });
  return html`<div><h3>${CLASSES.title[lang]}</h3><p class="sub">${CLASSES.sub[lang]}</p>${table(
    {
      caption: CLASSES.title[lang],
      columns: [
        textHead(CLASSES.head, page),
        numberHead(WORDS.deals, page),
        ...(priced ? [numberHead(WORDS.before, page), numberHead(WORDS.after, page)] : []),
      ],
      rows,
      sortable: true,
    },
    page,
  )}</div>`;
}

function movesHtml(pair: Pair, page: Page): Html {
  const { lang } = page;
  const moves = pair.moves.filter(({ deals }) => deals !== null && deals > 0);
  const lacking = lackingWords(pair, lang);
  const note = lacking === null ? null : html`<p class="note">${page.words(lacking)}</p>`;
  if (moves.length === 0) {
    const none = lacking === null ? html`<p class="sub">${MOVES.none[lang]}</p>` : null;
    return html`<div><h3>${MOVES.title[lang]}</h3>${none}${note}</div>`;
  }
  const priced = anyPriced(moves);
  const dated = moves.some(({ medianDays }) => medianDays !== null);
  const rows = moves.map((one) => [
    { html: html`${DEAL_MOVES[one.move][lang]}` },
    countCell(one.deals, page),
    ...(priced ? [sumCell(one, page)] : []),
    ...(dated
      ? [
          {
            html: html`${one.medianDays === null ? null : daysText(one.medianDays, lang)}`,
            sort: one.medianDays,
          },
        ]
      : []),
  ]);
  return html`<div><h3>${MOVES.title[lang]}</h3><p class="sub">${MOVES_SAY[lang]}</p>${table(
    {
      caption: MOVES.title[lang],
      columns: [
        textHead(WORDS.moved, page),
        numberHead(WORDS.deals, page),
        ...(priced ? [numberHead(WORDS.amount, page)] : []),
        ...(dated ? [numberHead(WORDS.days, page)] : []),
      ],
      rows,
      sortable: true,
    },
    page,
  )}${note}</div>`;
}
