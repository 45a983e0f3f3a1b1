import {
  allowedSource,
  type ColumnConstraint,
  columnRuleId,
  patternSource,
  type Range,
  rangeSource,
  requiredSource,
} from '../expression/constraints.js';
import { namesIn } from '../expression/names.js';
import { nameTerm } from '../expression/nodes.js';
import { parseExpression } from '../expression/parse.js';
import type { Text } from '../locale/text.js';
import { type ConditionRule, conditionRule, type RuleTable } from './condition-rule.js';
import { type Expectation, type ExpectedTotal, totalRule } from './control-totals.js';
import type { Rule, RuleSetting, Severity } from './definition.js';
import { uniqueRule } from './unique-rule.js';

/** A rule in the words of an expression: of the deals that `when` is true for, `require` must not be false. */
export interface CustomRule {
  /** `entity.fault`, such as `custom.big_deals_need_contract`. */
  readonly id: string;
  readonly title?: string | undefined;
  readonly when?: string | undefined;
  readonly require: string;
  readonly severity?: Severity | undefined;
  readonly message?: string | undefined;
  readonly maxViolations?: number | undefined;
  readonly maxRate?: number | undefined;
}

/** What a field (by its id) or a column (by its header) must hold. */
export interface ColumnRules {
  readonly required?: boolean | undefined;
  readonly unique?: boolean | undefined;
  readonly allowed?: readonly (string | number | boolean)[] | undefined;
  /** `email`, `phone`, `url`, or a regular expression. */
  readonly pattern?: string | undefined;
  readonly range?: Range | undefined;
  readonly severity?: Severity | undefined;
  readonly maxViolations?: number | undefined;
  readonly maxRate?: number | undefined;
}

/** The rules that a user adds to the catalogue. */
export interface CustomRules {
  readonly rules?: readonly CustomRule[] | undefined;
  readonly columns?: Readonly<Record<string, ColumnRules>> | undefined;
  readonly expect?: Readonly<Partial<Record<ExpectedTotal, Expectation>>> | undefined;
}

/** Rules as `check` runs them, and the severities and thresholds that were said of them. */
export interface MadeRules {
  readonly rules: readonly Rule[];
  readonly settings: Readonly<Record<string, RuleSetting>>;
}

/** A severity where the user says none: what he writes a rule for is worth failing. */
const SEVERITY = 'error';

/**
 * Makes rules of what the user wrote: first his own, then those of columns, then the control totals.
 *
 * @param table the deals; null where a rule is only explained
 * @throws UserError `invalid_expression`
 */
export function makeRules({ rules = [], columns = {}, expect = {} }: CustomRules, table: RuleTable | null): MadeRules {
  const settings: Record<string, RuleSetting> = {};
  const made: Rule[] = [];
  const add = (rule: Rule, { severity = SEVERITY, maxViolations, maxRate }: Limits): void => {
    made.push(rule);
    settings[rule.id] = {
      severity,
      ...(maxViolations === undefined ? {} : { maxViolations }),
      ...(maxRate === undefined ? {} : { maxRate }),
    };
  };
  rules.forEach((rule, index) => {
    add(conditionRule(customRule(rule, index), table), rule);
  });
  for (const [name, column] of Object.entries(columns)) {
    for (const rule of columnRules(name, column)) add(conditionRule(rule, table), column);
    if (column.unique === true) add(uniqueRule(nameTerm(name, false, NOWHERE), table), column);
  }
  for (const [total, expected] of Object.entries(expect)) {
    if (expected !== undefined) add(totalRule(total as ExpectedTotal, expected), {});
  }
  return { rules: made, settings };
}

type Limits = Pick<ColumnRules, 'severity' | 'maxViolations' | 'maxRate'>;
const NOWHERE = { at: 0, end: 0 };

/** Headers of the columns that the rules look at: they have to be read. */
export function columnsRead({ rules = [], columns = {} }: CustomRules): string[] {
  const expressions = rules.flatMap(({ when, require }, index) =>
    [when, require].flatMap((source, part) =>
      source === undefined ? [] : [parseExpression(source, `customRules[${index}].${part === 0 ? 'when' : 'require'}`)],
    ),
  );
  const named = Object.keys(columns).filter((name) => nameTerm(name, false, NOWHERE).field === null);
  const ruled = Object.entries(columns).flatMap(([name, column]) => columnRules(name, column));
  const all = [...expressions, ...ruled.map(({ require }) => require)];
  return [...new Set([...all.flatMap((one) => namesIn(one).columns.map(({ name }) => name)), ...named])];
}

function customRule({ id, title, when, require, message }: CustomRule, index: number): ConditionRule {
  const words = title ?? message ?? require;
  return {
    id,
    title: both(words),
    dimension: 'consistency',
    when: when === undefined ? null : parseExpression(when, `customRules[${index}].when`),
    require: parseExpression(require, `customRules[${index}].require`),
    message:
      message === undefined
        ? { en: () => `not true of it: ${require}`, fa: () => `درباره‌ی آن درست نیست: ${require}` }
        : { en: () => message, fa: () => message },
    absence: 'skip',
  };
}

function both(words: string): Text {
  return { en: words, fa: words };
}

/** The rules of one column. An empty cell breaks only `required`. */
function columnRules(name: string, { required, allowed, pattern, range }: ColumnRules): ConditionRule[] {
  return [
    ...(required === true ? [requiredRule(name)] : []),
    ...(allowed === undefined ? [] : [allowedRule(name, allowed)]),
    ...(pattern === undefined ? [] : [patternRule(name, pattern)]),
    ...(range === undefined || (range.min === undefined && range.max === undefined) ? [] : [rangeRule(name, range)]),
  ];
}

function columnRule(
  constraint: ColumnConstraint,
  name: string,
  source: string,
): Pick<ConditionRule, 'id' | 'when' | 'require'> {
  const require = parseExpression(source, `columns.${name}.${constraint}`);
  return { id: columnRuleId(constraint, name), when: null, require };
}

function requiredRule(name: string): ConditionRule {
  return {
    ...columnRule('required', name, requiredSource(name)),
    title: { en: `${name} is required`, fa: `«${name}» لازم است` },
    dimension: 'completeness',
    message: { en: () => `${name} is empty`, fa: () => `«${name}» خالی است` },
    absence: 'fail',
  };
}

function allowedRule(name: string, allowed: readonly (string | number | boolean)[]): ConditionRule {
  const [en, fa] = [allowed.join(', '), allowed.join('، ')];
  return {
    ...columnRule('allowed', name, allowedSource(name, allowed)),
    title: { en: `${name} is one of ${en}`, fa: `«${name}» یکی از این‌هاست: ${fa}` },
    dimension: 'validity',
    message: {
      en: ({ value }) => `${name} is "${value}", none of ${en}`,
      fa: ({ value }) => `«${name}» برابر «${value}» است، نه یکی از این‌ها: ${fa}`,
    },
    absence: 'skip',
  };
}

function patternRule(name: string, pattern: string): ConditionRule {
  return {
    ...columnRule('pattern', name, patternSource(name, pattern)),
    title: { en: `${name} is written as ${pattern}`, fa: `«${name}» به شکل ${pattern} نوشته می‌شود` },
    dimension: 'validity',
    message: {
      en: ({ value }) => `${name} is "${value}", not written as ${pattern}`,
      fa: ({ value }) => `«${name}» برابر «${value}» است و به شکل ${pattern} نیست`,
    },
    absence: 'skip',
  };
}

function rangeRule(name: string, range: Range): ConditionRule {
  const { en, fa } = rangeText(range);
  return {
    ...columnRule('range', name, rangeSource(name, range)),
    title: { en: `${name} is ${en}`, fa: `«${name}» ${fa} است` },
    dimension: 'validity',
    message: {
      en: ({ value }) => `${name} is ${value}, not ${en}`,
      fa: ({ value }) => `«${name}» برابر ${value} است، نه ${fa}`,
    },
    absence: 'skip',
  };
}

function rangeText({ min, max }: Range): Text {
  if (max === undefined) return { en: `${min} or more`, fa: `${min} یا بیشتر` };
  if (min === undefined) return { en: `${max} or less`, fa: `${max} یا کمتر` };
  return { en: `from ${min} to ${max}`, fa: `از ${min} تا ${max}` };
}
