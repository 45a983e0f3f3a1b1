import type { DealField, Deals } from '../model/deals.js';
import type { Population } from '../model/population.js';
import { RowList } from '../model/row-list.js';
import { isOfChangedFile } from '../model/stored-places.js';
import { sumRows } from '../stats/sum.js';
import { type ActiveSeverity, type Findings, NOTHING_BESIDE, type Rule, type RuleSetting } from './definition.js';
import { describe, firstOf, identities } from './describe.js';
import { findGaps, type Gap } from './gaps.js';
import { list } from './listing.js';
import { type CheckInput, NOTHING_MET, type RuleOutcome, type RuleResult, type SkipReason } from './rule-result.js';
import { type RuleInForce, readSetting, type SettingProblem, type Threshold, weigh } from './setting.js';

const OUTCOME_OF = { error: 'fail', warn: 'warn', info: 'warn' } as const satisfies Record<ActiveSeverity, RuleOutcome>;

/** What so many violations make of a rule: of two limits, the severest that is passed decides its severity. */
export function verdictOf(
  { severity, threshold, applicable }: Pick<RuleResult, 'severity' | 'threshold' | 'applicable'>,
  violations: number,
): Pick<RuleResult, 'severity' | 'outcome'> {
  const weighed = weigh(severity, threshold, violations, applicable);
  return { severity: weighed.severity, outcome: weighed.exceeded ? OUTCOME_OF[weighed.severity] : 'pass' };
}

/** What becomes of a rule: its account; a severity alone where a quick check leaves it out; nothing where it is off. */
export type Judged = RuleResult | LeftOut | null;

/** A rule that a quick check left out. */
export interface LeftOut {
  readonly leftOut: Rule;
  readonly severity: ActiveSeverity;
}

/** Runs one rule. */
export function judge(rule: Rule, setting: RuleSetting | undefined, input: CheckInput): Judged {
  const population = input.deals.all();
  const inForce = readSetting(rule, setting);
  if ('problem' in inForce) {
    return notRun(rule, rule.severity, 'error', 'invalid_setting', null, inForce);
  }
  const { severity, threshold } = inForce;
  if (severity === 'off') return null;
  if (rule.noFile !== undefined) return notRun(rule, severity, 'skipped', `no_file:${rule.noFile}`, threshold);
  const missing = missingField(rule, population);
  if (missing !== null) return notRun(rule, severity, 'skipped', `missing_field:${missing}`, threshold);
  if (input.chosen === true && rule.scope === 'file')
    return notRun(rule, severity, 'skipped', 'whole_files', threshold);
  if (input.undated === true && rule.atSnapshot === true)
    return notRun(rule, severity, 'skipped', 'no_snapshot_date', threshold);
  if (rule.againstRuns === true && input.deals.size > 0 && (input.beside?.runs ?? []).length === 0)
    return notRun(rule, severity, 'skipped', 'no_earlier_run', threshold);
  if (input.quick === true && rule.thorough === true && severity !== 'error') {
    return { leftOut: rule, severity };
  }
  const found = run(rule, inForce, input, population);
  if (found.checked === 0) return notRun(rule, severity, 'skipped', 'no_applicable_records', threshold);
  const violations = 'rows' in found ? found.rows.length : (found.total ?? found.places.length);
  const verdict = verdictOf({ severity, threshold, applicable: found.checked }, violations);
  let made: readonly Gap[] | null = null;
  const gaps = (): readonly Gap[] => {
    made ??= findGaps(rule, found, input.deals);
    return made;
  };
  return {
    rule,
    ...verdict,
    applicable: found.checked,
    violations,
    rate: violations / found.checked,
    amount: 'rows' in found ? amountOf(input.deals, found.rows) : null,
    threshold,
    reason: null,
    absent: ('places' in found ? found.absent : undefined) ?? null,
    problem: null,
    known: 0,
    expired: 0,
    met: NOTHING_MET,
    fixed: [],
    describe: (n, indexes) => describe(rule, found, input.deals, indexes ?? firstOf(found, n)),
    list: (most, indexes) => list({ rule, found, deals: input.deals, gaps: gaps() }, indexes ?? firstOf(found), most),
    gaps,
    identities: () => identities(rule, found, input.deals, violations),
    deals: 'rows' in found ? found.rows : null,
  };
}

/** Runs a rule. One that throws is a fault of ours, and is named. */
function run(
  rule: Rule,
  { params }: RuleInForce,
  { deals, whole, ambiguous, asOf, setAside = new Set(), beside = NOTHING_BESIDE }: CheckInput,
  population: Population<DealField>,
): Findings<unknown> {
  try {
    const all = whole?.deals.all() ?? population;
    const everything = { population: all, history: (whole ?? beside).history };
    return rule.check({ population, whole: everything, deals, ambiguous, setAside, asOf, beside, params });
  } catch (cause) {
    // That is the file's doing.
    if (isOfChangedFile(cause)) throw cause;
    throw new Error(`the rule ${rule.id} failed`, { cause });
  }
}

function missingField({ needs, needsAny = [], absent }: Rule, population: Population<DealField>): string | null {
  if (absent !== undefined) return absent;
  const missing = needs.find((field) => !population.has(field));
  if (missing !== undefined) return missing;
  return needsAny.some((field) => population.has(field)) ? null : (needsAny[0] ?? null);
}

function notRun(
  rule: Rule,
  severity: ActiveSeverity,
  outcome: 'skipped' | 'error',
  reason: SkipReason,
  threshold: Threshold | null,
  problem: SettingProblem | null = null,
): RuleResult {
  const none = { rate: null, amount: null, absent: null, deals: null };
  const counts = { applicable: 0, violations: 0, known: 0, expired: 0, met: NOTHING_MET, fixed: [], ...none };
  const made = { describe: () => [], list: () => [], gaps: () => [], identities: () => [] };
  return { rule, severity, outcome, ...counts, threshold, reason, problem, ...made };
}

function amountOf(deals: Deals, rows: Uint32Array): number | null {
  if (!deals.has('amount')) return null;
  if (rows.length === 0) return 0;
  const amount = deals.column('amount');
  const { codes } = deals.column('currency');
  const priced = new RowList();
  let [before, currency] = [-1, 0];
  // A deal with two violations stands here twice, once behind the other where rows ascend.
  const seen = isAscending(rows) ? null : new Set<number>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (Number.isNaN(amount[row] as number) || row === before || seen?.has(row) === true) continue;
    before = row;
    seen?.add(row);
    const code = codes[row] as number;
    if (currency !== 0 && code !== 0 && code !== currency) return null;
    if (code !== 0) currency = code;
    priced.push(row);
  }
  return priced.length === 0 ? null : sumRows(amount, priced.taken());
}

function isAscending(rows: Uint32Array): boolean {
  for (let at = 1; at < rows.length; at++) if ((rows[at] as number) < (rows[at - 1] as number)) return false;
  return true;
}
