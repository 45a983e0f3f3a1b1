import { checkExpression } from '../expression/compile.js';
import type { Expression } from '../expression/definition.js';
import { namesIn } from '../expression/names.js';
import { parseExpression } from '../expression/parse.js';
import type { Dataset } from '../model/dataset.js';
import { rules as catalogue } from '../quality/catalogue/index.js';
import { type CustomRules, columnsRead, makeRules } from '../quality/custom.js';
import type { Rule, RuleSetting } from '../quality/definition.js';
import { type ConditionClock, expressionTable } from './narrow.js';

/** What a request says in expressions. */
export interface Conditions {
  /** Only deals for which this is true, such as `region = EMEA and amount > 1000`. */
  readonly where?: string;
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

/** Headers of the columns that the expressions name: those that must be there, and those that may be. */
export function columnsNamed(conditions: Conditions): { readonly where: string[]; readonly ruled: string[] } {
  const where = whereOf(conditions);
  return {
    where: where === null ? [] : namesIn(where).columns.map(({ name }) => name),
    ruled: conditions.custom === undefined ? [] : columnsRead(conditions.custom),
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
  const table = dataset === null ? null : { ...expressionTable(dataset, clock), deals: dataset.deals };
  const made = makeRules(custom, table);
  return { rules: [...catalogue, ...made.rules], settings: { ...made.settings, ...settings } };
}
