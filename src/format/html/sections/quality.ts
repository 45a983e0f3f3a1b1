/** How far the records can be relied on: their share without a fault, and the rules with what each of them costs. */
import { shareText } from '../../../locale/compact.js';
import { countText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';
import type { Report } from '../../../report/schema.js';
import { code as codeWords, type Sentence, say } from '../../page.js';
import { aloneOf } from '../../pages/alone.js';
import { commandText } from '../../pages/command-text.js';
import { moreWords } from '../../pages/cut.js';
import { comma } from '../../pages/figures.js';
import { titleOf } from '../../pages/kpi-lines.js';
import { severityCell, severityRank } from '../../pages/severity.js';
import { partitionWords, scoreWords } from '../../pages/sources.js';
import { figure } from '../charts/figure.js';
import { lanes } from '../charts/lanes.js';
import { code, data, type Html, html, joined, plainText } from '../markup.js';
import type { Page } from '../page.js';
import { type TableCell, table } from '../table.js';
import type { SectionHtml } from './definition.js';
import { figurePlace, placedFigures } from './figure-place.js';

type Quality = NonNullable<Report['quality']>;
type Rule = Quality['rules'][number];

const MOST_RULES = 60;
/** Figures named beside a rule. */
const MOST_FIGURES = 6;

const WORDS = {
  rules: { en: 'Violated rules', fa: 'قاعده‌های نقض‌شده' },
  rule: { en: 'Rule', fa: 'قاعده' },
  severity: { en: 'Severity', fa: 'شدت' },
  records: { en: 'Found', fa: 'مورد' },
  affects: { en: 'Affects', fa: 'اثر بر' },
  see: { en: 'See them', fa: 'دیدن همه' },
  clean: { en: 'No rule is violated.', fa: 'هیچ قاعده‌ای نقض نشده است.' },
  share: { en: 'Share of records', fa: 'سهم رکوردها' },
  noError: { en: 'without an error', fa: 'بی‌خطا' },
  nothing: { en: 'nor a warning', fa: 'و بی‌هشدار' },
  why: { en: 'What a rule means and how to repair it:', fa: 'معنای هر قاعده و راهکار آن:' },
} as const satisfies Record<string, Text>;

const MORE: { readonly [L in Lang]: (rest: string) => string } = {
  en: (rest) => `${rest} more`,
  fa: (rest) => `${rest} شاخص دیگر`,
};
const NOT_RUN: Sentence<{ readonly n: number; readonly text: string }> = {
  en: ({ n, text }) =>
    say`${text} thorough ${n === 1 ? 'rule was' : 'rules were'} not run: ${codeWords('kpi check')} runs all.`,
  fa: ({ text }) => say`${text} قاعده‌ی بررسی کامل اجرا نشد: ${codeWords('kpi check')} همه را اجرا می‌کند.`,
};

export const qualityHtml: SectionHtml = (report, page) => {
  const { partition, quality } = report;
  const { lang } = page;
  if (aloneOf(report) !== null) return null;
  // Customers or subscriptions alone are no deals that a rule could judge.
  if (partition.records === 0 && (quality?.rules ?? []).every(({ violations }) => violations === 0)) return null;
  const parts = html`<p>${page.words(partitionWords(partition, lang))}</p>`;
  if (quality === null) return parts;
  const violated = quality.rules
    .filter(({ violations }) => violations > 0)
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity) || b.violations - a.violations);
  const { length: notRun } = quality.notRun;
  return html`${parts}${scoreHtml(quality, page)}${
    violated.length === 0 ? html`<p>${WORDS.clean[lang]}</p>` : ruleTable(violated, report, page)
  }${
    notRun === 0
      ? null
      : html`<p class="note">${page.words(NOT_RUN[lang]({ n: notRun, text: countText(notRun, lang) }))}</p>`
  }`;
};

function scoreHtml(quality: Quality, page: Page): Html | null {
  const { score, strictScore } = quality;
  const { lang } = page;
  if (score === null) return null;
  const said = scoreWords(quality, lang);
  const row = (name: Text, value: number, fill: string) => ({
    name: name[lang],
    lanes: [{ value, of: 1, fill, text: shareText(value, lang), height: 14 }],
  });
  const rows = [
    row(WORDS.noError, score, 'mark'),
    ...(strictScore === null ? [] : [row(WORDS.nothing, strictScore, 'mark')]),
  ];
  return html`<div class="grid">${figure(
    {
      title: html`${WORDS.share[lang]}`,
      sub: page.words(said),
      label: plainText(said),
      draw: lanes(rows, page),
      figures: null,
    },
    page,
  )}</div>`;
}

function ruleTable(violated: readonly Rule[], report: Report, page: Page): Html {
  const { lang } = page;
  const where = report.filter === null ? [] : ['--where', report.filter.where];
  const see = (id: string): string => commandText(['check', '--rules', id, ...where]);
  const shown = violated.slice(0, MOST_RULES);
  const rows = shown.map((rule): TableCell[] => {
    const severity = severityCell(rule.severity, lang);
    return [
      { html: data(rule.title) },
      { html: page.words(severity.words), tone: severity.tone, sort: severityRank(rule.severity) },
      { html: html`${countText(rule.violations, lang)}`, sort: rule.violations },
      { html: affected(rule, report, page) },
      { html: code(see(rule.id)) },
    ];
  });
  const text = (title: Text, wideOnly = false) => ({ title: html`${title[lang]}`, kind: 'text' as const, wideOnly });
  const columns = [
    text(WORDS.rule),
    text(WORDS.severity),
    { title: html`${WORDS.records[lang]}`, kind: 'number' as const },
    text(WORDS.affects),
    text(WORDS.see, true),
  ];
  const more = moreWords(shown.length, violated.length, 'kpi check', lang);
  const [first] = shown;
  return html`<div class="rules">${table({ caption: WORDS.rules[lang], columns, rows, sortable: true }, page)}</div>${
    more === null ? null : html`<p class="note">${page.words(more)}</p>`
  }${
    first === undefined
      ? null
      : html`<p class="note">${WORDS.why[lang]} ${code(commandText(['explain', first.id]))}</p>`
  }`;
}

/** The figures of this report that a violation changes, each a way to it; at the end those that have no value. */
function affected({ affects }: Rule, report: Report, page: Page): Html {
  const { lang } = page;
  const named = report.kpis.filter(({ id }) => affects.includes(id));
  const placed = placedFigures(report, page);
  const ids = named.map(({ id }) => id).filter((id) => placed.has(id));
  const without = named.map(({ id }) => id).filter((id) => !ids.includes(id));
  const links = ids.map((id) => html`<a href="#${figurePlace(id, page)}">${data(titleOf(id, report))}</a>`);
  const names = without.map((id) => html`<span class="dim">${data(titleOf(id, report))}</span>`);
  const all = [...links, ...names];
  const shown = all.slice(0, MOST_FIGURES);
  const rest = all.length - shown.length;
  const apart = comma(lang);
  return html`${joined(shown, apart)}${rest > 0 ? html`${apart}${MORE[lang](countText(rest, lang))}` : null}`;
}
