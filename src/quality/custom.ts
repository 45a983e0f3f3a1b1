import { allowedSource, patternSource, type Range, rangeSource, requiredSource } from '../expression/constraints.js';
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
  return [...new Set([...expressions.flatMap((one) => namesIn(one).columns.map(({ name }) => name)), ...named])];
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
        ? { en: `not true of it: ${require}`, fa: `درباره‌ی آن درست نیست: ${require}` }
        : both(message),
    absence: 'skip',
  };
}

function both(words: string): Text {
  return { en: words, fa: words };
}

/** The rules of one column. An empty cell breaks only `required`. */
function columnRules(name: string, { required, allowed, pattern, range }: ColumnRules): ConditionRule[] {
  const rule = (
    fault: string,
    dimension: ConditionRule['dimension'],
    source: string,
    title: Text,
    message: Text,
    absence: ConditionRule['absence'] = 'skip',
  ): ConditionRule => {
    const require = parseExpression(source, `columns.${name}`);
    return { id: `column.${fault}:${name}`, title, dimension, when: null, require, message, absence };
  };
  const made: ConditionRule[] = [];
  if (required === true) {
    const title = { en: `${name} is required`, fa: `«${name}» لازم است` };
    const message = { en: `${name} is empty`, fa: `«${name}» خالی است` };
    made.push(rule('missing_value', 'completeness', requiredSource(name), title, message, 'fail'));
  }
  if (allowed !== undefined) {
    const values = allowed.join(', ');
    const title = { en: `${name} is one of ${values}`, fa: `«${name}» یکی از این‌هاست: ${values}` };
    const message = { en: `${name} is none of ${values}`, fa: `«${name}» هیچ‌یک از این‌ها نیست: ${values}` };
    made.push(rule('value_not_allowed', 'validity', allowedSource(name, allowed), title, message));
  }
  if (pattern !== undefined) {
    const title = { en: `${name} is written as ${pattern}`, fa: `«${name}» به شکل ${pattern} نوشته می‌شود` };
    const message = { en: `${name} is not written as ${pattern}`, fa: `«${name}» به شکل ${pattern} نیست` };
    made.push(rule('pattern_mismatch', 'validity', patternSource(name, pattern), title, message));
  }
  if (range !== undefined && (range.min !== undefined || range.max !== undefined)) {
    const ends = rangeText(range);
    const title = { en: `${name} is ${ends.en}`, fa: `«${name}» ${ends.fa} است` };
    const message = { en: `${name} is not ${ends.en}`, fa: `«${name}» ${ends.fa} نیست` };
    made.push(rule('out_of_range', 'validity', rangeSource(name, range), title, message));
  }
  return made;
}

function rangeText({ min, max }: Range): Text {
  if (max === undefined) return { en: `${min} or more`, fa: `${min} یا بیشتر` };
  if (min === undefined) return { en: `${max} or less`, fa: `${max} یا کمتر` };
  return { en: `from ${min} to ${max}`, fa: `از ${min} تا ${max}` };
}
