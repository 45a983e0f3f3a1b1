import { checkExpression } from '../expression/compile.js';
import type { Expression } from '../expression/definition.js';
import { namesIn } from '../expression/names.js';
import { parseExpression } from '../expression/parse.js';
import type { Dataset } from '../model/dataset.js';
import type { Calendar } from '../model/period.js';
import { rules as catalogue } from '../quality/catalogue/index.js';
import type { CustomRules, RuleRole, RuleTables } from '../quality/custom/definition.js';
import { makeRules, namesRead } from '../quality/custom/make.js';
import type { Rule, RuleSetting } from '../quality/definition.js';
import { type ConditionClock, expressionTable } from './narrow.js';

/** What a request says in expressions. */
export interface Conditions {
  /** Only deals for which this is true, such as `region = EMEA and amount > 1000`. */
  readonly where?: string;
  /** What relative periods, and parts of all data, are counted in. Default: as most days of the files are written. */
  readonly calendar?: Calendar;
  /** Rules beside those of the catalogue. */
  readonly custom?: CustomRules;
}

/** `--where` as an expression, checked as far as it can be without a file; null where there is none. */
export function whereOf({ where }: Conditions): Expression | null {
  if (where === undefined) return null;
  const expression = parseExpression(where);
  checkExpression(expression);
  return expression;
}

/** What expressions and rules name: columns that must be there, and fields or columns of each role that may be. */
export function columnsNamed(conditions: Conditions): {
  readonly where: string[];
  readonly ruled: ReadonlyMap<RuleRole, readonly string[]>;
} {
  const where = whereOf(conditions);
  return {
    where: where === null ? [] : namesIn(where).columns.map(({ name }) => name),
    ruled: conditions.custom === undefined ? new Map() : namesRead(conditions.custom),
  };
}

/** Every rule there is, those of the user behind the catalogue, and what was said of their severities and thresholds. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly settings: Readonly<Record<string, RuleSetting>>;
}

/** @param dataset the deals that the rules will judge; null where they are only named or explained */
export function ruleSet(
  { custom }: Conditions,
  settings: Readonly<Record<string, RuleSetting>>,
  dataset: Dataset | null,
  clock: ConditionClock,
): RuleSet {
  if (custom === undefined) return { rules: catalogue, settings };
  const made = makeRules(custom, dataset === null ? null : ruleTables(dataset, clock));
  return { rules: [...catalogue, ...made.rules], settings: { ...made.settings, ...settings } };
}

/** The deals, and the records of other files, as the rules of a user are asked over them. */
export function ruleTables(dataset: Dataset, clock: ConditionClock): RuleTables {
  const table = { ...expressionTable(dataset, clock), deals: dataset.deals };
  const beside = Object.entries(dataset.records ?? {}).map(([role, deals]) => [role, { ...table, deals }] as const);
  return { ...table, beside: Object.fromEntries(beside) };
}
