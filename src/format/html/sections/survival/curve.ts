/** What had become of deals by each age. */
import { shareText } from '../../../../locale/compact.js';
import { countText, daysText, ratioText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import type { Sentence } from '../../../page.js';
import { endsWords, intervalHead } from '../../../pages/interval-words.js';
import { type Curve, curves } from '../../charts/curves.js';
import { figure } from '../../charts/figure.js';
import { drawnText } from '../../drawn-text.js';
import { type Html, html, NOTHING, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';

type Survival = NonNullable<Report['survival']>;
type Point = Survival['curve'][number];

const WORDS = {
  title: { en: 'What had become of deals by an age', fa: 'سرنوشت معامله‌ها در هر سن' },
  won: { en: 'won', fa: 'برنده' },
  lost: { en: 'lost', fa: 'ازدست‌رفته' },
  open: { en: 'still open', fa: 'هنوز باز' },
  day: { en: 'Days from creation', fa: 'روز از ایجاد' },
  wonHead: { en: 'Won', fa: 'برنده' },
  lostHead: { en: 'Lost', fa: 'ازدست‌رفته' },
  openHead: { en: 'Open', fa: 'باز' },
  atRisk: { en: 'Open just before', fa: 'باز تا پیش از آن' },
} as const satisfies Record<string, Text>;

const SUB: { readonly [L in Lang]: (banded: boolean) => string } = {
  en: (banded) => `share of all deals, by days from creation${banded ? '; bands: intervals' : ''}`,
  fa: (banded) => `سهم از همه‌ی معامله‌ها، بر پایه‌ی روز از ایجاد${banded ? '؛ نوارها: بازه‌ها' : ''}`,
};
const LABEL: Sentence<{ day: string; won: string; lost: string; open: string }> = {
  en: ({ day, won, lost, open }) => [`${day} after creation ${won} of the deals are won, ${lost} lost, ${open} open`],
  fa: ({ day, won, lost, open }) => [`${day} پس از ایجاد ${won} معامله‌ها برنده، ${lost} ازدست‌رفته و ${open} باز است`],
};

/** Null where there is no point. */
export function curveFigure({ curve }: Survival, page: Page): Html | null {
  const last = curve.at(-1);
  if (last === undefined) return null;
  const { lang } = page;
  const name = (text: Text): string => drawnText([text[lang]], page);
  const lines: Curve[] = [
    {
      name: name(WORDS.won),
      tone: 'accent',
      points: curve.map(({ day, won, wonInterval }) => ({ at: day, value: won, ...ends(wonInterval) })),
    },
    { name: name(WORDS.lost), tone: 'bad', points: curve.map(({ day, lost }) => ({ at: day, value: lost })) },
    {
      name: name(WORDS.open),
      tone: 'ink-3',
      points: curve.map(({ day, open, openInterval }) => ({ at: day, value: open, ...ends(openInterval) })),
    },
  ];
  const banded = curve.some(({ wonInterval, openInterval }) => wonInterval !== null || openInterval !== null);
  const share = (value: number): string => shareText(value, lang);
  return figure(
    {
      id: page.id('curve'),
      title: html`${WORDS.title[lang]}`,
      sub: html`${SUB[lang](banded)}`,
      label: plainText(
        LABEL[lang]({
          day: daysText(last.day, lang),
          won: share(last.won),
          lost: share(last.lost),
          open: share(last.open),
        }),
      ),
      draw: curves(lines, {}, page),
      figures: curveTable(curve, page),
    },
    page,
  );
}

function ends(interval: Point['wonInterval']): { low: number | null; high: number | null } {
  return { low: interval?.low ?? null, high: interval?.high ?? null };
}

function curveTable(curve: readonly Point[], page: Page): Html {
  const { lang, options } = page;
  const number = (title: string, wideOnly = false) => ({ title: html`${title}`, kind: 'number' as const, wideOnly });
  const range = (interval: Point['wonInterval']): TableCell => ({
    html: interval === null ? NOTHING : page.words(endsWords(interval.low, interval.high, 'ratio', options)),
    tone: 'dim',
  });
  const rows = curve.map((point): TableCell[] => [
    { html: html`${countText(point.day, lang)}` },
    { html: html`${countText(point.atRisk, lang)}` },
    { html: html`${ratioText(point.won, lang)}` },
    range(point.wonInterval),
    { html: html`${ratioText(point.lost, lang)}` },
    { html: html`${ratioText(point.open, lang)}` },
    range(point.openInterval),
  ]);
  const head = (word: Text, intervals: readonly Point['wonInterval'][]) => ({
    title: html`${intervalHead(intervals, lang)}<span class="vh">, ${word[lang]}</span>`,
    kind: 'number' as const,
    wideOnly: true,
  });
  return table(
    {
      caption: WORDS.title[lang],
      columns: [
        { title: html`${WORDS.day[lang]}`, kind: 'text' },
        number(WORDS.atRisk[lang]),
        number(WORDS.wonHead[lang]),
        head(
          WORDS.wonHead,
          curve.map(({ wonInterval }) => wonInterval),
        ),
        number(WORDS.lostHead[lang]),
        number(WORDS.openHead[lang]),
        head(
          WORDS.openHead,
          curve.map(({ openInterval }) => openInterval),
        ),
      ],
      rows,
    },
    page,
  );
}
