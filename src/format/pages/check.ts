/** A check as a page: what was read, the violated rules worst first, what was not checked, and the verdict last. */

import { countText, moneyText, ratioText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import { toldFigures } from '../../locale/told-figures.js';
import type { Check } from '../../report/schema.js';
import {
  type Block,
  type Cell,
  cell,
  code,
  data,
  type Item,
  join,
  type PageOptions,
  type Sentence,
  say,
  type Tone,
  type View,
  type Words,
} from '../page.js';
import { shellWord } from '../sanitize.js';
import { fixedBlocks, knownBlocks, knownWords, wayForward } from './baseline.js';
import { comma, currencyWords, proseDayWords, reasonWords } from './figures.js';
import { placeWords } from './places.js';
import { severityCell, severityRank } from './severity.js';
import { filterWords, scoreWords, sourceWords } from './sources.js';
import { thresholdCells } from './thresholds.js';

type Rule = Check['rules'][number];
type Violation = Check['violations'][number];

/** Enough to see a pattern; the JSON has as many as `--max-rows` asks for. */
const SAMPLES = 5;
const OUTCOME_RANK: { readonly [O in Rule['outcome']]: number } = { error: 0, fail: 1, warn: 2, pass: 3, skipped: 4 };

const WORDS = {
  title: { en: 'Data quality', fa: 'کیفیت داده' },
  asOf: { en: 'As of', fa: 'وضعیت در' },
  affects: { en: 'affects', fa: 'اثر بر' },
  fix: { en: 'fix', fa: 'راهکار' },
  violated: { en: 'Violated rules', fa: 'قاعده‌های نقض‌شده' },
  passed: { en: 'Passed', fa: 'رعایت‌شده' },
  skipped: { en: 'Not checked', fa: 'بررسی‌نشده' },
  warnings: { en: 'Warnings', fa: 'هشدارها' },
  result: { en: 'Result', fa: 'نتیجه' },
  failed: { en: 'over its limit', fa: 'بیش از حد مجاز' },
  broken: { en: 'could not be evaluated', fa: 'ارزیابی نشد' },
  pass: { en: '✓ passed', fa: '✓ پذیرفته' },
  fail: { en: '✗ failed', fa: '✗ رد' },
} as const satisfies Record<string, Text>;

const EXTENT: Sentence<{ violations: string; applicable: string; rate: string | null }> = {
  en: ({ violations, applicable, rate }) => say`${violations} of ${applicable}${rate === null ? '' : ` (${rate})`}`,
  fa: ({ violations, applicable, rate }) => say`${violations} از ${applicable}${rate === null ? '' : ` (${rate})`}`,
};
const AMOUNT: Sentence<{ amount: string; currency: string | null }> = {
  en: ({ amount, currency }) => say`${amount}${currency === null ? '' : say` ${data(currency)}`} in those deals`,
  fa: ({ amount, currency }) =>
    say`${amount}${currency === null ? '' : say` ${currencyWords(currency, 'fa')}`} در این معامله‌ها`,
};
const BASELINE: Sentence<{ known: string; fixed: string }> = {
  en: ({ known, fixed }) => say`baseline: ${known} known, ${fixed} fixed`,
  fa: ({ known, fixed }) => say`خط مبنا: ${known} از پیش دانسته، ${fixed} رفع‌شده`,
};
const MORE: Sentence<{ rest: string; command: string }> = {
  en: ({ rest, command }) => say`… ${rest} more: ${code(command)}`,
  fa: ({ rest, command }) => say`… ${rest} مورد دیگر: ${code(command)}`,
};
const RULES: Sentence<{ count: string; one: boolean; ids: Words }> = {
  en: ({ count, one, ids }) => say`${count} ${one ? 'rule' : 'rules'}: ${ids}`,
  fa: ({ count, ids }) => say`${count} قاعده: ${ids}`,
};
interface Totals {
  readonly verdict: string;
  readonly errors: string;
  readonly warnings: string;
  readonly infos: string;
  readonly failOn: Words;
}
const TOTALS: Sentence<Totals> = {
  en: ({ verdict, errors, warnings, infos, failOn }) =>
    say`${verdict}: errors ${errors}, warnings ${warnings}, hints ${infos} · fails on: ${failOn}`,
  fa: ({ verdict, errors, warnings, infos, failOn }) =>
    say`${verdict}: خطا ${errors}، هشدار ${warnings}، اطلاع ${infos} · سطح رد: ${failOn}`,
};

export const checkView: View<Check> = function* (check, options) {
  const { lang } = options;
  yield { kind: 'title', words: [WORDS.title[lang]] };
  for (const source of check.sources) yield { kind: 'paragraph', words: sourceWords(source, lang) };
  const only = filterWords(check.filter, lang);
  if (only !== null) yield { kind: 'paragraph', words: only };
  if (check.asOf !== null)
    yield { kind: 'paragraph', words: say`${WORDS.asOf[lang]} ${proseDayWords(check.asOf, options)}` };
  yield* violatedBlocks(check, options);
  yield* knownBlocks(check, options);
  yield* fixedBlocks(check, lang);
  yield* otherBlocks(check, lang);
  if (check.warnings.length > 0) {
    yield { kind: 'heading', words: [WORDS.warnings[lang]] };
    yield { kind: 'list', items: check.warnings.map(({ message }) => cell([data(message)], 'warn')) };
  }
  yield* wayForward(check, lang);
  yield { kind: 'heading', words: [WORDS.result[lang]] };
  const { summary } = check;
  if (summary.score !== null) yield { kind: 'paragraph', words: scoreWords(summary, lang) };
  if (summary.baseline !== null) yield { kind: 'paragraph', words: knownWords(summary, lang) };
  for (const { message } of summary.failures) yield { kind: 'paragraph', ...cell([data(message)], 'bad') };
  yield { kind: 'paragraph', ...verdict(check, lang) };
};

function* violatedBlocks(check: Check, options: PageOptions): Generator<Block, void, undefined> {
  const { lang } = options;
  const violated = check.rules
    .filter(({ outcome, violations, known }) => outcome !== 'skipped' && (violations > known || outcome !== 'pass'))
    .sort(
      (a, b) =>
        OUTCOME_RANK[a.outcome] - OUTCOME_RANK[b.outcome] ||
        severityRank(a.severity) - severityRank(b.severity) ||
        b.violations - a.violations,
    );
  if (violated.length === 0) return;
  yield { kind: 'heading', words: [WORDS.violated[lang]] };
  const files = check.sources.map(({ file }) => shellWord(file)).join(' ');
  const samples = new Map<string, Violation[]>();
  for (const violation of check.violations) {
    const known = samples.get(violation.rule);
    if (known === undefined) samples.set(violation.rule, [violation]);
    else if (known.length < SAMPLES) known.push(violation);
  }
  yield {
    kind: 'list',
    items: violated.map((rule) =>
      ruleItem(rule, samples.get(rule.id) ?? [], { files, currency: check.currency, options }),
    ),
  };
}

/** `error deal.won_without_amount  12 of 340 (3.5 %)`, its samples, its effect and what to do. */
function ruleItem(
  rule: Rule,
  samples: readonly Violation[],
  {
    files,
    currency,
    options,
  }: { readonly files: string; readonly currency: string | null; readonly options: PageOptions },
): Item {
  const { lang } = options;
  const { violations, amount, known, fixed } = rule;
  const severity = severityCell(rule.severity, lang);
  const facts = [
    extentWords(rule, lang),
    ...(amount === null || violations === 0 ? [] : [AMOUNT[lang]({ amount: moneyText(amount, lang), currency })]),
    ...(known + fixed === 0 ? [] : [BASELINE[lang]({ known: countText(known, lang), fixed: countText(fixed, lang) })]),
    ...(rule.outcome === 'fail' ? [[WORDS.failed[lang]]] : rule.outcome === 'error' ? [[WORDS.broken[lang]]] : []),
  ];
  const rest = violations - known - samples.reduce((sum, { count }) => sum + count, 0);
  const command = `kpi check ${files} --rules ${shellWord(rule.id)} --max-rows 0 --format json`;
  return {
    ...cell(say`${severity.words} ${nameWords(rule, lang)} · ${join(facts, comma(lang))}`, severity.tone),
    details: [
      ...(lang === 'fa' ? [] : [cell([data(rule.title)])]),
      ...(rule.reason === null ? [] : [cell([reasonWords(rule.reason, lang)])]),
      ...samples.map((violation): Cell => cell(sampleWords(violation, options))),
      ...(rest > 0 ? [cell(MORE[lang]({ rest: countText(rest, lang), command }), 'dim')] : []),
      ...thresholdCells(rule.threshold, lang),
      ...(rule.affects.length === 0 ? [] : [cell(say`${WORDS.affects[lang]}: ${ids(rule.affects, lang)}`)]),
      ...(rule.fix === '' ? [] : [cell(say`${WORDS.fix[lang]}: ${data(rule.fix)}`)]),
    ],
  };
}

/** A rule as it is called; in English by the id that is typed, which the title follows on a line of its own. */
function nameWords({ id, title }: Rule, lang: Lang): Words {
  return lang === 'fa' ? say`${data(title)} (${code(id)})` : [code(id)];
}

function extentWords({ violations, applicable, rate }: Rule, lang: Lang): Words {
  return EXTENT[lang]({
    violations: countText(violations, lang),
    applicable: countText(applicable, lang),
    rate: rate === null ? null : ratioText(rate, lang),
  });
}

/** `deals.csv:18 D-1042 the message`. */
function sampleWords(violation: Violation, options: PageOptions): Words {
  const id = violation.recordId === null ? [] : say` ${data(violation.recordId)}`;
  return say`${placeWords(violation)}${id} ${data(toldFigures(violation.message, options))}`;
}

function* otherBlocks(check: Check, lang: Lang): Generator<Block, void, undefined> {
  const passed = check.rules.filter(({ outcome, violations }) => outcome === 'pass' && violations === 0);
  if (passed.length > 0) {
    const said = { count: countText(passed.length, lang), one: passed.length === 1 };
    yield { kind: 'heading', words: [WORDS.passed[lang]] };
    yield {
      kind: 'paragraph',
      words: RULES[lang]({
        ...said,
        ids: names(passed, lang),
      }),
    };
  }
  const skipped = new Map<string, Rule[]>();
  for (const rule of check.rules) {
    const { outcome, reason } = rule;
    if (outcome === 'skipped') skipped.set(reason ?? '', [...(skipped.get(reason ?? '') ?? []), rule]);
  }
  if (skipped.size === 0) return;
  yield { kind: 'heading', words: [WORDS.skipped[lang]] };
  yield {
    kind: 'list',
    items: [...skipped].map(([reason, rules]) => {
      const why = reason === '' ? [] : say`${reasonWords(reason, lang)}: `;
      return cell(say`${why}${names(rules, lang)}`);
    }),
  };
}

/** Rules in a row: a Persian reader by their titles, an English one by the ids, which are words as well. */
function names(rules: readonly Rule[], lang: Lang): Words {
  if (lang === 'en') {
    return ids(
      rules.map(({ id }) => id),
      lang,
    );
  }
  return join(
    rules.map(({ title }) => say`«${data(title)}»`),
    comma(lang),
  );
}

function ids(list: readonly string[], lang: Lang): Words {
  return join(
    list.map((id) => [code(id)]),
    comma(lang),
  );
}

function verdict({ summary }: Check, lang: Lang): Cell {
  const { outcome, errors, warnings, infos, failOn } = summary;
  const tone: Tone = outcome === 'pass' ? 'good' : 'bad';
  return cell(
    TOTALS[lang]({
      verdict: WORDS[outcome][lang],
      errors: countText(errors, lang),
      warnings: countText(warnings, lang),
      infos: countText(infos, lang),
      failOn: [code(failOn)],
    }),
    tone,
  );
}
