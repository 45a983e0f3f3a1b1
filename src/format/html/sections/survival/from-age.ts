/** What becomes of the deals that are still open at an age, in all and in each stage: a table as deep as the chances. */
import { countText, daysText, ratioText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import type { Sentence } from '../../../page.js';
import { endsWords, intervalHead } from '../../../pages/interval-words.js';
import { hasSeveralPipelines, stageWords } from '../../../pages/stage-name.js';
import { type Html, html, NOTHING, nameText, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, type TableRow, table } from '../../table.js';
import { barePercent, heatOf } from '../heat.js';

type Survival = NonNullable<Report['survival']>;
type Row = Survival['winFromAge'][number];
type Point = Row['points'][number];

/** More columns cannot be read, more rows are a file. */
const MOST_AGES = 9;
const MOST_ROWS = 20;

const WORDS = {
  title: {
    en: 'Chance of winning, of deals still open at an age',
    fa: 'احتمال برد معامله‌هایی که در این سن هنوز بازند',
  },
  stage: { en: 'Stage', fa: 'مرحله' },
  age: { en: 'Age in days', fa: 'سن به روز' },
  n: { en: 'Deals', fa: 'معامله' },
  win: { en: 'Won, of them', fa: 'برنده، از آن‌ها' },
  lost: { en: 'Lost, of them', fa: 'ازدست‌رفته، از آن‌ها' },
  rest: { en: 'Days to close, half of them', fa: 'روز تا بسته شدن نیمی' },
  none: { en: '· too few deals were open at that age', fa: '· در آن سن معامله‌ی باز کم بود' },
  figures: { en: 'Figures', fa: 'عددها' },
} as const satisfies Record<string, Text>;
const READS: { readonly [L in Lang]: (stages: boolean) => string } = {
  en: (stages) =>
    `per cent; columns: days from creation${stages ? ', in a stage from entering it' : ''}; read along a row: what waiting does`,
  fa: (stages) =>
    `درصد؛ ستون‌ها: روز از ایجاد${stages ? '، در هر مرحله از ورود به آن' : ''}؛ هر سطر می‌گوید انتظار چه می‌کند`,
};
const CUT: Sentence<{ shown: string; all: string }> = {
  en: ({ shown, all }) => [`${shown} of ${all} rows; JSON has all.`],
  fa: ({ shown, all }) => [`${shown} سطر از ${all}؛ JSON همه را دارد.`],
};

export function fromAgeHtml({ winFromAge }: Survival, page: Page): Html | null {
  const known = winFromAge.filter(({ points }) => points.some(({ pWin }) => pWin !== null));
  if (known.length === 0) return null;
  const { lang, options } = page;
  const shown = known.slice(0, MOST_ROWS);
  const several = hasSeveralPipelines(known);
  const nameOf = (row: Row): string => nameText(plainText(stageWords(row, several, options)));
  const ages = thinned([...new Set(shown.flatMap(({ points }) => points.map(({ age }) => age)))].sort((a, b) => a - b));
  const cells = shown.map((row) => ages.map((age) => row.points.find((point) => point.age === age) ?? null));
  const body = shown.map((row, index): TableCell[] => [
    { html: html`<bdi>${nameOf(row)}</bdi>` },
    ...(cells[index] ?? []).map((point): TableCell => {
      const chance = point?.pWin ?? null;
      return chance === null
        ? { html: html`·`, tone: 'dim' }
        : { html: html`${barePercent(chance, lang)}`, heat: heatOf(chance) };
    }),
  ]);
  const columns = [
    { title: html`${WORDS.stage[lang]}`, kind: 'text' as const },
    ...ages.map((age) => ({ title: html`${countText(age, lang)}`, kind: 'number' as const })),
  ];
  const holes = cells.some((row) => row.some((point) => (point?.pWin ?? null) === null));
  const heat = table({ caption: WORDS.title[lang], columns, rows: body, heated: true }, page);
  return html`<div id="${page.id('from-age')}"><h3>${WORDS.title[lang]}</h3><p class="sub">${READS[lang](
    shown.some(({ stage }) => stage !== null),
  )}</p>${heat}${holes ? html`<p class="note">${WORDS.none[lang]}</p>` : null}${
    shown.length < known.length
      ? html`<p class="note">${page.words(
          CUT[lang]({ shown: countText(shown.length, lang), all: countText(known.length, lang) }),
        )}</p>`
      : null
  }<details><summary>${WORDS.figures[lang]}</summary>${figures(shown, nameOf, page)}</details></div>`;
}

/** Evenly among them, the first and the last kept. */
function thinned(ages: readonly number[]): number[] {
  if (ages.length <= MOST_AGES) return [...ages];
  const step = (ages.length - 1) / (MOST_AGES - 1);
  return Array.from({ length: MOST_AGES }, (_, index) => ages[Math.round(index * step)] ?? 0);
}

function figures(shown: readonly Row[], nameOf: (row: Row) => string, page: Page): Html {
  const { lang, options } = page;
  const share = (value: number | null): TableCell => ({
    html: value === null ? html`–` : html`${ratioText(value, lang)}`,
  });
  const cellsOf = (point: Point): TableCell[] => [
    { html: html`${countText(point.age, lang)}` },
    { html: html`${countText(point.n, lang)}` },
    share(point.pWin),
    {
      html:
        point.interval === null
          ? NOTHING
          : page.words(endsWords(point.interval.low, point.interval.high, 'ratio', options)),
      tone: 'dim',
    },
    share(point.pLost),
    { html: point.medianRest === null ? html`–` : html`${daysText(point.medianRest, lang)}` },
  ];
  const number = (title: Text, wideOnly = false) => ({
    title: html`${title[lang]}`,
    kind: 'number' as const,
    wideOnly,
  });
  const intervals = shown.flatMap(({ points }) => points.map(({ interval }) => interval));
  return table(
    {
      caption: `${WORDS.title[lang]}: ${WORDS.figures[lang]}`,
      columns: [
        { title: html`${WORDS.age[lang]}`, kind: 'text' },
        number(WORDS.n),
        number(WORDS.win),
        { title: html`${intervalHead(intervals, lang)}`, kind: 'number', wideOnly: true },
        number(WORDS.lost, true),
        number(WORDS.rest),
      ],
      rows: shown.flatMap((row): TableRow[] => [
        { group: html`<bdi>${nameOf(row)}</bdi>` },
        ...row.points.map((point) => cellsOf(point)),
      ]),
    },
    page,
  );
}
