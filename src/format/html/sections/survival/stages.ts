/** How long deals stay in each stage: half of the stays, with the interval. */
import { countText, daysText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import type { Sentence } from '../../../page.js';
import { semicolon } from '../../../pages/figures.js';
import { endsWords, intervalHead } from '../../../pages/interval-words.js';
import { hasSeveralPipelines, stageWords } from '../../../pages/stage-name.js';
import { type Dot, dots } from '../../charts/dots.js';
import { figure } from '../../charts/figure.js';
import { drawnName, drawnText } from '../../drawn-text.js';
import { type Html, html, NOTHING, nameText, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';

type Survival = NonNullable<Report['survival']>;
type Stage = NonNullable<Survival['stageTimes']>[number];

/** Stages drawn; the table has all. */
const MOST_STAGES = 14;

const WORDS = {
  title: { en: 'Days in a stage, median', fa: 'روزهای ماندن در مرحله، میانه' },
  sub: {
    en: 'half of the stays are over by then; stays that go on count as not over yet; line: interval',
    fa: 'تا آن روز نیمی از ماندن‌ها پایان یافته؛ آن‌هایی که ادامه دارند هنوز پایان‌نیافته به حساب می‌آیند؛ خط: بازه',
  },
  stage: { en: 'Stage', fa: 'مرحله' },
  stays: { en: 'Stays', fa: 'ماندن' },
  ended: { en: 'Over', fa: 'پایان‌یافته' },
  median: { en: 'Median', fa: 'میانه' },
  p75: { en: 'Three of four', fa: 'سه‌چهارم' },
  open: { en: 'over half go on', fa: 'بیش از نیمی ادامه دارد' },
} as const satisfies Record<string, Text>;
const DRAWN: Sentence<{ shown: string; all: string }> = {
  en: ({ shown, all }) => [`${shown} of ${all} stages are drawn; the table has all.`],
  fa: ({ shown, all }) => [`${shown} مرحله از ${all} رسم شده؛ جدول همه را دارد.`],
};

/** Null where no file tells when deals entered their stages. */
export function stageFigure({ stageTimes }: Survival, page: Page): Html | null {
  if (stageTimes === null || stageTimes.length === 0) return null;
  const { lang, options } = page;
  const several = hasSeveralPipelines(stageTimes);
  const textOf = ({ median }: Stage): string => (median === null ? WORDS.open[lang] : daysText(median, lang));
  const rows = stageTimes.slice(0, MOST_STAGES).map((stage): Dot => {
    const name = drawnName(stageWords(stage, several, options));
    const { median, interval } = stage;
    return {
      name,
      value: median,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      text: drawnText([textOf(stage)], page),
      title: `${name}: ${textOf(stage)}`,
    };
  });
  const cut = { shown: countText(rows.length, lang), all: countText(stageTimes.length, lang) };
  return figure(
    {
      id: page.id('stage-times'),
      title: html`${WORDS.title[lang]}`,
      sub: html`${WORDS.sub[lang]}`,
      label: `${WORDS.title[lang]}: ${rows.map(({ title }) => title).join(semicolon(lang))}`,
      draw: dots(rows, { unit: 'days', all: null }, page),
      figures: stageTable(stageTimes, several, page),
      note: rows.length < stageTimes.length ? page.words(DRAWN[lang](cut)) : null,
    },
    page,
  );
}

function stageTable(stages: readonly Stage[], several: boolean, page: Page): Html {
  const { lang, options } = page;
  const days = (value: number | null): TableCell => ({
    html: value === null ? html`–` : html`${daysText(value, lang)}`,
    sort: value,
  });
  const rows = stages.map((stage): TableCell[] => [
    { html: html`<bdi>${nameText(plainText(stageWords(stage, several, options)))}</bdi>` },
    { html: html`${countText(stage.n, lang)}`, sort: stage.n },
    { html: html`${countText(stage.ended, lang)}`, sort: stage.ended },
    days(stage.median),
    {
      html:
        stage.interval === null
          ? NOTHING
          : page.words(endsWords(stage.interval.low, stage.interval.high, 'days', options)),
      sort: stage.interval?.low ?? null,
      tone: 'dim',
    },
    days(stage.p75),
  ]);
  const number = (title: Text) => ({ title: html`${title[lang]}`, kind: 'number' as const });
  return table(
    {
      caption: WORDS.title[lang],
      columns: [
        { title: html`${WORDS.stage[lang]}`, kind: 'text' },
        number(WORDS.stays),
        { ...number(WORDS.ended), wideOnly: true },
        number(WORDS.median),
        {
          title: html`${intervalHead(
            stages.map(({ interval }) => interval),
            lang,
          )}`,
          kind: 'number',
          wideOnly: true,
        },
        number(WORDS.p75),
      ],
      rows,
      sortable: true,
    },
    page,
  );
}
