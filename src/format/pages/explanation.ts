/** An explanation as a page: what a KPI or rule means, and with files, the figure and the records behind it. */
import { countText, moneyText } from '../../locale/numbers.js';
import type { Phrase, Text } from '../../locale/text.js';
import type { Explanation, KpiEntry } from '../../report/schema.js';
import { type Block, cell, code, data, type PageOptions, type Sentence, say, type View, type Words } from '../page.js';
import {
  changeWords,
  dayWords,
  kpiValueWords,
  levelText,
  type Measure,
  periodWords,
  rangeWords,
  reasonWords,
  valueWords,
} from './figures.js';
import { kpiRemarks } from './kpis.js';
import { placeWords } from './places.js';

type Part = Explanation['records'][number];

const WORDS = {
  id: { en: 'id', fa: 'شناسه' },
  formula: { en: 'formula', fa: 'فرمول' },
  source: { en: 'source', fa: 'مأخذ' },
  figure: { en: 'The figure', fa: 'عدد' },
  value: { en: 'value', fa: 'مقدار' },
  reason: { en: 'because', fa: 'زیرا' },
  n: { en: 'records', fa: 'رکورد' },
  numerator: { en: 'numerator', fa: 'صورت' },
  denominator: { en: 'denominator', fa: 'مخرج' },
  spread: { en: 'spread', fa: 'پراکندگی' },
  previous: { en: 'previous', fa: 'پیش از این' },
  change: { en: 'change', fa: 'تغییر' },
  period: { en: 'period', fa: 'دوره' },
  asOf: { en: 'as of', fa: 'وضعیت در' },
  remarks: { en: 'Left out and noted', fa: 'کنارگذاشته‌ها و یادداشت‌ها' },
  warnings: { en: 'Warnings', fa: 'هشدارها' },
  place: { en: 'Place', fa: 'جا' },
  dealId: { en: 'Id', fa: 'شناسه' },
  name: { en: 'Name', fa: 'نام' },
  outcome: { en: 'Outcome', fa: 'نتیجه' },
  amount: { en: 'Amount', fa: 'مبلغ' },
  created: { en: 'Created', fa: 'ایجاد' },
  closed: { en: 'Closed', fa: 'بسته شدن' },
} as const satisfies Record<string, Text>;

const INTERVAL: Phrase<string> = { en: (level) => `${level} interval`, fa: (level) => `بازه‌ی ${level}` };
const PARTS = new Map<string, Text>([
  ['numerator', { en: 'Numerator', fa: 'صورت کسر' }],
  ['denominator', { en: 'Denominator', fa: 'مخرج کسر' }],
  ['counted', { en: 'Counted', fa: 'شمرده‌شده' }],
]);
const PART: Sentence<{ title: Words; total: string; shown: string | null }> = {
  en: ({ title, total, shown }) => say`${title}: ${total}${shown === null ? '' : `, the first ${shown}`}`,
  fa: ({ title, total, shown }) => say`${title}: ${total}${shown === null ? '' : `، ${shown} مورد نخست`}`,
};
const LEFT_OUT: Sentence<ReturnType<typeof data>> = {
  en: (reason) => say`Left out, ${reason}`,
  fa: (reason) => say`کنار گذاشته، ${reason}`,
};
const SPREAD: Sentence<{ median: Words; middle: Words; p90: Words; range: Words }> = {
  en: ({ median, middle, p90, range }) => say`median ${median}, middle half ${middle}, p90 ${p90}, all ${range}`,
  fa: ({ median, middle, p90, range }) => say`میانه ${median}، نیمه‌ی میانی ${middle}، صدک ۹۰ ${p90}، همه ${range}`,
};

export const explanationView: View<Explanation> = function* (explanation, options) {
  const { lang } = options;
  const { formula, facts, kpi } = explanation;
  yield { kind: 'title', words: [data(explanation.title)] };
  yield { kind: 'paragraph', words: [data(explanation.definition)] };
  yield {
    kind: 'facts',
    facts: [
      { name: WORDS.id[lang], value: [code(explanation.id)] },
      ...(formula === null ? [] : [{ name: WORDS.formula[lang], value: [code(formula)] }]),
      { name: WORDS.source[lang], value: [data(explanation.source)] },
      ...facts.map(({ name, value }) => ({ name, value: [data(value)] })),
    ],
  };
  if (kpi !== null) yield* figureBlocks(kpi, explanation, options);
  for (const part of explanation.records) yield* partBlocks(part, options);
  if (explanation.warnings.length > 0) {
    yield { kind: 'heading', words: [WORDS.warnings[lang]] };
    yield { kind: 'list', items: explanation.warnings.map(({ message }) => cell([data(message)], 'warn')) };
  }
};

function* figureBlocks(
  kpi: KpiEntry,
  explanation: Explanation,
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  const measure: Measure = { unit: kpi.unit, currency: explanation.currency };
  const { interval, distribution, previous, change, reason } = kpi;
  const part = (value: number | null): Words => partWords(value, kpi, measure, options);
  const facts: (readonly [string, Words] | null)[] = [
    [WORDS.value[lang], kpiValueWords(kpi, measure, options)],
    reason === null ? null : [WORDS.reason[lang], [reasonWords(reason, lang)]],
    interval === null
      ? null
      : [
          INTERVAL[lang](levelText(interval.level, lang)),
          say`${rangeWords(interval.low, interval.high, measure, options)} (${data(interval.method)})`,
        ],
    kpi.numerator === null ? null : [WORDS.numerator[lang], part(kpi.numerator)],
    kpi.denominator === null ? null : [WORDS.denominator[lang], part(kpi.denominator)],
    [WORDS.n[lang], [countText(kpi.n, lang)]],
    distribution === null
      ? null
      : [
          WORDS.spread[lang],
          SPREAD[lang]({
            median: valueWords(distribution.median, measure, options),
            middle: rangeWords(distribution.p25, distribution.p75, measure, options),
            p90: valueWords(distribution.p90, measure, options),
            range: rangeWords(distribution.min, distribution.max, measure, options),
          }),
        ],
    previous === null ? null : [WORDS.previous[lang], valueWords(previous.value, measure, options)],
    change === null ? null : [WORDS.change[lang], changeWords(change, kpi.unit, lang)],
    [WORDS.period[lang], periodWords(explanation.period, lang)],
    explanation.asOf === null ? null : [WORDS.asOf[lang], [dayWords(explanation.asOf, lang)]],
  ];
  yield { kind: 'heading', words: [WORDS.figure[lang]] };
  yield { kind: 'facts', facts: facts.flatMap((fact) => (fact === null ? [] : [{ name: fact[0], value: fact[1] }])) };
  const remarks = kpiRemarks([kpi], explanation.currency, options);
  if (remarks.length > 0) {
    yield { kind: 'heading', words: [WORDS.remarks[lang]] };
    yield { kind: 'list', items: remarks.map((words) => cell(words)) };
  }
}

/** What stands above or below: a count where the rate is one of records, else a plain amount. */
function partWords(value: number | null, kpi: KpiEntry, { currency }: Measure, options: PageOptions): Words {
  const counts = kpi.unit !== 'ratio' || kpi.denominator === kpi.n;
  return counts && Number.isInteger(value ?? 0)
    ? valueWords(value, { unit: 'count', currency: null }, options)
    : valueWords(value, { unit: 'money', currency }, options);
}

function* partBlocks({ part, total, shown }: Part, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  const known = PARTS.get(part);
  const title = known === undefined ? LEFT_OUT[lang](reasonWords(part, lang)) : [known[lang]];
  const first = shown.length < total && shown.length > 0 ? countText(shown.length, lang) : null;
  yield { kind: 'heading', words: PART[lang]({ title, total: countText(total, lang), shown: first }) };
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.place[lang]], align: 'left', drop: 0, min: 10 },
      { title: [WORDS.dealId[lang]], align: 'left', drop: 2, min: 6 },
      { title: [WORDS.name[lang]], align: 'left', drop: 5, min: 10 },
      { title: [WORDS.outcome[lang]], align: 'left', drop: 1 },
      { title: [WORDS.amount[lang]], align: 'right', drop: 3 },
      { title: [WORDS.created[lang]], align: 'left', drop: 6 },
      { title: [WORDS.closed[lang]], align: 'left', drop: 4 },
    ],
    rows: shown.map((record) => ({
      kind: 'cells',
      cells: [
        cell(placeWords(record, lang)),
        cell(record.id === null ? '' : [data(record.id)]),
        cell(record.name === null ? '' : [data(record.name)]),
        cell([data(record.outcome)]),
        cell(record.amount === null ? '' : [moneyText(record.amount, lang)]),
        cell(record.createdAt === null ? '' : [dayWords(record.createdAt, lang)]),
        cell(record.closedAt === null ? '' : [dayWords(record.closedAt, lang)]),
      ],
    })),
  };
}
