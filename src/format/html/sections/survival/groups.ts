/** Groups of deals beside each other: how many come to be won, how fast, and whether they differ at all. */
import { countText, daysText, decimalText, ratioText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import type { Sentence, Words } from '../../../page.js';
import { data, join, say } from '../../../page.js';
import { fieldNames } from '../../../pages/field-names.js';
import { comma, reasonWords, semicolon, valueWords } from '../../../pages/figures.js';
import { groupNameWords } from '../../../pages/group-name.js';
import { endsWords, intervalHead } from '../../../pages/interval-words.js';
import { curves } from '../../charts/curves.js';
import { type Dot, dots } from '../../charts/dots.js';
import { figure } from '../../charts/figure.js';
import { many, SMALL_HEIGHT } from '../../charts/many.js';
import { drawnName, drawnText } from '../../drawn-text.js';
import { type Html, html, NOTHING, nameText, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';

type Survival = NonNullable<Report['survival']>;
type Entry = Survival['groups'][number];
type Group = Entry['groups'][number];

/** Rows and drawings; more are no longer compared. The table has more. */
const MOST_DOTS = 12;
const MOST_CURVES = 9;
const MOST_ROWS = 200;
/** A verdict at this level (convention). */
const LEVEL = 0.05;
const LEAST_P = 0.001;

const WORDS = {
  sub: { en: 'line: interval', fa: 'خط: بازه' },
  wonKey: { en: 'won', fa: 'برنده' },
  openKey: { en: 'still open', fa: 'هنوز باز' },
  allKey: { en: 'won, of all', fa: 'برنده، از همه' },
  deals: { en: 'Deals', fa: 'معامله' },
  win: { en: 'Eventual win rate', fa: 'نرخ برد نهایی' },
  median: { en: 'Days to close, median', fa: 'روز تا بسته شدن، میانه' },
  why: { en: 'Why not', fa: 'چرا نه' },
} as const satisfies Record<string, Text>;

const TITLE: { readonly [L in Lang]: (by: string) => string } = {
  en: (by) => `Eventual win rate by ${by}`,
  fa: (by) => `نرخ برد نهایی به تفکیک ${by}`,
};
const CURVES: { readonly [L in Lang]: (by: string) => string } = {
  en: (by) => `Won and still open by age, by ${by}`,
  fa: (by) => `برنده و هنوز باز در هر سن، به تفکیک ${by}`,
};
const ALL: Sentence<Words> = {
  en: (value) => say`dotted: all deals, ${value}`,
  fa: (value) => say`خط‌چین: همه‌ی معامله‌ها، ${value}`,
};
const VERDICT: { readonly [L in Lang]: (differ: boolean, p: string) => string } = {
  en: (differ, p) =>
    differ
      ? `The groups close their deals at a different pace, beyond what chance explains (log-rank test, ${p}).`
      : `The groups close their deals at a pace that differs no more than chance allows (log-rank test, ${p}).`,
  fa: (differ, p) =>
    differ
      ? `گروه‌ها معامله‌ها را با سرعتی متفاوت می‌بندند، فراتر از تصادف (آزمون لگ‌رنک، ${p}).`
      : `تفاوت سرعت گروه‌ها در بستن معامله‌ها بیش از تصادف نیست (آزمون لگ‌رنک، ${p}).`,
};
const NO_TEST: Sentence<Words> = {
  en: (why) => say`Whether they differ beyond chance is not tested: ${why}.`,
  fa: (why) => say`تفاوت فراتر از تصادف آزموده نشد: ${why}.`,
};
const CUT: Sentence<{ shown: string; all: string }> = {
  en: ({ shown, all }) => [`${shown} of ${all} groups are drawn; more are in the table.`],
  fa: ({ shown, all }) => [`${shown} گروه از ${all} رسم شده؛ جدول بیشتر دارد.`],
};
const IN_TABLE: { readonly [L in Lang]: (shown: string, all: string) => string } = {
  en: (shown, all) => (shown === all ? `All ${all} in a table` : `${shown} of ${all} in a table`),
  fa: (shown, all) => (shown === all ? `جدول هر ${all} گروه` : `جدول ${shown} گروه از ${all}`),
};

export function groupHtml(entry: Entry, survival: Survival, page: Page): Html | null {
  const { lang } = page;
  const { groups, groupsTotal } = entry;
  if (groups.length === 0) return null;
  const by = nameText(fieldNames(entry.by, lang));
  const told = groups.filter(({ eventualWinRate }) => eventualWinRate !== null);
  const drawings = [...(told.length === 0 ? [] : [rates(told, groupsTotal, by, survival, page)])];
  const smalls = curvesOf(groups, by, survival, page);
  const verdict = verdictWords(entry, lang);
  const shown = groups.slice(0, MOST_ROWS);
  const title = IN_TABLE[lang](countText(shown.length, lang), countText(groupsTotal, lang));
  return html`<div class="by ahead">${drawings}${
    verdict === null ? null : html`<p class="note">${page.words(verdict)}</p>`
  }${smalls}<details class="print"><summary>${title}</summary>${groupTable(shown, by, page)}</details></div>`;
}

function verdictWords({ test, reason }: Entry, lang: Lang): Words | null {
  if (test !== null) {
    const p =
      test.pValue < LEAST_P ? `p < ${decimalText(LEAST_P, 3, lang)}` : `p = ${decimalText(test.pValue, 3, lang)}`;
    return [VERDICT[lang](test.pValue < LEVEL, p)];
  }
  return reason === null ? null : NO_TEST[lang]([reasonWords(reason, lang)]);
}

function rates(
  told: readonly Group[],
  total: number,
  by: string,
  { eventualWinRate: all }: Survival,
  page: Page,
): Html {
  const { lang, options } = page;
  const ratio = { unit: 'ratio', currency: null };
  const rows = told.slice(0, MOST_DOTS).map((group): Dot => {
    const { eventualWinRate: value, interval } = group;
    const name = drawnName(groupNameWords(group.key, lang));
    const said = valueWords(value, ratio, options);
    return {
      name,
      value,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      text: drawnText(said, page),
      title: `${name}: ${plainText(said)}`,
    };
  });
  const notes = [[WORDS.sub[lang]], ...(all.value === null ? [] : [ALL[lang](valueWords(all.value, ratio, options))])];
  const cut = { shown: countText(rows.length, lang), all: countText(total, lang) };
  return figure(
    {
      title: html`<bdi>${TITLE[lang](by)}</bdi>`,
      sub: page.words(join(notes, semicolon(lang))),
      label: `${TITLE[lang](by)}: ${rows.map(({ title }) => title).join(semicolon(lang))}`,
      draw: dots(rows, { unit: 'ratio', all: all.value }, page),
      figures: null,
      note: rows.length < total ? page.words(CUT[lang](cut)) : null,
    },
    page,
  );
}

/** One drawing a group, all on the same axes, the won share of all deals dotted in each. */
function curvesOf(groups: readonly Group[], by: string, { curve }: Survival, page: Page): Html | null {
  const drawn = groups.filter((group) => group.curve.length > 1).slice(0, MOST_CURVES);
  if (drawn.length < 2) return null;
  const { lang } = page;
  const last = Math.max(...drawn.flatMap((group) => group.curve.map(({ day }) => day)));
  const all = curve.filter(({ day }) => day <= last).map(({ day, won }) => ({ at: day, value: won }));
  const smalls = drawn.map((group) => ({
    name: drawnName(groupNameWords(group.key, lang)),
    draw: curves(
      [
        { name: '', tone: 'ink-2', dashed: true, points: all },
        { name: '', tone: 'ink-3', points: group.curve.map(({ day, open }) => ({ at: day, value: open })) },
        { name: '', tone: 'accent', points: group.curve.map(({ day, won }) => ({ at: day, value: won })) },
      ],
      { last, height: SMALL_HEIGHT, named: false },
      page,
    ),
  }));
  const title = CURVES[lang](by);
  const label = `${title}: ${smalls.map(({ name }) => name).join(comma(lang))}`;
  return html`<figure class="multiples"><h3><bdi>${title}</bdi></h3><p class="sub"><span class="key line"></span>${WORDS.wonKey[lang]} <span class="key line pale"></span>${WORDS.openKey[lang]} <span class="key line dots"></span>${WORDS.allKey[lang]}</p>${many(smalls, label)}</figure>`;
}

function groupTable(shown: readonly Group[], by: string, page: Page): Html {
  const { lang, options } = page;
  const whys = shown.some(({ reason }) => reason !== null);
  const rows = shown.map((group): TableCell[] => {
    const { eventualWinRate: rate, interval, median, n, reason } = group;
    return [
      { html: page.words([data(nameText(plainText(groupNameWords(group.key, lang))))]) },
      { html: html`${countText(n, lang)}`, sort: n },
      { html: rate === null ? html`–` : html`${ratioText(rate, lang)}`, sort: rate },
      {
        html: interval === null ? NOTHING : page.words(endsWords(interval.low, interval.high, 'ratio', options)),
        sort: interval?.low ?? null,
        tone: 'dim',
      },
      { html: median === null ? html`–` : html`${daysText(median, lang)}`, sort: median },
      ...(whys ? [{ html: reason === null ? NOTHING : page.words([reasonWords(reason, lang)]) }] : []),
    ];
  });
  const number = (title: Text) => ({ title: html`${title[lang]}`, kind: 'number' as const });
  return table(
    {
      caption: TITLE[lang](by),
      columns: [
        { title: html`<bdi>${by}</bdi>`, kind: 'text' },
        number(WORDS.deals),
        number(WORDS.win),
        {
          title: html`${intervalHead(
            shown.map(({ interval }) => interval),
            lang,
          )}`,
          kind: 'number',
          wideOnly: true,
        },
        number(WORDS.median),
        ...(whys ? [{ title: html`${WORDS.why[lang]}`, kind: 'text' as const }] : []),
      ],
      rows,
      sortable: true,
      filterable: rows.length > 12,
    },
    page,
  );
}
