/** Rules out of what the user wrote. */
import { togetherRuleId } from '../../expression/constraints.js';
import type { Name } from '../../expression/definition.js';
import { expectationId, type ListedExpectation, listedExpectations } from '../../expression/expectations.js';
import { namesIn } from '../../expression/names.js';
import { nameTerm } from '../../expression/nodes.js';
import { parseAggregates, parseExpression } from '../../expression/parse.js';
import type { Rule, RuleSetting } from '../definition.js';
import { type AggregateRule, aggregateRule } from './aggregate-rule.js';
import { columnRules, type RuledColumn, ruledColumn } from './column-rules.js';
import { conditionRule, conditionText } from './condition-rule.js';
import { type ExpectedTotal, totalRule } from './control-totals.js';
import type {
  AggregateWords,
  ColumnRules,
  CustomRule,
  CustomRules,
  ExpectedTotals,
  Limits,
  RuleRole,
  RuleTable,
  RuleTables,
  UniqueTogether,
} from './definition.js';
import { ownMessage } from './message.js';
import { unexpectedRule } from './presence.js';
import { aboutRole } from './roles.js';
import { uniqueRule } from './unique-rule.js';

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
 * @param tables the records; null where a rule is only explained
 * @throws UserError `invalid_expression`
 */
export function makeRules(custom: CustomRules, tables: RuleTables | null): MadeRules {
  const { rules = [], unexpectedColumns } = custom;
  const { demands, totals } = expectationsOf(custom);
  const settings: Record<string, RuleSetting> = {};
  const made: Rule[] = [];
  const add = (rule: Rule, limits: Limits): void => {
    made.push(rule);
    settings[rule.id] = settingOf(limits);
  };
  rules.forEach((rule, index) => {
    add(
      aboutRole(rule.on, tables, (table) => customRule(rule, index, table)),
      rule,
    );
  });
  const columns = columnsOf(custom);
  for (const column of columns) {
    for (const rule of columnRules(column, tableOf(column.on, tables))) {
      add(
        aboutRole(column.on, tables, () => rule),
        column.said,
      );
    }
  }
  for (const together of togethers(custom)) {
    add(
      aboutRole(together.on, tables, (table) => togetherRule(together, table)),
      together,
    );
  }
  if (unexpectedColumns !== undefined) add(unexpectedRule(columns), { severity: unexpectedColumns });
  for (const demand of demands) {
    const said = demand.options as AggregateWords;
    add(
      aboutRole(said.on, tables, (table) => aggregateRule(demandOf(demand), table)),
      said,
    );
  }
  for (const [total, expected] of Object.entries(totals)) {
    if (expected !== undefined) add(totalRule(total as ExpectedTotal, expected), {});
  }
  return { rules: made, settings };
}

/** The records of a role; null where rules are only explained, or no such file was given. */
function tableOf(on: RuleRole, tables: RuleTables | null): RuleTable | null {
  return on === 'deals' ? tables : (tables?.beside?.[on] ?? null);
}

function settingOf({ severity = SEVERITY, maxViolations, maxRate, warn, fail }: Limits): RuleSetting {
  const said = { maxViolations, maxRate, warn, fail };
  return { severity, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}

function columnsOf({ columns = {} }: CustomRules): RuledColumn[] {
  return Object.entries(columns).map(([key, said]: [string, ColumnRules]) => ruledColumn(key, said));
}

/** The combinations that stand once; one may be written as the list of its columns. */
export function togethers({ unique = [] }: Pick<CustomRules, 'unique'>): UniqueTogether[] {
  const one = unique.every((entry) => typeof entry === 'string');
  if (one) return unique.length === 0 ? [] : [{ columns: unique as readonly string[] }];
  return (unique as readonly (readonly string[] | UniqueTogether)[]).map((entry) =>
    'columns' in entry ? entry : { columns: entry },
  );
}

/** What is expected of figures, and of the totals of the files. */
function expectationsOf({ expect = {} }: CustomRules): {
  readonly demands: readonly ListedExpectation[];
  readonly totals: ExpectedTotals;
} {
  if (!Array.isArray(expect)) return { demands: [], totals: expect as ExpectedTotals };
  const { demands, totals } = listedExpectations(expect);
  return { demands, totals: totals as ExpectedTotals };
}

function demandOf(demand: ListedExpectation): AggregateRule {
  const { on, title, by = [], when, where, message, optional } = demand.options as AggregateWords;
  const place = `expect[${demand.at}]`;
  const conditions = [when, where].filter((one) => one !== undefined);
  const names = typeof by === 'string' ? by.split(',') : by;
  return {
    id: expectationId(demand),
    ...{ on, title, message, optional },
    by: names.map((name) => nameTerm(name.trim(), false, NOWHERE)),
    when:
      conditions.length === 0
        ? null
        : parseExpression(conditions.map((one) => `(${one})`).join(' and '), `${place}.when`),
    require: parseAggregates(demand.check, `${place}.check`),
  };
}

const NOWHERE = { at: 0, end: 0 };
const namesOf = ({ columns }: UniqueTogether): Name[] => columns.map((name) => nameTerm(name, false, NOWHERE));

function togetherRule(together: UniqueTogether, table: RuleTable | null): Rule {
  const { columns, on, when: applies, message, optional } = together;
  const when = applies === undefined ? null : parseExpression(applies, 'unique.when');
  const words = {
    en: `${columns.join(' and ')} stand together once`,
    fa: `${columns.map((name) => `«${name}»`).join(' و ')} با هم تکرار نمی‌شوند`,
  };
  const rule = {
    id: togetherRuleId(columns, on),
    title: words,
    dimension: 'uniqueness' as const,
    condition: conditionText(when, words, on),
    when,
    names: namesOf(together),
    absence: optional === true ? ('skip' as const) : ('fail' as const),
    table,
  };
  return uniqueRule(rule.names, rule, message === undefined ? {} : { message: ownMessage(message) });
}

function customRule(rule: CustomRule, index: number, table: RuleTable | null): Rule {
  const { id, title, on, when, require, message, optional } = rule;
  // A sentence about one violation is no title.
  const words = title ?? (message?.includes('{') === true ? undefined : message) ?? require;
  return conditionRule(
    {
      id,
      on,
      title: { en: words, fa: words },
      dimension: 'consistency',
      when: when === undefined ? null : parseExpression(when, `customRules[${index}].when`),
      require: parseExpression(require, `customRules[${index}].require`),
      message:
        message === undefined
          ? { en: () => `not true of it: ${require}`, fa: () => `درباره‌ی آن درست نیست: ${require}` }
          : ownMessage(message),
      absence: optional === true ? 'skip' : 'fail',
    },
    table,
  );
}

/** What the rules of each role look at: fields, and headers of columns. They have to be read. */
export function namesRead(custom: CustomRules): ReadonlyMap<RuleRole, readonly string[]> {
  const read = new Map<RuleRole, Set<string>>();
  const add = (on: RuleRole = 'deals', ...names: readonly string[]): void => {
    const known = read.get(on) ?? new Set();
    for (const name of names) known.add(name);
    read.set(on, known);
  };
  const expression = (source: string | undefined, place: string, on?: RuleRole): void => {
    if (source === undefined) return;
    const { columns, fields } = namesIn(parseExpression(source, place));
    add(on, ...columns.map(({ name }) => name), ...fields);
  };
  (custom.rules ?? []).forEach(({ on, when, require }, index) => {
    expression(when, `customRules[${index}].when`, on);
    expression(require, `customRules[${index}].require`, on);
  });
  for (const { key, name, on, said } of columnsOf(custom)) {
    add(on, name.name);
    expression(said.when, `columns.${key}.when`, on);
    for (const end of [said.range?.min, said.range?.max]) {
      if (typeof end === 'string') expression(`x >= ${end}`, `columns.${key}.range`, on);
    }
  }
  for (const together of togethers(custom)) {
    add(together.on, ...namesOf(together).map(({ name }) => name));
    expression(together.when, 'unique.when', together.on);
  }
  for (const demand of expectationsOf(custom).demands) {
    const { on, by, when, require } = demandOf(demand);
    add(on, ...by.map(({ name }) => name));
    for (const one of [when, require]) {
      if (one === null) continue;
      const { columns, fields } = namesIn(one);
      add(on, ...columns.map(({ name }) => name), ...fields);
    }
  }
  for (const names of read.values()) names.delete('x');
  return new Map([...read].map(([on, names]) => [on, [...names]]));
}
