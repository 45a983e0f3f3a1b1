/** The verdict of a check: what a baseline knows is set aside, what was required is asked for, warnings are counted. */

import { countText } from '../locale/numbers.js';
import { reasonText } from '../locale/reasons.js';
import type { Lang, Text } from '../locale/text.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Warning } from '../model/dataset.js';
import type { Baseline } from '../quality/baseline.js';
import { type CheckResult, gate } from '../quality/check.js';
import { acceptAll, applyBaseline, baselineSize } from '../quality/compare-baseline.js';
import type { ActiveSeverity, Rule } from '../quality/definition.js';
import { messageEntry } from './documents.js';
import type { Check } from './schema.js';

export interface GateContext {
  readonly failOn: ActiveSeverity | 'never';
  /** Ids of rules that must have been checked. */
  readonly require: readonly string[];
  /** The column that a rule should have looked at and that was left out; left out: there is none. */
  readonly unseen?: (rule: Rule) => string | null;
  /** More new violations of severity warn fail; null = no limit. */
  readonly maxWarnings: number | null;
  /** The day of the run: entries of the baseline that end before it have expired. */
  readonly today: CivilDay;
  /** What is known, and how people call the file; `everything`, where the baseline is being written. */
  readonly baseline: { readonly file: string; readonly known: Baseline | 'everything' } | null;
  readonly lang: Lang;
}

export interface Gated {
  /** The check, compared with the baseline. */
  readonly result: CheckResult;
  /** Ids of the required rules that were not checked. */
  readonly required: ReadonlySet<string>;
  readonly summary: Pick<Check['summary'], 'baseline' | 'known' | 'fixed' | 'outcome' | 'failOn' | 'failures'>;
  readonly warnings: readonly Warning[];
}

/** What the gate makes of a check. */
export function applyGate(found: CheckResult, context: GateContext): Gated {
  const { failOn, baseline, lang } = context;
  const result = compared(found, context);
  const unchecked = uncheckedRules(result, context);
  const failures = [
    ...tooManyWarnings(result, context.maxWarnings),
    ...[...unchecked].map(([rule, reason]) => ({ code: 'required_rule', text: REQUIRED(rule, reason) })),
  ].map((one) => messageEntry(one, lang));
  const known = sumOf(result, (one) => one.known);
  const fixed = sumOf(result, (one) => one.fixed.reduce((sum, { count }) => sum + count, 0));
  const summary = {
    baseline: baseline?.file ?? null,
    known,
    fixed,
    outcome: failures.length > 0 ? ('fail' as const) : gate(result.results, failOn),
    failOn,
    failures,
  };
  const warnings = [...strangeBaseline(baseline, known, fixed, result), ...expiredEntries(baseline, result)];
  return { result, required: new Set(unchecked.keys()), summary, warnings };
}

function compared(found: CheckResult, { baseline, today }: GateContext): CheckResult {
  if (baseline === null) return found;
  return baseline.known === 'everything' ? acceptAll(found) : applyBaseline(found, baseline.known, today);
}

function sumOf({ results }: CheckResult, count: (result: CheckResult['results'][number]) => number): number {
  return results.reduce((sum, one) => sum + count(one), 0);
}

function tooManyWarnings({ warnings }: CheckResult, most: number | null): { code: string; text: Text }[] {
  if (most === null || warnings <= most) return [];
  const text = {
    en: `warnings: ${warnings}, more than --max-warnings ${most}`,
    fa: `هشدارها: ${warnings}، بیش از --max-warnings ${most}`,
  };
  return [{ code: 'max_warnings', text }];
}

/**
 * Required rules that were not checked, and why; one that is off or was not selected was not checked either, nor one
 * whose column no file has or was left out, whatever the severity of that.
 */
function uncheckedRules(
  { results }: CheckResult,
  { require, unseen = () => null }: Pick<GateContext, 'require' | 'unseen'>,
): ReadonlyMap<string, Text> {
  const byId = new Map(results.map((one) => [one.rule.id, one]));
  const unchecked = new Map<string, Text>();
  for (const id of require) {
    const found = byId.get(id);
    const left = found === undefined ? null : unseen(found.rule);
    if (found === undefined) unchecked.set(id, OFF);
    else if (left !== null) unchecked.set(id, LEFT_OUT(left));
    else if (found.outcome === 'skipped') unchecked.set(id, reasonOf(found.reason ?? 'no_applicable_records'));
    else if (found.absent !== null) unchecked.set(id, reasonOf(`missing_field:${found.absent}`));
  }
  return unchecked;
}

const OFF: Text = { en: 'it is switched off or not selected', fa: 'خاموش است یا برگزیده نشده' };
const LEFT_OUT = (column: string): Text => ({
  en: `the column "${column}" was left out, since most of its cells are something else`,
  fa: `ستون «${column}» کنار گذاشته شد، چون بیشتر خانه‌هایش چیز دیگری است`,
});
const REQUIRED = (rule: string, reason: Text): Text => ({
  en: `${rule} is required but could not be checked: ${reason.en}`,
  fa: `${rule} لازم است اما بررسی نشد: ${reason.fa}`,
});

function reasonOf(code: string): Text {
  const reason = code as Parameters<typeof reasonText>[0];
  return { en: reasonText(reason, 'en'), fa: reasonText(reason, 'fa') };
}

/** A baseline of fewer entries may well be fixed as a whole; more that all fit nothing are of other data. */
const ENOUGH_TO_WONDER = 10;

/** Expired entries named in a warning. */
const NAMED = 3;

/** What counts again, with the last day and the reason of the first entries. */
function expiredEntries(baseline: GateContext['baseline'], { results }: CheckResult): readonly Warning[] {
  const expired = results.flatMap(({ rule, met }) =>
    met.filter((entry) => entry.expired).map((entry) => ({ rule: rule.id, ...entry })),
  );
  if (baseline === null || expired.length === 0) return [];
  const count = expired.reduce((sum, entry) => sum + entry.count, 0);
  const said = expired.map(({ rule, note }) => {
    const until = note?.until ?? null;
    const day = until === null ? '' : isoDay(until);
    const reason = (note?.reason ?? null) === null ? '' : `: ${note?.reason}`;
    return { en: `${rule} until ${day}${reason}`, fa: `${rule} تا ${day}${reason}` };
  });
  const each = [...new Map(said.map((one) => [one.en, one])).values()];
  const [named, more] = [each.slice(0, NAMED), each.length > NAMED];
  const n = { en: countText(count, 'en'), fa: countText(count, 'fa') };
  return [
    {
      code: 'baseline_expired',
      text: {
        en: `${n.en} known ${count === 1 ? 'violation counts' : 'violations count'} again, for the entries of the baseline ${baseline.file} have expired: ${named.map(({ en }) => en).join('; ')}${more ? '; …' : ''}`,
        fa: `${n.fa} مورد دانسته دوباره به حساب می‌آید، چون مهلت آن‌ها در خط مبنای ${baseline.file} گذشته است: ${named.map(({ fa }) => fa).join('؛ ')}${more ? '؛ …' : ''}`,
      },
    },
  ];
}

function strangeBaseline(
  baseline: GateContext['baseline'],
  known: number,
  fixed: number,
  { results }: CheckResult,
): readonly Warning[] {
  if (baseline === null || baseline.known === 'everything' || known > 0 || fixed < ENOUGH_TO_WONDER) return [];
  if (results.some(({ expired }) => expired > 0)) return [];
  if (fixed < baselineSize(baseline.known)) return []; // of rules that were not looked at
  const { file } = baseline;
  return [
    {
      code: 'baseline_of_other_data',
      text: {
        en: `None of the ${fixed} violations that the baseline ${file} knows is in these files: is it a baseline of other data?`,
        fa: `هیچ‌یک از ${fixed} موردی که خط مبنای ${file} می‌شناسد در این فایل‌ها نیست: آیا از آنِ داده‌ی دیگری است؟`,
      },
    },
  ];
}
