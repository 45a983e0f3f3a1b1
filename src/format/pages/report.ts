/** A report as a page: what was read, the KPIs, the breakdowns, how good the data is, what to do next. */
import type { DateStyle } from '../../locale/calendar.js';
import { countText, moneyText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import {
  type Block,
  cell,
  code,
  data,
  type Item,
  join,
  type PageOptions,
  type Sentence,
  say,
  type View,
  type Words,
} from '../page.js';
import { shellWord } from '../sanitize.js';
import { breakdownBlocks } from './breakdowns.js';
import { comma, currencyWords, labelWords, periodWords, proseDayWords } from './figures.js';
import { kpiRemarks, kpiTable } from './kpis.js';
import { cohortBlocks, funnelBlocks, seriesBlocks } from './over-time.js';
import { reportRankings } from './ranking.js';
import { severityCell, severityRank } from './severity.js';
import { filterWords, partitionWords, scoreWords, sourceWords } from './sources.js';

const WORST_RULES = 5;

const WORDS = {
  title: { en: 'Sales KPIs', fa: 'شاخص‌های فروش' },
  asOf: { en: 'As of', fa: 'وضعیت در' },
  period: { en: 'Period', fa: 'دوره' },
  comparedTo: { en: 'Compared to', fa: 'در مقایسه با' },
  currency: { en: 'Currency', fa: 'ارز' },
  several: { en: 'several, not added up', fa: 'چند ارز، بدون جمع' },
  kpis: { en: 'KPIs', fa: 'شاخص‌ها' },
  insights: { en: 'What stands out', fa: 'آنچه به چشم می‌آید' },
  quality: { en: 'Data quality', fa: 'کیفیت داده' },
  rule: { en: 'Rule', fa: 'قاعده' },
  severity: { en: 'Severity', fa: 'شدت' },
  violations: { en: 'Violations', fa: 'تخلف' },
  clean: { en: 'No rule is violated.', fa: 'هیچ قاعده‌ای نقض نشده است.' },
  remarks: { en: 'Left out and noted', fa: 'کنارگذاشته‌ها و یادداشت‌ها' },
  warnings: { en: 'Warnings', fa: 'هشدارها' },
  next: { en: 'Next', fa: 'گام بعد' },
  toCheck: { en: 'which records break which rule', fa: 'کدام رکورد کدام قاعده را نقض می‌کند' },
  toExplain: { en: 'how a number came about', fa: 'هر عدد چگونه به دست آمده است' },
  toInspect: { en: 'how the file was understood', fa: 'فایل چگونه فهمیده شده است' },
} as const satisfies Record<string, Text>;

const IMPACT: Sentence<{ amount: string; currency: string | null }> = {
  en: ({ amount, currency }) => say` (at stake: ${amount}${currency === null ? '' : say` ${data(currency)}`})`,
  fa: ({ amount, currency }) =>
    say` (مبلغ در میان: ${amount}${currency === null ? '' : say` ${currencyWords(currency, 'fa')}`})`,
};
const OTHER_INSIGHTS: Sentence<string> = {
  en: (findings) => say`${findings} more: ${code('--max-insights 0')}.`,
  fa: (findings) => say`${findings} مورد دیگر: ${code('--max-insights 0')}.`,
};
const OTHER_RULES: Sentence<{ readonly n: number; readonly text: string }> = {
  en: ({ n, text }) => say`${text} more ${n === 1 ? 'rule is' : 'rules are'} violated: ${code('kpi check')} shows all.`,
  fa: ({ text }) => say`${text} قاعده‌ی دیگر نیز نقض شده است: ${code('kpi check')} همه را نشان می‌دهد.`,
};
const NOT_RUN: Sentence<{ readonly n: number; readonly text: string }> = {
  en: ({ n, text }) =>
    say`${text} thorough ${n === 1 ? 'rule was' : 'rules were'} not run: ${code('kpi check')} runs all.`,
  fa: ({ text }) => say`${text} قاعده‌ی موشکافانه اجرا نشد: ${code('kpi check')} همه را اجرا می‌کند.`,
};

export const reportView: View<Report> = function* (report, options) {
  const { lang } = options;
  const scope = report.period === null ? [] : say` · ${labelWords(report.period.label, options)}`;
  yield { kind: 'title', words: say`${WORDS.title[lang]}${scope}` };
  for (const source of report.sources) yield { kind: 'paragraph', words: sourceWords(source, lang) };
  const only = filterWords(report.filter, lang);
  if (only !== null) yield { kind: 'paragraph', words: only };
  yield { kind: 'paragraph', words: frameWords(report, options) };
  yield { kind: 'heading', words: [WORDS.kpis[lang]] };
  yield kpiTable(report, options);
  yield* insightBlocks(report, lang);
  yield* reportRankings(report, options);
  yield* breakdownBlocks(report, options);
  yield* seriesBlocks(report, options);
  yield* funnelBlocks(report, options);
  yield* cohortBlocks(report, options);
  yield* qualityBlocks(report, lang);
  yield* closingBlocks(report, options);
};

/** As of, period, comparison, currency, in one line. */
function frameWords({ asOf, period, comparedTo, currency, currencies }: Report, style: DateStyle): Words {
  const { lang } = style;
  const money =
    currency !== null
      ? [currencyWords(currency, lang)]
      : currencies.length > 0
        ? say`${join(
            currencies.map((code) => [currencyWords(code, lang)]),
            comma(lang),
          )} (${WORDS.several[lang]})`
        : null;
  return join(
    [
      ...(asOf === null ? [] : [say`${WORDS.asOf[lang]} ${proseDayWords(asOf, style)}`]),
      say`${WORDS.period[lang]}: ${periodWords(period, style)}`,
      ...(comparedTo === null ? [] : [say`${WORDS.comparedTo[lang]}: ${periodWords(comparedTo, style)}`]),
      ...(money === null ? [] : [say`${WORDS.currency[lang]}: ${money}`]),
    ],
    ' · ',
  );
}

function* insightBlocks(
  { insights, insightsLeftOut, currency }: Report,
  lang: Lang,
): Generator<Block, void, undefined> {
  if (insights.length === 0) return;
  yield { kind: 'heading', words: [WORDS.insights[lang]] };
  yield {
    kind: 'list',
    items: insights.map(({ title, detail, impact, severity }): Item => {
      const amount = impact === null ? [] : IMPACT[lang]({ amount: moneyText(impact, lang), currency });
      const tone = severity === 'risk' ? 'warn' : severity === 'opportunity' ? 'good' : undefined;
      return { ...cell(say`${data(title)}${amount}`, tone), details: detail === '' ? [] : [cell([data(detail)])] };
    }),
  };
  if (insightsLeftOut > 0) yield { kind: 'aside', words: OTHER_INSIGHTS[lang](countText(insightsLeftOut, lang)) };
}

function* qualityBlocks({ partition, quality }: Report, lang: Lang): Generator<Block, void, undefined> {
  // Customers or subscriptions alone are no deals that a rule could judge.
  if (partition.records === 0 && (quality?.rules ?? []).every(({ violations }) => violations === 0)) return;
  yield { kind: 'heading', words: [WORDS.quality[lang]] };
  yield { kind: 'paragraph', words: partitionWords(partition, lang) };
  if (quality === null) return;
  const { rules } = quality;
  if (quality.score !== null) yield { kind: 'paragraph', words: scoreWords(quality, lang) };
  const violated = rules
    .filter(({ violations }) => violations > 0)
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity) || b.violations - a.violations);
  if (violated.length === 0 && rules.length > 0) yield { kind: 'paragraph', words: [WORDS.clean[lang]] };
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.severity[lang]], align: 'left', drop: 1 },
      { title: [WORDS.rule[lang]], align: 'left', drop: 0, min: 14 },
      { title: [WORDS.violations[lang]], align: 'right', drop: 0 },
    ],
    rows: violated.slice(0, WORST_RULES).map(({ id, severity, violations }) => ({
      kind: 'cells',
      cells: [severityCell(severity, lang), cell([code(id)]), cell(countText(violations, lang))],
    })),
  };
  const others = violated.length - WORST_RULES;
  if (others > 0) yield { kind: 'aside', words: OTHER_RULES[lang]({ n: others, text: countText(others, lang) }) };
  const { length } = quality.notRun;
  if (length > 0) yield { kind: 'aside', words: NOT_RUN[lang]({ n: length, text: countText(length, lang) }) };
}

function* closingBlocks(report: Report, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  const remarks = kpiRemarks(report.kpis, report.currency, options);
  if (remarks.length > 0) {
    yield { kind: 'heading', words: [WORDS.remarks[lang]] };
    yield { kind: 'list', items: remarks.map((words) => cell(words)) };
  }
  if (report.warnings.length > 0) {
    yield { kind: 'heading', words: [WORDS.warnings[lang]] };
    yield { kind: 'list', items: report.warnings.map(({ message }) => cell([data(message)], 'warn')) };
  }
  const files = report.sources.map(({ file }) => shellWord(file));
  const [first] = files;
  if (first === undefined) return;
  const all = files.join(' ');
  const kpi = report.kpis.find(({ value }) => value !== null) ?? report.kpis[0];
  const explained = report.kpis.find(({ id, value }) => id === 'win_rate' && value !== null) ?? kpi;
  yield { kind: 'heading', words: [WORDS.next[lang]] };
  yield {
    kind: 'facts',
    facts: [
      // Rules judge deals: without any, a check has nothing to judge.
      ...(report.partition.records === 0 ? [] : [{ name: WORDS.toCheck[lang], value: [code(`kpi check ${all}`)] }]),
      ...(explained === undefined
        ? []
        : [{ name: WORDS.toExplain[lang], value: [code(`kpi explain ${explained.id} ${all}`)] }]),
      { name: WORDS.toInspect[lang], value: [code(`kpi inspect ${first}`)] },
    ],
  };
}
