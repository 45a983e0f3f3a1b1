/** Customers by first purchase: a row of the shares that bought again, each cell as deep as its share. */

import { countText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { code, join, type Sentence, say, type Words } from '../../page.js';
import type { Cut } from '../../pages/cut.js';
import { comma, pointWords, semicolon } from '../../pages/figures.js';
import { leftOutWords } from '../../pages/left-out.js';
import { all, type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import { type TableCell, table } from '../table.js';
import { conversionHtml } from './conversion.js';
import type { SectionHtml } from './definition.js';
import { barePercent, heatOf } from './heat.js';

type Cohorts = NonNullable<Report['cohorts']>;
type Row = Cohorts['rows'][number];

const MOST_PERIODS = 12;
/** The newest cohorts. */
const MOST_ROWS = 12;

const WORDS = {
  title: { en: 'Customers by first purchase', fa: 'مشتریان بر پایه‌ی نخستین خرید' },
  period: { en: 'First purchase', fa: 'نخستین خرید' },
  size: { en: 'Customers', fa: 'مشتریان' },
  unfinished: { en: '‡ of a period that is not over', fa: '‡ از دوره‌ای که پایان نیافته' },
  ahead: { en: '· lies after the data', fa: '· پس از داده‌ها' },
  none: {
    en: 'Not computed: no customer of these files has been known for a whole later period.',
    fa: 'محاسبه نشد: هیچ مشتری این فایل‌ها یک دوره‌ی کامل بعدی را پشت سر نگذاشته است.',
  },
} as const satisfies Record<string, Text>;

const GRAINS: Readonly<Record<string, { readonly [L in Lang]: string }>> = {
  month: { en: 'months', fa: 'ماه' },
  quarter: { en: 'quarters', fa: 'فصل' },
  year: { en: 'years', fa: 'سال' },
};
const READS: Sentence<string> = {
  en: (grain) => [`per cent of them that bought again so many ${grain} later; read down a column: equal age`],
  fa: (grain) => [`درصد آن‌ها که پس از این شمار ${grain} باز خریدند؛ هر ستون هم‌سن است`],
};
const TOO_YOUNG: Sentence<Words> = {
  en: (labels) => say`Left out, since the files cannot have seen them buy again yet: ${labels}.`,
  fa: (labels) => say`کنار گذاشته، چون فایل‌ها هنوز نمی‌توانند خرید مجدد آن‌ها را دیده باشند: ${labels}.`,
};
const ROWS: Sentence<Cut> = {
  en: ({ shown, all }) => say`The newest ${shown} of ${all} rows; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} سطر تازه‌تر از ${all}؛ ${code('--format json')} همه را دارد.`,
};
const PERIODS: Sentence<Cut> = {
  en: ({ shown, all }) => say`The first ${shown} of ${all} periods after it; ${code('--format json')} has all.`,
  fa: ({ shown, all }) => say`${shown} دوره‌ی نخست از ${all}؛ ${code('--format json')} همه را دارد.`,
};

/** Periods after the first that the files know of a row. */
function knownPeriods({ retained }: Row): number {
  return retained.findLastIndex((share) => share !== null);
}

/** Deals by the period of their creation, then customers by that of their first purchase. */
export const cohortsHtml: SectionHtml = ({ cohorts, conversion }, page) => {
  const customers = cohorts === null || cohorts.rows.length === 0 ? null : customersHtml(cohorts, page);
  // What points to the section means the customers, where it has any.
  const id = page.id(customers === null ? 'cohorts' : 'conversion');
  const parts = [conversion === null ? null : conversionHtml(conversion, id, page), customers].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? null : all(parts);
};

function customersHtml(cohorts: Cohorts, page: Page): Html {
  const { lang } = page;
  const seen = cohorts.rows.filter((row) => knownPeriods(row) > 0);
  const id = page.id('cohorts');
  if (seen.length === 0) {
    return html`<div id="${id}"><h3>${WORDS.title[lang]}</h3><p class="sub">${WORDS.none[lang]}</p></div>`;
  }
  const grain = GRAINS[cohorts.grain]?.[lang] ?? cohorts.grain;
  return html`<div id="${id}"><h3>${WORDS.title[lang]}</h3><p class="sub">${page.words(READS[lang](grain))}</p>${heatTable(
    cohorts,
    seen.slice(-MOST_ROWS),
    page,
  )}${notes(cohorts, seen, page).map((note) => html`<p class="note">${page.words(note)}</p>`)}</div>`;
}

function heatTable(cohorts: Cohorts, rows: readonly Row[], page: Page): Html {
  const { lang, options } = page;
  const periods = Math.min(Math.max(...rows.map(knownPeriods)), MOST_PERIODS);
  // The first share is of the period of the purchase itself, so it is always all of them.
  const later = Array.from({ length: periods }, (_, index) => index + 1);
  const columns = [
    { title: html`${WORDS.period[lang]}`, kind: 'text' as const },
    { title: html`${WORDS.size[lang]}`, kind: 'number' as const },
    ...later.map((at) => ({ title: html`+${countText(at, lang)}`, kind: 'number' as const })),
  ];
  const body = rows.map((row): TableCell[] => [
    { html: page.words([pointWords(row, options)]) },
    { html: html`${countText(row.size, lang)}` },
    ...later.map((at): TableCell => {
      const share = row.retained[at] ?? null;
      if (share === null) return { html: html`·`, tone: 'dim' };
      const mark = cohorts.partial && at === knownPeriods(row) ? '‡' : '';
      return { html: html`${barePercent(share, lang)}${mark}`, heat: heatOf(share) };
    }),
  ]);
  return table({ caption: WORDS.title[lang], columns, rows: body, heated: true }, page);
}

function* notesOf({ rows, partial, excluded }: Cohorts, seen: readonly Row[], page: Page): Generator<Words> {
  const { lang, options } = page;
  const shown = seen.slice(-MOST_ROWS);
  const known = shown.map(knownPeriods);
  const most = Math.max(...known);
  const marks = [
    ...(known.some((own) => own < Math.min(most, MOST_PERIODS)) ? [[WORDS.ahead[lang]]] : []),
    ...(partial ? [[WORDS.unfinished[lang]]] : []),
  ];
  if (marks.length > 0) yield join(marks, semicolon(lang));
  const cut = (part: number, all: number): Cut => ({ shown: countText(part, lang), all: countText(all, lang) });
  if (shown.length < seen.length) yield ROWS[lang](cut(shown.length, seen.length));
  if (most > MOST_PERIODS) yield PERIODS[lang](cut(MOST_PERIODS, most));
  const young = rows.filter((row) => knownPeriods(row) < 1).map((row): Words => [pointWords(row, options)]);
  if (young.length > 0) yield TOO_YOUNG[lang](join(young, comma(lang)));
  const left = leftOutWords(excluded, lang);
  if (left !== null) yield left;
}

function notes(cohorts: Cohorts, seen: readonly Row[], page: Page): Words[] {
  return [...notesOf(cohorts, seen, page)];
}
