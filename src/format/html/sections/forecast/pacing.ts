/** Targets and quotas of the running period: what is won, what is expected, how likely they are reached. */
import { shareText } from '../../../../locale/compact.js';
import type { Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { data as given, type Sentence, say, type Words } from '../../../page.js';
import {
  currencyWords,
  labelWords,
  levelText,
  rangeWords,
  reasonWords,
  semicolon,
  valueWords,
} from '../../../pages/figures.js';
import { intervalHead } from '../../../pages/interval-words.js';
import { type Bar, bars } from '../../charts/bars.js';
import { figure } from '../../charts/figure.js';
import { drawnName, drawnText } from '../../drawn-text.js';
import { all, data, type Html, html, NOTHING, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';

type Pacing = NonNullable<Report['forecast']>['pacing'][number];

const MOST_DRAWN = 14;
/** Targets of the whole that are told in a sentence each. */
const MOST_SAID = 3;

const WORDS = {
  title: { en: 'Targets and quotas', fa: 'هدف‌ها و سهمیه‌ها' },
  soFar: { en: 'won so far', fa: 'برد تاکنون' },
  expected: { en: 'expected by its end', fa: 'مورد انتظار تا پایان دوره' },
  tick: { en: 'target or quota', fa: 'هدف یا سهمیه' },
  whose: { en: 'Of', fa: 'از' },
  period: { en: 'Period', fa: 'دوره' },
  target: { en: 'Target', fa: 'هدف' },
  soFarHead: { en: 'Won so far', fa: 'برد تاکنون' },
  needed: { en: 'Missing', fa: 'مانده' },
  expectedHead: { en: 'Expected', fa: 'مورد انتظار' },
  chance: { en: 'Chance', fa: 'احتمال' },
  empty: { en: '(empty)', fa: '(خالی)' },
} as const satisfies Record<string, Text>;
/** KPIs by their titles, where the document has no entry of them. */
const KPIS: Readonly<Record<string, { readonly title: Text; readonly unit: string }>> = {
  revenue_won: { title: { en: 'Won value', fa: 'ارزش معامله‌های برنده' }, unit: 'money' },
  won_deals: { title: { en: 'Won deals', fa: 'معامله‌های برنده' }, unit: 'count' },
};
const INTERVAL: Sentence<string> = { en: (level) => [`${level} interval`], fa: (level) => [`بازه‌ی ${level}`] };

interface Said {
  readonly whose: Words;
  readonly period: Words;
  readonly expected: Words;
  readonly target: Words;
  readonly chance: string | null;
  readonly needed: Words | null;
}
const LINE: Sentence<Said> = {
  en: ({ whose, period, expected, target, chance, needed }) =>
    say`${whose} in ${period}: ${expected} expected of ${target}${
      chance === null ? '' : `; the chance to reach it is ${chance}`
    }${needed === null ? [] : say`, ${needed} is missing`}.`,
  fa: ({ whose, period, expected, target, chance, needed }) =>
    say`${whose} در ${period}: ${expected} مورد انتظار از ${target}${
      chance === null ? '' : `؛ احتمال رسیدن به آن ${chance} است`
    }${needed === null ? [] : say`، ${needed} مانده`}.`,
};
const NOT: Sentence<{ whose: Words; why: Words }> = {
  en: ({ whose, why }) => say`${whose}: not forecast, ${why}.`,
  fa: ({ whose, why }) => say`${whose}: پیش‌بینی نشد، ${why}.`,
};

/** Null where no target or quota is set. */
export function pacingHtml({ forecast, kpis }: Report, page: Page): Html | null {
  const pacing = forecast?.pacing ?? [];
  if (pacing.length === 0) return null;
  const { lang, options } = page;
  const currency = forecast?.currency ?? null;
  const unitOf = ({ kpi }: Pacing): string =>
    kpi === null ? 'money' : (KPIS[kpi]?.unit ?? kpis.find(({ id }) => id === kpi)?.unit ?? 'money');
  const nameOf = ({ kpi, owner }: Pacing): Words =>
    kpi === null
      ? [owner === null || owner === '' ? WORDS.empty[lang] : given(owner)]
      : [KPIS[kpi]?.title[lang] ?? given(kpis.find(({ id }) => id === kpi)?.title ?? kpi)];
  const told = pacing.filter(({ reason }) => reason === null);
  const lines = told
    .filter(({ kpi }) => kpi !== null)
    .slice(0, MOST_SAID)
    .map((one) => {
      const measure = { unit: unitOf(one), currency };
      return LINE[lang]({
        whose: nameOf(one),
        period: [labelWords(one.period.label, options)],
        expected: valueWords(one.expected, measure, options),
        target: valueWords(one.target, measure, options),
        chance: one.probability === null ? null : shareText(one.probability, lang),
        needed: one.needed === null || one.needed === 0 ? null : valueWords(one.needed, measure, options),
      });
    });
  const whys = pacing.flatMap((one) =>
    one.reason === null ? [] : [NOT[lang]({ whose: nameOf(one), why: [reasonWords(one.reason, lang)] })],
  );
  const drawn = told.filter((one) => unitOf(one) === 'money' && one.expected !== null).slice(0, MOST_DRAWN);
  const listed = pacingTable(told, nameOf, unitOf, page);
  return html`<div class="ahead" id="${page.id('pacing')}">${
    drawn.length === 0 ? html`<h3>${WORDS.title[lang]}</h3>` : null
  }${lines.map((words) => html`<p>${page.words(words)}</p>`)}${
    drawn.length === 0 ? (told.length === 0 ? null : listed) : pacingFigure(drawn, nameOf, currency, listed, page)
  }${all(whys.slice(0, MOST_SAID).map((words) => html`<p class="note">${page.words(words)}</p>`))}</div>`;
}

const BARE = { unit: 'money', currency: null } as const;

function pacingFigure(
  drawn: readonly Pacing[],
  nameOf: (one: Pacing) => Words,
  currency: string | null,
  figures: Html,
  page: Page,
): Html {
  const { lang, options } = page;
  const rows = drawn.map((one): Bar => {
    const name = drawnName(nameOf(one));
    const chance = one.probability === null ? [] : say`  ${shareText(one.probability, lang)}`;
    const value = valueWords(one.expected, BARE, options);
    return {
      name,
      value: one.wonSoFar,
      reach: one.expected,
      previous: one.target,
      low: one.interval?.low ?? null,
      high: one.interval?.high ?? null,
      text: drawnText(say`${value}${chance}`, page),
      title: plainText(say`${name}: ${value} / ${valueWords(one.target, BARE, options)}`),
    };
  });
  const level = drawn.find(({ interval }) => interval !== null)?.interval?.level;
  const [first] = drawn;
  const period = first === undefined ? [] : say` · ${labelWords(first.period.label, options)}`;
  const money: Words = currency === null || currency === '' ? [] : say` · ${currencyWords(currency, lang)}`;
  return figure(
    {
      title: html`${WORDS.title[lang]}`,
      sub: html`<span class="key"></span>${WORDS.soFar[lang]} <span class="key soft"></span>${WORDS.expected[lang]} ${
        level === undefined
          ? null
          : html`<span class="key span"></span>${page.words(INTERVAL[lang](levelText(level, lang)))} `
      }<span class="key tick"></span>${WORDS.tick[lang]}${page.words([...period, ...money])}`,
      label: `${WORDS.title[lang]}: ${rows.map(({ title }) => title).join(semicolon(lang))}`,
      draw: bars(rows, 'money', page),
      figures,
    },
    page,
  );
}

function pacingTable(
  rows: readonly Pacing[],
  nameOf: (one: Pacing) => Words,
  unitOf: (one: Pacing) => string,
  page: Page,
): Html {
  const { lang, options } = page;
  const cellsOf = (one: Pacing): TableCell[] => {
    const measure = { unit: unitOf(one), currency: null };
    const value = (number: number | null): TableCell => ({
      html: number === null ? html`–` : page.words(valueWords(number, measure, options)),
      sort: number,
    });
    return [
      { html: data(plainText(nameOf(one))) },
      { html: page.words([labelWords(one.period.label, options)]), sort: one.period.start },
      value(one.target),
      value(one.wonSoFar),
      value(one.needed),
      value(one.expected),
      {
        html:
          one.interval === null
            ? NOTHING
            : page.words(rangeWords(one.interval.low, one.interval.high, measure, options)),
        sort: one.interval?.low ?? null,
        tone: 'dim',
      },
      { html: one.probability === null ? html`–` : html`${shareText(one.probability, lang)}`, sort: one.probability },
    ];
  };
  const number = (title: Text, wideOnly = false) => ({
    title: html`${title[lang]}`,
    kind: 'number' as const,
    wideOnly,
  });
  return table(
    {
      caption: WORDS.title[lang],
      columns: [
        { title: html`${WORDS.whose[lang]}`, kind: 'text' },
        { title: html`${WORDS.period[lang]}`, kind: 'text', wideOnly: true },
        number(WORDS.target),
        number(WORDS.soFarHead),
        number(WORDS.needed, true),
        number(WORDS.expectedHead),
        {
          title: html`${intervalHead(
            rows.map(({ interval }) => interval),
            lang,
          )}`,
          kind: 'number',
          wideOnly: true,
        },
        number(WORDS.chance),
      ],
      rows: rows.map(cellsOf),
      sortable: true,
      filterable: rows.length > 12,
    },
    page,
  );
}
