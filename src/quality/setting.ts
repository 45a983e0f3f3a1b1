import type { ActiveSeverity, Rule, RuleSetting } from './definition.js';
import { SEVERITIES } from './definition.js';

/** How many violations a rule tolerates; null where that side has no limit. Either one exceeded is too many. */
export interface Threshold {
  readonly maxViolations: number | null;
  readonly maxRate: number | null;
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
  /** What is wrong with it, in the words of the schema; '' for an unknown rule. */
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
  const { severity = rule.severity, maxViolations, maxRate, ...own } = objectOf(setting);
  if (!SEVERITIES.includes(severity)) return invalid('severity', `one of ${SEVERITIES.join(', ')}`);
  if (maxViolations !== undefined && !(Number.isInteger(maxViolations) && maxViolations >= 0)) {
    return invalid('maxViolations', 'a whole number, 0 or more');
  }
  if (maxRate !== undefined && !(maxRate >= 0 && maxRate <= 1)) return invalid('maxRate', 'a share from 0 to 1');
  const params = readParams(rule, own);
  if ('key' in params) return invalid(params.key, params.detail);
  const limited = maxViolations !== undefined || maxRate !== undefined;
  return {
    severity,
    threshold: limited ? { maxViolations: maxViolations ?? null, maxRate: maxRate ?? null } : null,
    params: params.value,
  };
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
  const parsed = rule.params.safeParse({ ...(rule.defaults as object | undefined), ...own });
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  return { key: String(key ?? ''), detail: issue?.message ?? '' };
}

/** Whether so many violations are more than the threshold tolerates. */
export function exceeds(threshold: Threshold | null, violations: number, applicable: number): boolean {
  if (violations === 0) return false;
  if (threshold === null) return true;
  const { maxViolations, maxRate } = threshold;
  return (
    (maxViolations !== null && violations > maxViolations) || (maxRate !== null && violations / applicable > maxRate)
  );
}
