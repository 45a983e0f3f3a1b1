/** How many records can be relied on, which rules are violated, and which figures that costs. */
import { countText } from '../../../locale/numbers.js';
import type { Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { cell, code, DROP, data, join, type PageOptions, type Sentence, say, type Words } from '../../page.js';
import { aloneOf } from '../alone.js';
import { moreWords } from '../cut.js';
import { comma } from '../figures.js';
import { titleOf } from '../kpi-lines.js';
import { severityCell, severityRank } from '../severity.js';
import { partitionWords, scoreWords } from '../sources.js';
import type { SectionView } from './definition.js';

const MOST_RULES = { brief: 0, standard: 6, full: Number.POSITIVE_INFINITY } as const;
/** Figures named beside a rule. */
const MOST_FIGURES = 3;

const WORDS = {
  severity: { en: 'Severity', fa: 'شدت' },
  rule: { en: 'Rule', fa: 'قاعده' },
  affects: { en: 'Affects', fa: 'اثر بر' },
  clean: { en: 'No rule is violated.', fa: 'هیچ قاعده‌ای نقض نشده است.' },
} as const satisfies Record<string, Text>;

const AND_MORE: Sentence<{ titles: Words; rest: string }> = {
  en: ({ titles, rest }) => say`${titles}, ${rest} more`,
  fa: ({ titles, rest }) => say`${titles} و ${rest} شاخص دیگر`,
};
const NOT_RUN: Sentence<{ readonly n: number; readonly text: string }> = {
  en: ({ n, text }) =>
    say`${text} thorough ${n === 1 ? 'rule was' : 'rules were'} not run: ${code('kpi check')} runs all.`,
  fa: ({ text }) => say`${text} قاعده‌ی بررسی کامل اجرا نشد: ${code('kpi check')} همه را اجرا می‌کند.`,
};

export const qualityView: SectionView = function* (report, options, title) {
  const { partition, quality } = report;
  const { lang, detail } = options;
  // Customers or subscriptions alone are no deals that a rule could judge.
  if (aloneOf(report) !== null) return;
  if (partition.records === 0 && (quality?.rules ?? []).every(({ violations }) => violations === 0)) return;
  yield { kind: 'heading', words: title, id: 'quality' };
  yield { kind: 'paragraph', words: partitionWords(partition, lang) };
  if (quality === null) return;
  if (quality.score !== null) yield { kind: 'paragraph', words: scoreWords(quality, lang) };
  const violated = quality.rules
    .filter(({ violations }) => violations > 0)
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity) || b.violations - a.violations);
  if (violated.length === 0) yield { kind: 'paragraph', words: [WORDS.clean[lang]] };
  const shown = violated.slice(0, MOST_RULES[detail]);
  yield {
    kind: 'table',
    columns: [
      { title: [], align: 'right', drop: DROP.never },
      { title: [WORDS.rule[lang]], align: 'left', drop: DROP.never, min: 20 },
      { title: [WORDS.severity[lang]], align: 'left', drop: DROP.detail },
      { title: [WORDS.affects[lang]], align: 'left', drop: DROP.reason, min: 16 },
    ],
    rows: shown.map((rule) => ({
      kind: 'cells',
      cells: [
        cell(countText(rule.violations, lang), 'strong'),
        cell([data(rule.title)]),
        severityCell(rule.severity, lang),
        cell(affectedWords(rule.affects, report, options), 'dim'),
      ],
    })),
  };
  const more = moreWords(shown.length, violated.length, 'kpi check', lang);
  if (more !== null) yield { kind: 'aside', words: more };
  const { length } = quality.notRun;
  if (length > 0) yield { kind: 'aside', words: NOT_RUN[lang]({ n: length, text: countText(length, lang) }) };
};

/** The figures of this report that a violation changes: those with a value first. */
function affectedWords(affects: readonly string[], report: Report, { lang, detail }: PageOptions): Words {
  const ids = report.kpis.filter(({ id, value }) => affects.includes(id) && value !== null).map(({ id }) => id);
  const most = detail === 'full' ? ids.length : MOST_FIGURES;
  const titles = join(
    ids.slice(0, most).map((id) => [data(titleOf(id, report))]),
    comma(lang),
  );
  const rest = ids.length - most;
  return rest > 0 ? AND_MORE[lang]({ titles, rest: countText(rest, lang) }) : titles;
}
