/** Deals whose close date was moved later three times and more, with the dates that they had. */
import { countText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import { join, type Sentence, say, type Words } from '../../../page.js';
import { shownWords } from '../../../pages/cut.js';
import { dayWords, reasonWords } from '../../../pages/figures.js';
import { type Changes, CHANGES_WORDS as WORDS } from '../../../pages/sections/changes-cells.js';
import { type Html, html } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';
import { amountCell, countCell, FILTERED_FROM, MOST_ROWS, numberHead, textHead } from './cells.js';
import { currencyColumn, dealCell, nameCell, stageCell } from './deal-cells.js';

const TITLE: Text = {
  en: 'Close date moved later three times and more',
  fa: 'تاریخ بستن سه بار و بیشتر عقب رفته',
};
const DATES: Text = { en: 'Close dates, oldest first', fa: 'تاریخ‌های بستن، قدیمی‌ترین نخست' };
const NOT_TOLD: Sentence<Words> = {
  en: (why) => say`Which deals are put off again and again cannot be told: ${why}.`,
  fa: (why) => say`اینکه کدام معامله‌ها بارها عقب افتاده‌اند را نمی‌توان گفت: ${why}.`,
};
/** Dates of a deal that are written out: the newest. */
const MOST_DATES = 6;

/** Null where none was. */
export function pushedHtml({ pushed }: Changes, page: Page): Html | null {
  const { lang, options } = page;
  const { reason, total } = pushed;
  if (reason !== null) return html`<p class="note">${page.words(NOT_TOLD[lang]([reasonWords(reason, lang)]))}</p>`;
  if (pushed.deals.length === 0) return null;
  const deals = pushed.deals.slice(0, MOST_ROWS);
  const arrow = { en: ' → ', fa: ' ← ' }[lang];
  const priced = deals.some(({ amount }) => amount !== null);
  const dated = deals.some(({ dates }) => dates.length > 0);
  const currency = currencyColumn(deals, page);
  const rows = deals.map((deal): TableCell[] => {
    const dates = deal.dates.slice(-MOST_DATES).map((day): Words => [dayWords(day, options)]);
    const cut = deal.dates.length > MOST_DATES ? ['… '] : [];
    return [
      nameCell(deal, page),
      dealCell(deal.owner, page),
      stageCell(deal.stage, page),
      ...(priced ? [amountCell(deal.amount, page)] : []),
      ...currency.cells(deal),
      countCell(deal.times, page),
      countCell(deal.days, page),
      ...(dated
        ? [{ html: page.words([...cut, ...join(dates, arrow)]), sort: deal.dates.at(-1) ?? null }]
        : [
            {
              html: deal.closeDate === null ? html`–` : page.words([dayWords(deal.closeDate, options)]),
              sort: deal.closeDate,
            },
          ]),
    ];
  });
  const all = total ?? pushed.deals.length;
  const cut = shownWords(deals.length, all, lang);
  return html`<div class="kind"><h3 class="warn">${TITLE[lang]}: ${countText(all, lang)}</h3>${
    cut.length === 0 ? null : html`<p class="sub">${page.words(cut)}</p>`
  }${table(
    {
      caption: TITLE[lang],
      columns: [
        textHead(WORDS.deal, page),
        textHead(WORDS.owner, page, true),
        textHead(WORDS.stage, page, true),
        ...(priced ? [numberHead(WORDS.amount, page)] : []),
        ...currency.heads,
        numberHead(WORDS.times, page),
        numberHead(WORDS.later_by, page),
        textHead(dated ? DATES : WORDS.closeDate, page),
      ],
      rows,
      sortable: true,
      filterable: rows.length > FILTERED_FROM,
    },
    page,
  )}</div>`;
}
