/** Whether chances came true: those of the model, and those that the file itself has. */
import { shareText } from '../../../../locale/compact.js';
import { countText, decimalText, ratioText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import type { Sentence } from '../../../page.js';
import { semicolon } from '../../../pages/figures.js';
import { methodWords } from '../../../pages/forecast-methods.js';
import { endsWords, intervalHead } from '../../../pages/interval-words.js';
import { type Chance, calibration } from '../../charts/calibration.js';
import { figure } from '../../charts/figure.js';
import { type Html, html, NOTHING, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, type TableRow, table } from '../../table.js';

type Forecast = NonNullable<Report['forecast']>;
type Band = Forecast['backtest']['calibration'][number];

const WORDS = {
  title: { en: 'Chances said, and what came of them', fa: 'احتمال‌های گفته‌شده، و آنچه شد' },
  axes: {
    en: 'across: chance of winning; up: share that was won; dotted: both alike; line: interval',
    fa: 'افقی: احتمال برد؛ عمودی: سهمی که برنده شد؛ خط‌چین: هر دو برابر؛ خط: بازه',
  },
  chance: { en: 'Chance', fa: 'احتمال' },
  deals: { en: 'Deals', fa: 'معامله' },
  predicted: { en: 'Said', fa: 'گفته‌شده' },
  won: { en: 'Won', fa: 'برنده' },
} as const satisfies Record<string, Text>;
const POINT: Sentence<{ said: string; won: string; n: string }> = {
  en: ({ said, won, n }) => [`said ${said}, won ${won} of ${n}`],
  fa: ({ said, won, n }) => [`گفته‌شده ${said}، برنده ${won} از ${n}`],
};
const BRIER: Sentence<{ model: string; crm: string | null }> = {
  en: ({ model, crm }) => [
    `Brier score ${model}${crm === null ? '' : `, of the probabilities of the file ${crm}`}; 0 is best, 0.25 is what saying 50 % everywhere gets.`,
  ],
  fa: ({ model, crm }) => [
    `نمره‌ی بریر ${model}${crm === null ? '' : `، احتمال‌های فایل ${crm}`}؛ ۰ بهترین است و ۰٫۲۵ نمره‌ی کسی که همیشه ۵۰٪ بگوید.`,
  ],
};

/** Null where no chance was scored. */
export function calibrationFigure({ backtest, crm }: Forecast, page: Page): Html | null {
  const bands = backtest.calibration;
  const others = crm?.calibration ?? [];
  if (bands.length + others.length === 0) return null;
  const { lang, options } = page;
  const chances = [
    ...bands.map((band) => chanceOf(band, false, page)),
    ...others.map((band) => chanceOf(band, true, page)),
  ];
  const score = (value: number): string => decimalText(value, 3, lang);
  const note =
    backtest.brier === null
      ? null
      : page.words(
          BRIER[lang]({
            model: score(backtest.brier),
            crm: crm === null || crm.brier === null ? null : score(crm.brier),
          }),
        );
  const keys =
    others.length === 0
      ? null
      : html`<br><span class="key dot"></span>${page.words([methodWords('model', options)])} <span class="key ring"></span>${page.words([methodWords('crm', options)])}`;
  return figure(
    {
      id: page.id('forecast-calibration'),
      title: html`${WORDS.title[lang]}`,
      sub: html`${WORDS.axes[lang]}${keys}`,
      label: `${WORDS.title[lang]}: ${chances.map(({ title }) => title).join(semicolon(lang))}`,
      draw: calibration(chances, page),
      figures: bandTable(bands, others, page),
      note,
    },
    page,
  );
}

function chanceOf({ predicted, won, n, interval }: Band, other: boolean, { lang }: Page): Chance {
  return {
    predicted,
    won,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    other,
    title: plainText(
      POINT[lang]({ said: shareText(predicted, lang), won: shareText(won, lang), n: countText(n, lang) }),
    ),
  };
}

function bandTable(bands: readonly Band[], others: readonly Band[], page: Page): Html {
  const { lang, options } = page;
  const cellsOf = ({ from, to, n, predicted, won, interval }: Band): TableCell[] => [
    { html: page.words(endsWords(from, to, 'ratio', options)) },
    { html: html`${countText(n, lang)}` },
    { html: html`${ratioText(predicted, lang)}` },
    { html: html`${ratioText(won, lang)}` },
    {
      html: interval === null ? NOTHING : page.words(endsWords(interval.low, interval.high, 'ratio', options)),
      tone: 'dim',
    },
  ];
  const rows: TableRow[] =
    others.length === 0
      ? bands.map(cellsOf)
      : [
          { group: page.words([methodWords('model', options)]) },
          ...bands.map(cellsOf),
          { group: page.words([methodWords('crm', options)]) },
          ...others.map(cellsOf),
        ];
  const number = (title: Text) => ({ title: html`${title[lang]}`, kind: 'number' as const });
  return table(
    {
      caption: WORDS.title[lang],
      columns: [
        { title: html`${WORDS.chance[lang]}`, kind: 'text' },
        number(WORDS.deals),
        number(WORDS.predicted),
        number(WORDS.won),
        {
          title: html`${intervalHead(
            [...bands, ...others].map(({ interval }) => interval),
            lang,
          )}`,
          kind: 'number',
        },
      ],
      rows,
    },
    page,
  );
}
