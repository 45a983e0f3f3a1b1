/** The stages in order: how many deals came in, went on, were lost, and how long they stayed. */
import { countText, NOT_AVAILABLE, ratioText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import { type Column, cell, DROP, data, join, type Row, type Sentence, say, type Words } from '../../page.js';
import { comma, reasonWords, valueWords } from '../figures.js';
import type { SectionView } from './definition.js';

const WORDS = {
  stage: { en: 'Stage', fa: 'مرحله' },
  entered: { en: 'Entered', fa: 'ورودی' },
  advanced: { en: 'Advanced', fa: 'پیش‌رفته' },
  lost: { en: 'Lost here', fa: 'ازدست‌رفته در این مرحله' },
  open: { en: 'Open', fa: 'باز' },
  rate: { en: 'Rate', fa: 'نرخ' },
  median: { en: 'Median stay', fa: 'میانه‌ی ماندن' },
  history: {
    en: 'From the history of stages. A skipped stage counts as passed, a step back is no loss; stays are those that have ended.',
    fa: 'از تاریخچه‌ی مرحله‌ها. مرحله‌ی پریده گذشته به‌شمار می‌آید و بازگشت به عقب از دست رفتن نیست؛ ماندن‌ها آن‌هایی است که پایان یافته.',
  },
  current_stage: {
    en: 'From the stage that each deal shows now, the weakest form: no times, and rates only where lost deals keep the stage they were lost in.',
    fa: 'از مرحله‌ی کنونی هر معامله، ضعیف‌ترین شکل: بدون زمان، و نرخ تنها جایی که معامله‌ی ازدست‌رفته مرحله‌ی خود را نگه می‌دارد.',
  },
} as const satisfies Record<string, Text>;

const LEFT_OUT: Sentence<Words> = {
  en: (excluded) => say`Left out: ${excluded}`,
  fa: (excluded) => say`کنار گذاشته: ${excluded}`,
};

export const funnelView: SectionView = function* ({ funnel, funnelExcluded }, options, title) {
  const [first] = funnel;
  if (first === undefined) return;
  const { lang } = options;
  const rates = funnel.some(({ rate }) => rate !== null);
  const stays = funnel.some(({ medianDays }) => medianDays !== null);
  const ifAny = <T>(there: boolean, what: T): T[] => (there ? [what] : []);
  const column = (name: Text, rank: number): Column => {
    return { title: [name[lang]], align: 'right', drop: rank === 0 ? DROP.never : DROP.figure + rank };
  };
  yield { kind: 'heading', words: title, id: 'funnel' };
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.stage[lang]], align: 'left', drop: DROP.never, min: 8 },
      column(WORDS.entered, 0),
      column(WORDS.advanced, 2),
      column(WORDS.lost, 4),
      column(WORDS.open, 5),
      ...ifAny(rates, column(WORDS.rate, 1)),
      ...ifAny(stays, column(WORDS.median, 3)),
    ],
    rows: funnel.flatMap((stage, index): Row[] => {
      const newPipeline = stage.pipeline !== null && stage.pipeline !== funnel[index - 1]?.pipeline;
      const name = stage.pipeline === null || stage.pipeline === '' ? NOT_AVAILABLE[lang] : data(stage.pipeline);
      return [
        ...ifAny<Row>(newPipeline, { kind: 'section', words: [name] }),
        {
          kind: 'cells',
          cells: [
            cell([data(stage.stage)]),
            cell(countText(stage.entered, lang)),
            cell(countText(stage.advanced, lang)),
            cell(countText(stage.lost, lang)),
            cell(countText(stage.open, lang)),
            ...ifAny(rates, cell(stage.rate === null ? NOT_AVAILABLE[lang] : ratioText(stage.rate, lang))),
            ...ifAny(stays, cell(valueWords(stage.medianDays, { unit: 'days', currency: null }, options))),
          ],
        },
      ];
    }),
  };
  yield { kind: 'aside', words: [(first.source === 'history' ? WORDS.history : WORDS.current_stage)[lang]] };
  if (funnelExcluded.length === 0) return;
  const excluded = funnelExcluded.map(({ reason, n }) => say`${countText(n, lang)} ${reasonWords(reason, lang)}`);
  yield { kind: 'aside', words: LEFT_OUT[lang](join(excluded, comma(lang))) };
};
