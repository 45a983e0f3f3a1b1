/** The rules of one column. An empty cell breaks only `required`. */
import { cellTest } from '../../expression/cells.js';
import {
  allowedSource,
  type ColumnConstraint,
  columnRuleId,
  constraintsOf,
  patternSource,
  type Range,
  rangeSource,
  requiredSource,
} from '../../expression/constraints.js';
import type { Expression, Name } from '../../expression/definition.js';
import { nameCells } from '../../expression/name-cells.js';
import { nameTerm } from '../../expression/nodes.js';
import { parseExpression } from '../../expression/parse.js';
import { TRUE, truthOf } from '../../expression/truth.js';
import { cleanText } from '../../locale/fold.js';
import type { Text } from '../../locale/text.js';
import type { Rule } from '../definition.js';
import { typeRule } from './column-type.js';
import { conditionRule, conditionText } from './condition-rule.js';
import type { ColumnRules, RuleRole, RuleTable } from './definition.js';
import { ownMessage } from './message.js';
import { forbiddenRule } from './presence.js';
import { type TestRule, testRule } from './test-rule.js';
import { uniqueRule } from './unique-rule.js';

/** A column as its rules see it. */
export interface RuledColumn {
  readonly name: Name;
  /** As the config names it: `leads.Email`. */
  readonly key: string;
  readonly on: RuleRole;
  readonly when: Expression | null;
  readonly said: ColumnRules;
}

const NOWHERE = { at: 0, end: 0 };
const ROLE = /^(deals|customers|leads|orders)\.(?=.)/;

/** The column that a key of `columns` names; its role stands before it, or is said. */
export function ruledColumn(key: string, said: ColumnRules): RuledColumn {
  const role = ROLE.exec(key);
  const name = nameTerm(role === null ? key : key.slice(role[0].length), false, NOWHERE);
  const on = (role?.[1] as RuleRole | undefined) ?? said.on ?? 'deals';
  const when = said.when === undefined ? null : parseExpression(said.when, `columns.${key}.when`);
  return { name, key, on, when, said };
}

/** What is asked of the column, each as a rule. */
export function columnRules(column: RuledColumn, table: RuleTable | null): Rule[] {
  return constraintsOf({ ...column.said }).map((constraint) => MADE[constraint](column, table));
}

const MADE: { readonly [C in ColumnConstraint]: (column: RuledColumn, table: RuleTable | null) => Rule } = {
  forbidden: forbiddenRule,
  absent: (column, table) =>
    testRule(
      {
        ...basis(column, 'absent', { en: 'is there', fa: 'در فایل هست' }),
        dimension: 'completeness',
        // All that is asked is that the column is there.
        holds: () => () => TRUE,
        message: { en: () => '', fa: () => '' },
      },
      table,
    ),
  required: requiredRule,
  type: (column, table) =>
    typeRule(column.said.type ?? 'text', column.name, { ...basis(column, 'type', IS_A), table }, saidOf(column)),
  allowed: allowedRule,
  pattern: patternRule,
  length: lengthRule,
  range: rangeRule,
  unique: (column, table) =>
    uniqueRule(
      [column.name],
      { ...basis(column, 'unique', { en: 'stands once', fa: 'تکرار نمی‌شود' }), table },
      saidOf(column),
    ),
};

const IS_A: Text = { en: 'is of its type', fa: 'از نوع خود است' };

type Basis = Pick<TestRule, 'id' | 'title' | 'dimension' | 'condition' | 'when' | 'names' | 'absence'>;

/** What the rules of a column have in common; `words` go on after its name. */
function basis({ name, key, on, when, said }: RuledColumn, constraint: ColumnConstraint, words: Text): Basis {
  const title = { en: `${name.name} ${words.en}`, fa: `«${name.name}» ${words.fa}` };
  return {
    id: columnRuleId(constraint, key),
    title,
    dimension: 'validity',
    condition: conditionText(when, title, on),
    when,
    names: [name],
    // One rule says that no file has the column.
    absence: said.optional !== true && constraintsOf({ ...said })[0] === constraint ? 'fail' : 'skip',
  };
}

function saidOf({ said: { message } }: RuledColumn): Pick<TestRule, 'message'> | Record<string, never> {
  return message === undefined ? {} : { message: ownMessage(message) };
}

/** A rule of a column as an expression over it. */
function expressionRule(
  column: RuledColumn,
  constraint: ColumnConstraint,
  source: string,
  words: Text,
  rest: Pick<TestRule, 'message'> & Partial<Pick<TestRule, 'dimension'>>,
  table: RuleTable | null,
): Rule {
  const require = parseExpression(source, `columns.${column.key}.${constraint}`);
  const { title, ...own } = basis(column, constraint, words);
  return conditionRule({ ...own, title, ...rest, ...saidOf(column), require, on: column.on }, table);
}

function requiredRule(column: RuledColumn, table: RuleTable | null): Rule {
  const { name } = column.name;
  return expressionRule(
    column,
    'required',
    requiredSource(name),
    { en: 'is required', fa: 'لازم است' },
    {
      dimension: 'completeness',
      message: { en: () => `${name} is empty`, fa: () => `«${name}» خالی است` },
    },
    table,
  );
}

/** How cells are compared with a list, which a person must know to see why one is none of it. */
const COMPARED = {
  folded: { en: 'letter case and spaces aside', fa: 'جدا از بزرگی حروف و فاصله‌ها' },
  exact: { en: 'letter by letter', fa: 'حرف به حرف' },
} as const satisfies Record<string, Text>;

function allowedRule(column: RuledColumn, table: RuleTable | null): Rule {
  const { allowed = [], match = 'folded' } = column.said;
  const { name } = column.name;
  const [en, fa] = [allowed.join(', '), allowed.join('، ')];
  const words = { en: `is one of ${en} (${COMPARED[match].en})`, fa: `یکی از این‌هاست: ${fa} (${COMPARED[match].fa})` };
  const message: TestRule['message'] = {
    en: ({ value }) => `${name} is "${value}", none of ${en} (${COMPARED[match].en})`,
    fa: ({ value }) => `«${name}» برابر «${value}» است، نه یکی از این‌ها: ${fa} (${COMPARED[match].fa})`,
  };
  if (match === 'folded')
    return expressionRule(column, 'allowed', allowedSource(name, allowed), words, { message }, table);
  const wanted = new Set(allowed.map(String));
  return testRule(
    {
      ...basis(column, 'allowed', words),
      message,
      ...saidOf(column),
      holds: ({ deals }) => cellTest(nameCells(column.name, deals), (_, text) => truthOf(wanted.has(cleanText(text)))),
    },
    table,
  );
}

function patternRule(column: RuledColumn, table: RuleTable | null): Rule {
  const { pattern = '' } = column.said;
  const { name } = column.name;
  const words = { en: `is written as ${pattern}`, fa: `به شکل ${pattern} نوشته می‌شود` };
  const message: TestRule['message'] = {
    en: ({ value }) => `${name} is "${value}", not written as ${pattern}`,
    fa: ({ value }) => `«${name}» برابر «${value}» است و به شکل ${pattern} نیست`,
  };
  return expressionRule(column, 'pattern', patternSource(name, pattern), words, { message }, table);
}

function lengthRule(column: RuledColumn, table: RuleTable | null): Rule {
  const { minLength: min, maxLength: max } = column.said;
  const { name } = column.name;
  const { en, fa } = boundsText({ min, max });
  return testRule(
    {
      ...basis(column, 'length', { en: `has ${en} characters`, fa: `${fa} نویسه دارد` }),
      message: {
        en: ({ value }) => `${name} is "${value}" with ${lengthOf(value)} characters, not ${en}`,
        fa: ({ value }) => `«${name}» برابر «${value}» است با ${lengthOf(value)} نویسه، نه ${fa}`,
      },
      ...saidOf(column),
      holds: ({ deals }) =>
        cellTest(nameCells(column.name, deals), (_, text) => {
          const length = lengthOf(cleanText(text));
          return truthOf((min === undefined || length >= min) && (max === undefined || length <= max));
        }),
    },
    table,
  );
}

/** Characters as people count them, not units of UTF-16. */
function lengthOf(text: string): number {
  let n = 0;
  for (const _ of text) n++;
  return n;
}

function rangeRule(column: RuledColumn, table: RuleTable | null): Rule {
  const { range = {} } = column.said;
  const { name } = column.name;
  const { en, fa } = boundsText(range);
  const message: TestRule['message'] = {
    en: ({ value }) => `${name} is ${value}, not ${en}`,
    fa: ({ value }) => `«${name}» برابر ${value} است، نه ${fa}`,
  };
  return expressionRule(
    column,
    'range',
    rangeSource(name, range),
    { en: `is ${en}`, fa: `${fa} است` },
    { message },
    table,
  );
}

function boundsText({ min, max }: Range): Text {
  if (max === undefined) return { en: `${min} or more`, fa: `${min} یا بیشتر` };
  if (min === undefined) return { en: `${max} or less`, fa: `${max} یا کمتر` };
  return { en: `from ${min} to ${max}`, fa: `از ${min} تا ${max}` };
}
