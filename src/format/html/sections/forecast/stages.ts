/** What of the open deals of each stage is expected to be won, whenever they close. */
import { countText, ratioText } from '../../../../locale/numbers.js';
import type { Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { type Sentence, say, type Words } from '../../../page.js';
import { currencyWords, semicolon, valueWords } from '../../../pages/figures.js';
import { hasSeveralPipelines, stageWords } from '../../../pages/stage-name.js';
import { figure } from '../../charts/figure.js';
import { type LaneRow, lanes } from '../../charts/lanes.js';
import { drawnName, drawnText } from '../../drawn-text.js';
import { data, type Html, html, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';

type Forecast = NonNullable<Report['forecast']>;
type Stage = Forecast['byStage'][number];

/** Stages drawn; the table has all. */
const MOST_STAGES = 14;

const WORDS = {
  title: {
    en: 'Open deals by stage, and what of them will be won',
    fa: 'معامله‌های باز به تفکیک مرحله، و آنچه برنده می‌شود',
  },
  expectedKey: { en: 'expected', fa: 'مورد انتظار' },
  ofAmount: { en: 'of the amount', fa: 'از مبلغ' },
  ofDeals: { en: 'of the deals', fa: 'از معامله‌ها' },
  stage: { en: 'Stage', fa: 'مرحله' },
  deals: { en: 'Deals', fa: 'معامله' },
  amount: { en: 'Amount', fa: 'مبلغ' },
  chance: { en: 'Will be won', fa: 'برنده می‌شود' },
  expected: { en: 'Expected', fa: 'مورد انتظار' },
} as const satisfies Record<string, Text>;
const DRAWN: Sentence<{ shown: string; all: string }> = {
  en: ({ shown, all }) => [`${shown} of ${all} stages are drawn; the table has all.`],
  fa: ({ shown, all }) => [`${shown} مرحله از ${all} رسم شده؛ جدول همه را دارد.`],
};

const BARE = { unit: 'money', currency: null } as const;

/** Null without open deals in stages. */
export function stagesFigure({ byStage, currency, unit }: Forecast, page: Page): Html | null {
  if (byStage.length === 0) return null;
  const { lang, options } = page;
  const several = hasSeveralPipelines(byStage);
  const priced = unit === 'money' && byStage.some(({ amount, expected }) => amount !== null && expected !== null);
  const shown = byStage.slice(0, MOST_STAGES);
  const rows = shown.map((stage): LaneRow => {
    const { n, amount, pWin, expected } = stage;
    const chance = pWin === null ? [] : say`  ${ratioText(pWin, lang)}`;
    const [value, of] = priced ? [expected ?? 0, amount ?? 0] : [(pWin ?? 0) * n, n];
    const said: Words = priced ? valueWords(expected, BARE, options) : [countText((pWin ?? 0) * n, lang)];
    return {
      name: drawnName(stageWords(stage, several, options)),
      lanes: [{ value, of, fill: 'mark', text: drawnText(say`${said}${chance}`, page) }],
    };
  });
  const cut = { shown: countText(shown.length, lang), all: countText(byStage.length, lang) };
  const money =
    priced && currency !== null && currency !== '' ? html` · ${page.words([currencyWords(currency, lang)])}` : null;
  return figure(
    {
      id: page.id('forecast-stages'),
      title: html`${WORDS.title[lang]}`,
      sub: html`<span class="key"></span>${WORDS.expectedKey[lang]} <span class="key grid"></span>${
        WORDS[priced ? 'ofAmount' : 'ofDeals'][lang]
      }${money}`,
      label: `${WORDS.title[lang]}: ${rows.map(({ name, lanes: [lane] }) => `${name} ${lane?.text ?? ''}`).join(semicolon(lang))}`,
      draw: lanes(rows, page),
      figures: stageTable(byStage, several, page),
      note: shown.length < byStage.length ? page.words(DRAWN[lang](cut)) : null,
    },
    page,
  );
}

function stageTable(stages: readonly Stage[], several: boolean, page: Page): Html {
  const { lang, options } = page;
  const money = (value: number | null): TableCell => ({
    html: value === null ? html`–` : page.words(valueWords(value, BARE, options)),
    sort: value,
  });
  const rows = stages.map((stage): TableCell[] => [
    { html: data(plainText(stageWords(stage, several, options))) },
    { html: html`${countText(stage.n, lang)}`, sort: stage.n },
    money(stage.amount),
    { html: stage.pWin === null ? html`–` : html`${ratioText(stage.pWin, lang)}`, sort: stage.pWin },
    money(stage.expected),
  ]);
  const number = (title: Text) => ({ title: html`${title[lang]}`, kind: 'number' as const });
  const columns = [
    { title: html`${WORDS.stage[lang]}`, kind: 'text' as const },
    number(WORDS.deals),
    number(WORDS.amount),
    number(WORDS.chance),
    number(WORDS.expected),
  ];
  return table({ caption: WORDS.title[lang], columns, rows, sortable: true }, page);
}
