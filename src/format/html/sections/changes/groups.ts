/** The open pipeline of each owner, region or whatever was asked: before and after, and the steps between as a table. */
import { countText, differenceText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import { type Sentence, say } from '../../../page.js';
import { fieldNames } from '../../../pages/field-names.js';
import { movedText, semicolon } from '../../../pages/figures.js';
import { groupNameWords } from '../../../pages/group-name.js';
import { amountWords, type Changes, currencyPiece } from '../../../pages/sections/changes-cells.js';
import { type Bar, bars } from '../../charts/bars.js';
import { figure } from '../../charts/figure.js';
import { drawnName, drawnText } from '../../drawn-text.js';
import { data, type Html, html, nameText, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { table } from '../../table.js';
import { FILTERED_FROM, MOST_ROWS } from './cells.js';
import { currencyColumn } from './deal-cells.js';
import { levelCells, levelHeads, stepsIn } from './level-rows.js';

type Grouped = Changes['groups'][number];
type Group = Grouped['groups'][number];

const MOST_DRAWN = 12;
/** Currencies that have a drawing of their own. */
const MOST_CURRENCIES = 3;

const TITLE: { readonly [L in Lang]: (by: string) => string } = {
  en: (by) => `Open pipeline by ${by}`,
  fa: (by) => `پایپ‌لاین باز به تفکیک ${by}`,
};
const KEYS = {
  after: { en: 'in the later export', fa: 'در خروجی تازه' },
  before: { en: 'in the earlier one', fa: 'در خروجی قبلی' },
} as const satisfies Record<string, Text>;
const CUT: Sentence<{ drawn: string; listed: string; all: string; isAll: boolean }> = {
  en: ({ drawn, listed, all, isAll }) => [
    `${drawn} of ${all} are drawn, ${isAll ? 'all' : listed} are in the table${isAll ? '' : ' (JSON has the rest)'}.`,
  ],
  fa: ({ drawn, listed, all, isAll }) => [
    `${drawn} گروه از ${all} رسم شده و ${isAll ? 'همه' : listed} در جدول است${isAll ? '' : ' (بقیه در JSON)'}.`,
  ],
};

export function groupsHtml({ groups }: Changes, page: Page): Html | null {
  // Groups in which nothing moved say nothing that the cards do not.
  const shown = groups.filter((one) => stepsIn(one.groups).length > 0);
  if (shown.length === 0) return null;
  return html`<div class="grid ahead">${shown.flatMap((one) => groupFigures(one, page))}</div>`;
}

function groupFigures(grouped: Grouped, page: Page): Html[] {
  const currencies = [...new Set(grouped.groups.map(({ currency }) => currency))];
  return currencies.slice(0, MOST_CURRENCIES).map((currency) => {
    const own = grouped.groups.filter((group) => group.currency === currency);
    return groupFigure(grouped.by, own, currencies.length > 1 ? currency : null, page);
  });
}

function groupFigure(by: readonly string[], groups: readonly Group[], currency: string | null, page: Page): Html {
  const { lang, options } = page;
  const name = nameText(fieldNames(by, lang));
  const title = TITLE[lang](name);
  const drawn = groups.slice(0, MOST_DRAWN);
  const listed = groups.slice(0, MOST_ROWS);
  const priced = groups.some(({ start }) => start !== null);
  const rows = drawn.map((group) => barOf(group, priced, page));
  const cut = {
    drawn: countText(drawn.length, lang),
    listed: countText(listed.length, lang),
    all: countText(groups.length, lang),
    isAll: listed.length === groups.length,
  };
  return figure(
    {
      title: html`<bdi>${title}</bdi>`,
      sub: html`${currency === null ? null : html`${page.words([currencyPiece(currency, options)])}<br>`}<span class="key"></span>${
        KEYS.after[lang]
      } <span class="key tick"></span>${KEYS.before[lang]}`,
      label: `${title}: ${rows.map((row) => row.title).join(semicolon(lang))}`,
      draw: bars(rows, priced ? 'money' : 'count', page),
      figures: groupTable(listed, name, title, page),
      note: drawn.length < groups.length ? page.words(CUT[lang](cut)) : null,
    },
    page,
  );
}

function barOf(group: Group, priced: boolean, page: Page): Bar {
  const { lang, options } = page;
  const name = drawnName(groupNameWords(group.key, lang));
  const [before, after] = priced ? [group.start, group.end] : [group.startDeals, group.endDeals];
  const value = after === null ? ['–'] : priced ? amountWords(after, options) : [countText(after, lang)];
  const change = changeText(before, after, lang);
  const said = change === null ? value : say`${value}  ${change}`;
  return {
    name,
    value: after,
    previous: before,
    text: drawnText(said, page),
    title: plainText(say`${name}: ${said}`),
  };
}

/** By how much it changed; from nothing no per cent leads on. */
function changeText(before: number | null, after: number | null, lang: Lang): string | null {
  if (before === null || after === null || !(before > 0)) return null;
  const change = { absolute: after - before, relative: after / before - 1 };
  return Math.max(before, after) < 10 && Number.isInteger(before)
    ? differenceText(change.absolute, lang)
    : movedText(change, 'money', lang).replace(/^\S+ /, '');
}

function groupTable(groups: readonly Group[], by: string, caption: string, page: Page): Html {
  const { lang } = page;
  const steps = stepsIn(groups);
  const currency = currencyColumn(groups, page);
  return table(
    {
      caption,
      columns: [{ title: html`<bdi>${by}</bdi>`, kind: 'text' }, ...currency.heads, ...levelHeads(steps, page)],
      rows: groups.map((group) => [
        { html: data(plainText(groupNameWords(group.key, lang))) },
        ...currency.cells(group),
        ...levelCells(group, steps, page),
      ]),
      sortable: true,
      filterable: groups.length > FILTERED_FROM,
    },
    page,
  );
}
