/** What a check's rules and violations are in plain words, for formats that build servers read. */
import { countText, ratioText } from '../locale/numbers.js';
import { isReason, reasonText } from '../locale/reasons.js';
import type { Lang, Phrase, Text } from '../locale/text.js';
import type { Check } from '../report/schema.js';
import { terminalText } from './sanitize.js';

export type Rule = Check['rules'][number];
export type Violation = Check['violations'][number];

const SEVERITIES = ['error', 'warn', 'info'];

/** Whether a rule makes the check fail: over its limit at the severity that fails, not set up, or required and not checked. */
export function failsGate(rule: Rule, { failOn }: Check['summary']): boolean {
  const { outcome, severity } = rule;
  if (outcome === 'error' || isUnchecked(rule)) return true;
  const overLimit = outcome === 'fail' || outcome === 'warn';
  return overLimit && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

/** Whether a rule was required but could not be checked: it failed, and has a reason instead of violations. */
export function isUnchecked({ outcome, reason }: Rule): boolean {
  return outcome === 'fail' && reason !== null;
}

/** Whether a rule has more new violations than it tolerates. */
export function isOverLimit({ outcome, violations, known }: Rule): boolean {
  return (outcome === 'fail' || outcome === 'warn') && violations > known;
}

const EXTENT: Phrase<{ found: string; applicable: string; rate: string | null; known: string | null }> = {
  en: ({ found, applicable, rate, known }) =>
    `${found} of ${applicable}${rate === null ? '' : ` (${rate})`}${known === null ? '' : `, ${known} of them known`}`,
  fa: ({ found, applicable, rate, known }) =>
    `${found} از ${applicable}${rate === null ? '' : ` (${rate})`}${known === null ? '' : `، ${known} مورد دانسته`}`,
};

/** `9 of 10 (90.0 %), 2 of them known`. */
export function extentText({ violations, applicable, rate, known }: Rule, lang: Lang): string {
  return EXTENT[lang]({
    found: countText(violations, lang),
    applicable: countText(applicable, lang),
    rate: rate === null ? null : ratioText(rate, lang),
    known: known === 0 ? null : countText(known, lang),
  });
}

/** `Won deals without an amount: 9 of 10 (90.0 %)`, or why the rule was not checked. */
export function ruleText(rule: Rule, lang: Lang): string {
  const said = rule.reason === null ? extentText(rule, lang) : reasonSentence(rule.reason, lang);
  return `${terminalText(rule.title)}: ${said}`;
}

/** The sentence of a reason's code; what is no code (a problem with settings) as it stands. */
export function reasonSentence(reason: string, lang: Lang): string {
  return terminalText(isReason(reason) ? reasonText(reason, lang) : reason);
}

/** `deals.csv:18` by the physical line, which hosts jump to, `deals.xlsx Sheet1:18` by the row; the file alone where the whole of it is meant. */
export function placeText({ file, sheet, row, line }: Violation): string {
  const name = sheet === null ? file : `${file} ${sheet}`;
  const at = line ?? row;
  return terminalText(at < 1 ? name : `${name}:${at}`);
}

/** `deals.csv:18 D-1042 won, but the amount is empty`. */
export function violationText(violation: Violation): string {
  const id = violation.recordId === null ? '' : ` ${violation.recordId}`;
  return terminalText(`${placeText(violation)}${id} ${violation.message}`);
}

const MORE: Phrase<string> = { en: (rest) => `… ${rest} more`, fa: (rest) => `… ${rest} مورد دیگر` };
const WORDS = {
  fix: { en: 'fix', fa: 'راهکار' },
  affects: { en: 'affects', fa: 'اثر بر' },
  pass: { en: 'passed', fa: 'پذیرفته' },
  fail: { en: 'failed', fa: 'رد' },
} as const satisfies Record<string, Text>;

/** A rule's listed violations and how many are not listed, what they change and what to do: a line each. */
export function detailLines(rule: Rule, violations: readonly Violation[], lang: Lang): readonly string[] {
  const rest = rule.violations - rule.known - violations.reduce((sum, { count }) => sum + count, 0);
  const places = violations.map((violation) =>
    // Where samples are withheld, the message is the title, which stands above already.
    violationText(violation.message === rule.title ? { ...violation, message: '' } : violation),
  );
  return [
    ...places,
    ...(rest > 0 ? [MORE[lang](countText(rest, lang))] : []),
    ...(rule.affects.length === 0 ? [] : [`${WORDS.affects[lang]}: ${rule.affects.map(terminalText).join(', ')}`]),
    ...(rule.fix === '' ? [] : [`${WORDS.fix[lang]}: ${terminalText(rule.fix)}`]),
  ];
}

const VERDICT: Phrase<{ verdict: string; errors: string; warnings: string; infos: string; known: string | null }> = {
  en: ({ verdict, errors, warnings, infos, known }) =>
    `kpi check ${verdict}: errors ${errors}, warnings ${warnings}, hints ${infos}${known === null ? '' : `, known ${known}`}`,
  fa: ({ verdict, errors, warnings, infos, known }) =>
    `kpi check ${verdict}: خطا ${errors}، هشدار ${warnings}، اطلاع ${infos}${known === null ? '' : `، دانسته ${known}`}`,
};

/** `kpi check failed: errors 8, warnings 1, hints 0, known 2`. */
export function verdictText({ outcome, errors, warnings, infos, known }: Check['summary'], lang: Lang): string {
  return VERDICT[lang]({
    verdict: WORDS[outcome][lang],
    errors: countText(errors, lang),
    warnings: countText(warnings, lang),
    infos: countText(infos, lang),
    known: known === 0 ? null : countText(known, lang),
  });
}

/** The listed violations by rule. */
export function violationsByRule({ violations }: Check): ReadonlyMap<string, readonly Violation[]> {
  const byRule = new Map<string, Violation[]>();
  for (const violation of violations) {
    const known = byRule.get(violation.rule);
    if (known === undefined) byRule.set(violation.rule, [violation]);
    else known.push(violation);
  }
  return byRule;
}

/**
 * The listed violations of rules over their limit, and for a rule of which none is listed one for all, at the first
 * file: for formats in which what has no place does not exist.
 */
export function placedViolations(check: Check, lang: Lang): readonly (Violation & { readonly of: Rule })[] {
  const byRule = violationsByRule(check);
  return check.rules.filter(isOverLimit).flatMap((rule) => {
    const listed = byRule.get(rule.id) ?? [];
    if (listed.length > 0) return listed.map((violation) => ({ ...violation, of: rule }));
    const place = { file: check.sources[0]?.file ?? '', sheet: null, row: 1, line: 1 };
    const nothing = {
      recordId: null,
      column: null,
      field: null,
      value: null,
      count: rule.violations,
      places: [],
      expired: null,
      fingerprint: rule.id,
    };
    return [{ rule: rule.id, severity: rule.severity, ...place, ...nothing, message: ruleText(rule, lang), of: rule }];
  });
}
