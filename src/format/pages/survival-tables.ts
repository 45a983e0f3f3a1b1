/** The curve of what becomes of deals, what becomes of those open at an age, and how long stages take. */
import { countText, daysText, NOT_AVAILABLE, ratioText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Block, cell, DROP, data, type PageOptions, type Row, say, type Words } from '../page.js';
import { daysRange, numbers, shareRange } from './survival-cells.js';

type Survival = NonNullable<Report['survival']>;

const WORDS = {
  age: { en: 'Age', fa: 'سن' },
  atRisk: { en: 'Deals', fa: 'معامله' },
  won: { en: 'Won', fa: 'برنده' },
  lost: { en: 'Lost', fa: 'ازدست‌رفته' },
  open: { en: 'Still open', fa: 'هنوز باز' },
  interval: { en: '95 %', fa: '۹۵٪' },
  deals: { en: 'Deals', fa: 'معامله' },
  comesToWon: { en: 'Comes to be won', fa: 'سرانجام برنده' },
  comesToLost: { en: 'Lost', fa: 'ازدست‌رفته' },
  rest: { en: 'Half closed after', fa: 'نیمی بسته پس از' },
  stage: { en: 'Stage', fa: 'مرحله' },
  stays: { en: 'Stays', fa: 'ماندن' },
  ended: { en: 'Ended', fa: 'پایان‌یافته' },
  median: { en: 'Median', fa: 'میانه' },
  p75: { en: 'Three of four within', fa: 'سه‌چهارم تا' },
  all: { en: 'All deals, since creation', fa: 'همه‌ی معامله‌ها، از ایجاد' },
  curveSays: {
    en: 'Share won, lost and still open by each age; Deals: known to be open just before it. Open deals count as not closed up to their age.',
    fa: 'سهم برنده، ازدست‌رفته و هنوز باز تا هر سن؛ معامله: آن‌هایی که می‌دانیم درست پیش از آن باز بودند. معامله‌های باز تا سن خود بسته‌نشده به شمار می‌آیند.',
  },
  ageSays: {
    en: 'Of the deals open for longer than an age (in a stage: longer in it): what share comes to be won, what share lost, and after how many more days half of them have closed. The rest stays open as far as the data shows.',
    fa: 'از معامله‌هایی که بیش از یک سن باز بوده‌اند (در مرحله: بیش از آن در مرحله): چه سهمی سرانجام برنده می‌شود، چه سهمی از دست می‌رود، و پس از چند روز دیگر نیمی از آن‌ها بسته شده‌اند. باقی تا جایی که داده‌ها نشان می‌دهد باز می‌ماند.',
  },
  staysSay: {
    en: 'Days in a stage; stays that go on count as not ended yet.',
    fa: 'روزهای ماندن در مرحله؛ ماندن‌هایی که ادامه دارند پایان‌نیافته به شمار می‌آیند.',
  },
} as const satisfies Record<string, Text>;

/** Rows of the curve that are read; the document has more of its points. */
const MOST_ROWS = 12;

/** The points from where something happens to where nothing more does, and the last one, a dozen at most. */
function readPoints(curve: Survival['curve']): Survival['curve'] {
  const last = curve[curve.length - 1];
  if (last === undefined) return [];
  const settled = curve.findIndex(({ open }) => open === last.open);
  const first = curve.findIndex(({ open }) => open < 1);
  const moving = curve.slice(Math.max(0, first - 1), settled + 1);
  const stride = Math.ceil(moving.length / MOST_ROWS);
  const shown = moving.filter((_, at) => at % stride === 0 || at === moving.length - 1);
  return shown.includes(last) ? shown : [...shown, last];
}

/** Won, lost and still open by age. */
export function* curveBlocks({ curve }: Survival, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  const points = readPoints(curve);
  if (points.length === 0) return;
  yield {
    kind: 'table',
    columns: [
      numbers(WORDS.age, lang),
      numbers(WORDS.atRisk, lang, DROP.n),
      numbers(WORDS.won, lang),
      numbers(WORDS.interval, lang, DROP.interval),
      numbers(WORDS.lost, lang),
      numbers(WORDS.open, lang),
      { title: [], align: 'left', drop: DROP.bar },
    ],
    rows: points.map(({ day, atRisk, won, wonInterval, lost, open }) => ({
      kind: 'cells',
      cells: [
        cell(daysText(day, lang)),
        cell(countText(atRisk, lang)),
        cell(ratioText(won, lang)),
        cell(shareRange(wonInterval, options)),
        cell(ratioText(lost, lang)),
        cell(ratioText(open, lang)),
        { ...cell(''), bar: open },
      ],
    })),
  };
  yield { kind: 'aside', words: [WORDS.curveSays[lang]] };
}

/** P(won | open at an age): of all deals, then by stage. */
export function* ageBlocks({ winFromAge }: Survival, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  const parts = winFromAge.filter(({ points }) => points.length > 0);
  if (parts.length === 0) return;
  const several = parts.length > 1;
  yield {
    kind: 'table',
    columns: [
      numbers(WORDS.age, lang),
      numbers(WORDS.deals, lang, DROP.n),
      numbers(WORDS.comesToWon, lang),
      numbers(WORDS.interval, lang, DROP.interval),
      numbers(WORDS.comesToLost, lang, DROP.figure),
      numbers(WORDS.rest, lang),
    ],
    rows: parts.flatMap(({ pipeline, stage, points }): Row[] => [
      ...(several ? [{ kind: 'section', words: stageWords(pipeline, stage, lang) } as const] : []),
      ...points.map(
        ({ age, n, pWin, interval, pLost, medianRest }): Row => ({
          kind: 'cells',
          cells: [
            cell(daysText(age, lang)),
            cell(countText(n, lang)),
            cell(pWin === null ? NOT_AVAILABLE[lang] : ratioText(pWin, lang)),
            cell(shareRange(interval, options)),
            cell(pLost === null ? NOT_AVAILABLE[lang] : ratioText(pLost, lang)),
            cell(medianRest === null ? NOT_AVAILABLE[lang] : daysText(medianRest, lang)),
          ],
        }),
      ),
    ]),
  };
  yield { kind: 'aside', words: [WORDS.ageSays[lang]] };
}

function stageWords(pipeline: string | null, stage: string | null, lang: Lang): Words {
  if (stage === null) return [WORDS.all[lang]];
  return pipeline === null || pipeline === '' ? [data(stage)] : say`${data(pipeline)} · ${data(stage)}`;
}

/** Days in each stage. */
export function* stageBlocks({ stageTimes }: Survival, options: PageOptions): Generator<Block, void, undefined> {
  if (stageTimes === null || stageTimes.length === 0) return;
  const { lang } = options;
  const days = (value: number | null): Words => [value === null ? NOT_AVAILABLE[lang] : daysText(value, lang)];
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.stage[lang]], align: 'left', drop: DROP.never, min: 8 },
      numbers(WORDS.stays, lang, DROP.n),
      numbers(WORDS.ended, lang, DROP.n),
      numbers(WORDS.median, lang),
      numbers(WORDS.interval, lang, DROP.interval),
      numbers(WORDS.p75, lang),
    ],
    rows: stageTimes.map(({ pipeline, stage, n, ended, median, interval, p75 }) => ({
      kind: 'cells',
      cells: [
        cell(stageWords(pipeline, stage, lang)),
        cell(countText(n, lang)),
        cell(countText(ended, lang)),
        cell(days(median)),
        cell(daysRange(interval, options)),
        cell(days(p75)),
      ],
    })),
  };
  yield { kind: 'aside', words: [WORDS.staysSay[lang]] };
}
