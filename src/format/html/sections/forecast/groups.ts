/** What is expected of each owner or product, against its quota where it has one. */
import { countText, ratioText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { join, type Sentence, say, type Words } from '../../../page.js';
import { fieldNames } from '../../../pages/field-names.js';
import {
  comma,
  currencyWords,
  levelText,
  type Measure,
  rangeWords,
  semicolon,
  valueWords,
} from '../../../pages/figures.js';
import { groupNameWords } from '../../../pages/group-name.js';
import { intervalHead } from '../../../pages/interval-words.js';
import { type Bar, bars } from '../../charts/bars.js';
import { figure } from '../../charts/figure.js';
import { drawnName, drawnText } from '../../drawn-text.js';
import { data, type Html, html, NOTHING, nameText, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';
import { measureOf } from './measure.js';

type Forecast = NonNullable<Report['forecast']>;
type Entry = Forecast['groups'][number];
type Group = Entry['groups'][number];

const MOST_DRAWN = 12;
const MOST_ROWS = 200;
const FILTERED_FROM = 12;

const WORDS = {
  soFar: { en: 'won so far', fa: 'برد تاکنون' },
  expected: { en: 'expected', fa: 'مورد انتظار' },
  quota: { en: 'quota', fa: 'سهمیه' },
  deals: { en: 'Open deals', fa: 'معامله‌ی باز' },
  amount: { en: 'Their amount', fa: 'مبلغ آن‌ها' },
  soFarHead: { en: 'Won so far', fa: 'برد تاکنون' },
  pipeline: { en: 'Of open deals', fa: 'از معامله‌های باز' },
  newHead: { en: 'Of new business', fa: 'از کسب‌وکار تازه' },
  expectedHead: { en: 'Expected', fa: 'مورد انتظار' },
  quotaHead: { en: 'Quota', fa: 'سهمیه' },
  attainment: { en: 'Of quota', fa: 'از سهمیه' },
} as const satisfies Record<string, Text>;
const TITLE: { readonly [L in Lang]: (by: string) => string } = {
  en: (by) => `Expected won value by ${by}`,
  fa: (by) => `ارزش برد مورد انتظار به تفکیک ${by}`,
};
const INTERVAL: Sentence<string> = { en: (level) => [`${level} interval`], fa: (level) => [`بازه‌ی ${level}`] };
const CUT: Sentence<{ drawn: string; listed: string; all: string }> = {
  en: ({ drawn, listed, all }) => [
    `${drawn} of ${all} are drawn, ${listed === all ? 'all' : listed} are in the table.`,
  ],
  fa: ({ drawn, listed, all }) => [`${drawn} گروه از ${all} رسم شده و ${listed === all ? 'همه' : listed} در جدول است.`],
};

export function groupFigures({ groups, currency, unit }: Forecast, page: Page): Html[] {
  const measure = { unit: measureOf(unit), currency };
  return groups.filter((entry) => entry.groups.length > 0).map((entry) => groupFigure(entry, measure, page));
}

function groupFigure({ by, groups }: Entry, { unit, currency }: Measure, page: Page): Html {
  const bare = { unit, currency: null };
  const { lang, options } = page;
  const title = TITLE[lang](nameText(fieldNames(by, lang)));
  const drawn = groups.slice(0, MOST_DRAWN);
  const listed = groups.slice(0, MOST_ROWS);
  const rows = drawn.map((group): Bar => {
    const { wonSoFar, expected, interval, quota, attainment } = group;
    const name = drawnName(groupNameWords(group.key, lang));
    const value = valueWords(expected, bare, options);
    const of = attainment === null ? [] : [[ratioText(attainment, lang)]];
    const text = attainment === null ? value : say`${value}  ${ratioText(attainment, lang)}`;
    return {
      name,
      value: wonSoFar,
      reach: expected,
      previous: quota,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      text: drawnText(text, page),
      title: plainText(say`${name}: ${join([value, ...of], comma(lang))}`),
    };
  });
  const level = drawn.find(({ interval }) => interval !== null)?.interval?.level;
  const quotas = drawn.some(({ quota }) => quota !== null);
  const cut = {
    drawn: countText(drawn.length, lang),
    listed: countText(listed.length, lang),
    all: countText(groups.length, lang),
  };
  return figure(
    {
      title: html`<bdi>${title}</bdi>`,
      sub: html`${currency === null || currency === '' ? null : html`${page.words([currencyWords(currency, lang)])}<br>`}${
        drawn.some(({ wonSoFar }) => (wonSoFar ?? 0) !== 0)
          ? html`<span class="key"></span>${WORDS.soFar[lang]} `
          : null
      }<span class="key soft"></span>${WORDS.expected[lang]} ${
        level === undefined
          ? null
          : html`<span class="key span"></span>${page.words(INTERVAL[lang](levelText(level, lang)))} `
      }${quotas ? html`<span class="key tick"></span>${WORDS.quota[lang]}` : null}`,
      label: `${title}: ${rows.map((row) => row.title).join(semicolon(lang))}`,
      draw: bars(rows, unit, page),
      figures: groupTable(listed, bare, nameText(fieldNames(by, lang)), title, page),
      note: drawn.length < groups.length ? page.words(CUT[lang](cut)) : null,
    },
    page,
  );
}

function groupTable(groups: readonly Group[], bare: Measure, by: string, caption: string, page: Page): Html {
  const { lang, options } = page;
  const money = (value: number | null): TableCell => ({
    html: value === null ? html`–` : page.words(valueWords(value, bare, options)),
    sort: value,
  });
  const quotas = groups.some(({ quota }) => quota !== null);
  const nameOf = (group: Group): Words => groupNameWords(group.key, lang);
  const rows = groups.map((group): TableCell[] => [
    { html: data(plainText(nameOf(group))) },
    { html: html`${countText(group.deals, lang)}`, sort: group.deals },
    money(group.amount),
    money(group.wonSoFar),
    money(group.pipeline),
    money(group.newBusiness),
    money(group.expected),
    {
      html:
        group.interval === null
          ? NOTHING
          : page.words(rangeWords(group.interval.low, group.interval.high, bare, options)),
      sort: group.interval?.low ?? null,
      tone: 'dim',
    },
    ...(quotas
      ? [
          money(group.quota),
          {
            html: group.attainment === null ? html`–` : html`${ratioText(group.attainment, lang)}`,
            sort: group.attainment,
          },
        ]
      : []),
  ]);
  const number = (title: Text, wideOnly = false) => ({
    title: html`${title[lang]}`,
    kind: 'number' as const,
    wideOnly,
  });
  return table(
    {
      caption,
      columns: [
        { title: html`<bdi>${by}</bdi>`, kind: 'text' },
        number(WORDS.deals),
        number(WORDS.amount, true),
        number(WORDS.soFarHead),
        number(WORDS.pipeline, true),
        number(WORDS.newHead, true),
        number(WORDS.expectedHead),
        {
          title: html`${intervalHead(
            groups.map(({ interval }) => interval),
            lang,
          )}`,
          kind: 'number',
          wideOnly: true,
        },
        ...(quotas ? [number(WORDS.quotaHead), number(WORDS.attainment)] : []),
      ],
      rows,
      sortable: true,
      filterable: rows.length > FILTERED_FROM,
    },
    page,
  );
}
