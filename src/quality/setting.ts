import type { ActiveSeverity, Rule, RuleSetting } from './definition.js';
import { SEVERITIES } from './definition.js';
import { parameterProblem } from './parameters.js';

/** How many violations are tolerated; null where that side has no limit. Either one exceeded is too many. */
export interface Limit {
  readonly maxViolations: number | null;
  readonly maxRate: number | null;
}

/** The limit of a rule, or its two: of those that are passed, the severest decides what the rule is. */
export interface Threshold extends Limit {
  readonly two?: { readonly warn: Limit | null; readonly fail: Limit | null };
}

/** A rule's settings in force. */
export interface RuleInForce {
  readonly severity: ActiveSeverity | 'off';
  /** Null: every violation is one too many. */
  readonly threshold: Threshold | null;
  readonly params: unknown;
}

/** A setting that cannot be used: a configuration error, to be told before the first row is read. */
export interface SettingProblem {
  readonly id: string;
  readonly problem: 'unknown_rule' | 'invalid_setting';
  /** The key in question; '' for the setting as a whole. */
  readonly key: string;
  /** What is wrong with it, or what is taken; '' for an unknown rule. */
  readonly detail: string;
}

/** Everything wrong with the settings of the given rules. Empty: `check` can run. */
export function settingProblems(
  rules: readonly Rule[],
  settings: Readonly<Record<string, RuleSetting>>,
): readonly SettingProblem[] {
  return Object.entries(settings).flatMap(([id, setting]): SettingProblem[] => {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) return [{ id, problem: 'unknown_rule', key: '', detail: '' }];
    const inForce = readSetting(rule, setting);
    return 'problem' in inForce ? [inForce] : [];
  });
}

/** What a setting makes of a rule: its own severity and parameters where the setting says nothing. */
export function readSetting(rule: Rule, setting: RuleSetting | undefined): RuleInForce | SettingProblem {
  const invalid = (key: string, detail: string): SettingProblem => ({
    id: rule.id,
    problem: 'invalid_setting',
    key,
    detail,
  });
  const { severity = rule.severity, maxViolations, maxRate, warn, fail, ...own } = objectOf(setting);
  if (!SEVERITIES.includes(severity)) return invalid('severity', `one of ${SEVERITIES.join(', ')}`);
  if (maxViolations !== undefined && !(Number.isInteger(maxViolations) && maxViolations >= 0)) {
    return invalid('maxViolations', 'a whole number, 0 or more');
  }
  if (maxRate !== undefined && !(maxRate >= 0 && maxRate <= 1)) return invalid('maxRate', 'a share from 0 to 1');
  const params = readParams(rule, own);
  if ('key' in params) return invalid(params.key, params.detail);
  if (warn !== undefined || fail !== undefined) {
    const two = { warn: readLimit(warn), fail: readLimit(fail) };
    for (const key of ['warn', 'fail'] as const) if (two[key] === undefined) return invalid(key, LIMIT);
    if (maxViolations !== undefined || maxRate !== undefined) return invalid('warn', ONE_KIND);
    if (isAbove(two.warn, two.fail)) return invalid('warn', 'no more than fail');
    // Until it is known how many there are, the rule is what it can become.
    const could = severity === 'off' ? 'off' : fail === undefined ? 'warn' : 'error';
    const { warn: lower = null, fail: upper = null } = two;
    return {
      severity: could,
      threshold: { maxViolations: null, maxRate: null, two: { warn: lower, fail: upper } },
      params: params.value,
    };
  }
  const limited = maxViolations !== undefined || maxRate !== undefined;
  return {
    severity,
    threshold: limited ? { maxViolations: maxViolations ?? null, maxRate: maxRate ?? null } : null,
    params: params.value,
  };
}

const LIMIT = 'a whole number, 0 or more, or a share such as 1%';
const ONE_KIND = 'either warn and fail, or maxViolations and maxRate';

/** `10` or `1%`; null where nothing is said, undefined where it is neither. */
function readLimit(said: number | string | undefined): Limit | null | undefined {
  if (said === undefined) return null;
  if (typeof said === 'number') {
    return Number.isInteger(said) && said >= 0 ? { maxViolations: said, maxRate: null } : undefined;
  }
  const share = SHARE.test(said) ? Number.parseFloat(said) / 100 : Number.NaN;
  return share >= 0 && share <= 1 ? { maxViolations: null, maxRate: share } : undefined;
}

const SHARE = /^\d+(?:\.\d+)?\s*%$/;

/** Whether the first limit can only be passed after the second one. */
function isAbove(warn: Limit | null | undefined, fail: Limit | null | undefined): boolean {
  if (warn == null || fail == null) return false;
  const above = (a: number | null, b: number | null): boolean => a !== null && b !== null && a > b;
  return above(warn.maxViolations, fail.maxViolations) || above(warn.maxRate, fail.maxRate);
}

function objectOf(setting: RuleSetting | undefined): Exclude<RuleSetting, string> {
  if (setting === undefined) return {};
  return typeof setting === 'string' ? { severity: setting } : setting;
}

function readParams(
  rule: Rule,
  own: Readonly<Record<string, unknown>>,
): { readonly value: unknown } | { readonly key: string; readonly detail: string } {
  const [unknown] = Object.keys(own);
  if (rule.params === undefined) {
    return unknown === undefined ? { value: undefined } : { key: unknown, detail: 'the rule has no parameters' };
  }
  const problem = parameterProblem(rule.params, own);
  return problem ?? { value: { ...(rule.defaults as object | undefined), ...own } };
}

/** What so many violations of so many records make of a rule: its severity, and whether a limit is passed. */
export function weigh(
  severity: ActiveSeverity,
  threshold: Threshold | null,
  violations: number,
  applicable: number,
): { readonly severity: ActiveSeverity; readonly exceeded: boolean } {
  const two = threshold?.two;
  if (two === undefined) return { severity, exceeded: exceeds(threshold, violations, applicable) };
  const { warn, fail } = two;
  if (fail !== null && exceeds(fail, violations, applicable)) return { severity: 'error', exceeded: true };
  if (warn !== null && exceeds(warn, violations, applicable)) return { severity: 'warn', exceeded: true };
  return { severity: warn === null ? 'error' : 'warn', exceeded: false };
}

/** Whether so many violations are more than the limit tolerates. */
function exceeds(limit: Limit | null, violations: number, applicable: number): boolean {
  if (violations === 0) return false;
  if (limit === null) return true;
  const { maxViolations, maxRate } = limit;
  return (
    (maxViolations !== null && violations > maxViolations) || (maxRate !== null && violations / applicable > maxRate)
  );
}
