/** An explanation as a page: what a KPI, rule or model means, and with files, the figure and the records behind it. */
import { countText, decimalText, moneyText, NOT_AVAILABLE } from '../../locale/numbers.js';
import type { Lang, Phrase, Text } from '../../locale/text.js';
import type { Explanation, KpiEntry } from '../../report/schema.js';
import {
  type Block,
  cell,
  code,
  data,
  type PageOptions,
  type Piece,
  type Sentence,
  say,
  type View,
  type Words,
} from '../page.js';
import {
  changeWords,
  kpiValueWords,
  levelText,
  type Measure,
  periodWords,
  proseDayWords,
  rangeWords,
  reasonWords,
  UNNAMED,
  valueWords,
} from './figures.js';
import { modelBlocks } from './models.js';
import { rankingBlocks } from './ranking.js';
import { RECORD_COLUMNS } from './record-columns.js';
import { allRemarks } from './remarks.js';
import { filterWords, partitionWords } from './sources.js';

type Part = Explanation['records'][number];

const WORDS = {
  id: { en: 'id', fa: 'شناسه' },
  formula: { en: 'formula', fa: 'فرمول' },
  source: { en: 'source', fa: 'منبع' },
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
  calculation: { en: 'calculation', fa: 'محاسبه' },
  all: { en: 'all records', fa: 'همه‌ی رکوردها' },
  variants: { en: 'Side by side', fa: 'در کنار هم' },
  variant: { en: 'KPI', fa: 'شاخص' },
  details: { en: 'In detail', fa: 'جزئیات' },
} as const satisfies Record<string, Text>;

const INTERVAL: Phrase<string> = { en: (level) => `${level} interval`, fa: (level) => `بازه‌ی ${level}` };
const PARTS = new Map<string, Text>([
  ['numerator', { en: 'Numerator', fa: 'صورت کسر' }],
  ['denominator', { en: 'Denominator', fa: 'مخرج کسر' }],
  ['counted', { en: 'Counted', fa: 'شمرده‌شده' }],
  ['violations', { en: 'Violations', fa: 'موارد نقض' }],
]);
const PART: Sentence<{ title: Words; total: string; shown: string | null; sums: Words }> = {
  en: ({ title, total, shown, sums }) => say`${title}: ${total}${shown === null ? '' : `, the first ${shown}`}${sums}`,
  fa: ({ title, total, shown, sums }) => say`${title}: ${total}${shown === null ? '' : `، ${shown} مورد نخست`}${sums}`,
};
const AMOUNTS: Sentence<{ amount: string; priced: string }> = {
  en: ({ amount, priced }) => say` · amounts of ${priced}: Σ ${amount}`,
  fa: ({ amount, priced }) => say` · مبلغ ${priced} مورد: Σ ${amount}`,
};
const DAYS: Sentence<string> = {
  en: (days) => say` · days: Σ ${days}`,
  fa: (days) => say` · روزها: Σ ${days}`,
};
const WEIGHTED: Sentence<string> = {
  en: (weighted) => say` · times probability: Σ ${weighted}`,
  fa: (weighted) => say` · ضرب در احتمال: Σ ${weighted}`,
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
  const { formula, facts, kpi, models } = explanation;
  const alone = explanation.kind === 'model';
  yield { kind: 'title', words: [data(explanation.title)] };
  yield { kind: 'paragraph', words: [data(explanation.definition)] };
  yield {
    kind: 'facts',
    facts: [
      { name: WORDS.id[lang], value: [code(explanation.id)] },
      ...(formula === null || alone ? [] : [{ name: WORDS.formula[lang], value: [formulaPiece(formula, lang)] }]),
      // Of a section each model says its own.
      ...(explanation.kind === 'section' ? [] : [{ name: WORDS.source[lang], value: [data(explanation.source)] }]),
      ...facts.map(({ name, value }) => ({ name, value: [data(value)] })),
    ],
  };
  const only = filterWords(explanation.filter, lang);
  if (only !== null) yield { kind: 'paragraph', words: only };
  if (kpi !== null) yield* figureBlocks(kpi, explanation, options);
  for (const part of explanation.records) yield* partBlocks(part, formula, options);
  const files = explanation.partition !== null;
  const told = new Set<string>();
  for (const model of models) yield* modelBlocks(model, { alone, files, told }, options);
  if (explanation.warnings.length > 0) {
    yield { kind: 'heading', words: [WORDS.warnings[lang]] };
    yield { kind: 'list', items: explanation.warnings.map(({ message }) => cell([data(message)], 'warn')) };
  }
};

/** The value in each of several currencies. */
function currencyFacts({ byCurrency, unit }: KpiEntry, options: PageOptions): readonly (readonly [string, Words])[] {
  const { lang } = options;
  return (byCurrency ?? []).map((one) => {
    const { currency, value, reason } = one;
    const shown = value === null && reason !== null ? [reasonWords(reason, lang)] : [];
    return [
      `${WORDS.value[lang]} · ${currency === '' ? UNNAMED[lang] : currency}`,
      shown.length > 0 ? shown : kpiValueWords(one, { unit, currency }, options),
    ] as const;
  });
}

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
    ...currencyFacts(kpi, options),
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
    explanation.calculation === null ? null : [WORDS.calculation[lang], [code(explanation.calculation)]],
    explanation.partition === null ? null : [WORDS.all[lang], partitionWords(explanation.partition, lang)],
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
    change === null ? null : [WORDS.change[lang], changeWords(change, kpi.unit, kpi.better, lang)],
    [WORDS.period[lang], periodWords(explanation.period, options)],
    explanation.asOf === null ? null : [WORDS.asOf[lang], [proseDayWords(explanation.asOf, options)]],
  ];
  yield { kind: 'heading', words: [WORDS.figure[lang]] };
  yield { kind: 'facts', facts: facts.flatMap((fact) => (fact === null ? [] : [{ name: fact[0], value: fact[1] }])) };
  yield* variantBlocks(explanation, options);
  yield* detailBlocks(kpi, lang);
  yield* rankingBlocks(kpi, explanation.currency, options);
  const remarks = allRemarks([kpi], explanation.currency, options);
  if (remarks.length > 0) {
    yield { kind: 'heading', words: [WORDS.remarks[lang]] };
    yield { kind: 'list', items: remarks.map((words) => cell(words)) };
  }
}

/** The KPIs of a neighbouring question, each with what stands above and below it. */
function* variantBlocks({ variants, currency }: Explanation, options: PageOptions): Generator<Block, void, undefined> {
  if (variants.length === 0) return;
  const { lang } = options;
  yield { kind: 'heading', words: [WORDS.variants[lang]] };
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.variant[lang]], align: 'left', drop: 0, min: 10 },
      { title: [WORDS.value[lang]], align: 'right', drop: 0 },
      { title: [WORDS.numerator[lang]], align: 'right', drop: 3 },
      { title: [WORDS.denominator[lang]], align: 'right', drop: 2 },
      { title: [WORDS.formula[lang]], align: 'left', drop: 1, min: 16 },
    ],
    rows: variants.map((variant) => {
      const measure: Measure = { unit: variant.unit, currency };
      const why = variant.reason === null ? [] : say` (${reasonWords(variant.reason, lang)})`;
      const part = (value: number | null): Words => (value === null ? [] : partWords(value, variant, measure, options));
      return {
        kind: 'cells',
        cells: [
          cell([data(variant.title)]),
          cell([...valueWords(variant.value, measure, options), ...why]),
          cell(part(variant.numerator)),
          cell(part(variant.denominator)),
          cell([formulaPiece(variant.formula, lang)]),
        ],
      };
    }),
  };
}

/** The further named figures, as the definition names them. */
function* detailBlocks({ details }: KpiEntry, lang: PageOptions['lang']): Generator<Block, void, undefined> {
  const facts = Object.entries(details).map(([name, value]) => ({
    name,
    value: [value === null ? NOT_AVAILABLE[lang] : decimalText(value, Number.isInteger(value) ? 0 : 4, lang)],
  }));
  if (facts.length === 0) return;
  yield { kind: 'heading', words: [WORDS.details[lang]] };
  yield { kind: 'facts', facts };
}

/** What stands above or below: a count where the rate is one of records, else a plain amount. */
function partWords(
  value: number | null,
  kpi: Pick<KpiEntry, 'unit' | 'denominator' | 'n'>,
  { currency }: Measure,
  options: PageOptions,
): Words {
  const counts = kpi.unit !== 'ratio' || kpi.denominator === kpi.n;
  return counts && Number.isInteger(value ?? 0)
    ? valueWords(value, { unit: 'count', currency: null }, options)
    : valueWords(value, { unit: 'money', currency }, options);
}

function* partBlocks(
  { part, total, shown, priced, amount, days, weighted }: Part,
  formula: string | null,
  options: PageOptions,
): Generator<Block, void, undefined> {
  const { lang } = options;
  const known = PARTS.get(part);
  const title = known === undefined ? LEFT_OUT[lang](reasonWords(part, lang)) : [known[lang]];
  const first = shown.length < total && shown.length > 0 ? countText(shown.length, lang) : null;
  const sums = [
    ...(amount === null
      ? []
      : AMOUNTS[lang]({ amount: moneyText(amount, lang), priced: countText(priced ?? 0, lang) })),
    ...(weighted === null ? [] : WEIGHTED[lang](moneyText(weighted, lang))),
    ...(days === null ? [] : DAYS[lang](countText(days, lang))),
  ];
  yield { kind: 'heading', words: PART[lang]({ title, total: countText(total, lang), shown: first, sums }) };
  if (shown.length === 0) return;
  const columns = RECORD_COLUMNS.filter(
    ({ always, formula: about, cellOf }) =>
      always === true ||
      ((about === undefined || about.test(formula ?? '')) &&
        shown.some((record) => cellOf(record, lang, options) !== null)),
  );
  yield {
    kind: 'table',
    columns: columns.map(({ title, ...column }) => ({ ...column, title: [title[lang]] })),
    rows: shown.map((record) => ({
      kind: 'cells',
      cells: columns.map(({ cellOf }) => cell(cellOf(record, lang, options) ?? '')),
    })),
  };
}

/** English formulas name KPIs and fields as they are typed; Persian ones are words. */
function formulaPiece(formula: string, lang: Lang): Piece {
  return lang === 'fa' ? data(formula) : code(formula);
}
